import { PALETTE, paletteColour } from '../../../ui/colours';

export type Colours = ReadonlyMap<string, string>;

function mixed(colour: string, other: number, share: number): string {
  const parts = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  const mix = parts.map((v) => Math.round(v * (1 - share) + other * share));
  return `#${mix.map((v) => v.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * A colour for each service, in the order they first appear: the palette, then its darker, then its
 * paler shades. Names stand beside the bars, so that a colour never has to say it alone.
 */
export function serviceColours(services: readonly string[]): Colours {
  return new Map(
    services.map((s, i) => {
      const base = paletteColour(i % PALETTE.length);
      const round = Math.floor(i / PALETTE.length) % 3;
      return [s, round === 0 ? base : mixed(base, round === 1 ? 0 : 255, 0.42)];
    }),
  );
}
