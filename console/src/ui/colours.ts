/** The value of one of the console's colour variables at this moment: colour('data'). */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--cop-${name}`).trim();
}

/**
 * Colours for series that are merely different from each other. Told apart by the common kinds of
 * colour blindness in this order (after Okabe and Ito), toned to sit on light and dark alike.
 */
export const PALETTE = [
  '#2b7bc8',
  '#d9822b',
  '#1f9e89',
  '#b565a7',
  '#8a9a1f',
  '#5ab0d8',
  '#c4605a',
  '#7a6fd0',
  '#9c7a4d',
  '#6b7683',
] as const;

/** The colour of the n-th series. */
export function paletteColour(index: number): string {
  return PALETTE[index % PALETTE.length]!;
}
