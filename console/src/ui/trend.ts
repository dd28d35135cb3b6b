import type { RedPoint } from '../api/contract';

/**
 * The points whose step is over. The last step of a live range has only begun: drawn as it is, every
 * rate would seem to fall at the end.
 */
export function wholePoints(points: readonly RedPoint[], now: number): readonly RedPoint[] {
  const last = points.at(-1);
  const before = points.at(-2);
  if (!last || !before || points.length < 3) return points;
  const end = 2 * Date.parse(last.time) - Date.parse(before.time);
  return end > now ? points.slice(0, -1) : points;
}
