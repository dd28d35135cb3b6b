import { PALETTE, paletteColour } from '../../../ui/colours';

export type Colours = ReadonlyMap<string, string>;

/**
 * A colour for each service, in the order they first appear. Past the palette colours come again;
 * names stand beside every bar, so that a colour never has to say it alone.
 */
export function serviceColours(services: readonly string[]): Colours {
  return new Map(services.map((s, i) => [s, paletteColour(i % PALETTE.length)]));
}
