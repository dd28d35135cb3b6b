import type { RedSlice } from '../../api/contract';

/**
 * The instance that differs from its fellows: a p95 at least twice theirs, or errors of 1 % and more
 * and at least three times theirs. Of several the worst; null where they are alike.
 */
export function oddOneOut(slices: readonly RedSlice[]) {
  const busy = slices.filter((s) => s.red.count >= 20);
  if (busy.length < 2) return null;
  let worst: { slice: RedSlice; othersP95: number; factor: number } | null = null;
  for (const slice of busy) {
    const others = busy.filter((s) => s !== slice);
    const mean = (of: (s: RedSlice) => number) =>
      others.reduce((sum, s) => sum + of(s), 0) / others.length;
    const othersP95 = mean((s) => s.red.p95_ms ?? 0);
    const slower = othersP95 > 0 ? (slice.red.p95_ms ?? 0) / othersP95 : 0;
    const errors =
      slice.red.error_ratio /
      Math.max(
        1e-4,
        mean((s) => s.red.error_ratio),
      );
    const failing = slice.red.error_ratio >= 0.01 && errors >= 3;
    const factor = Math.max(slower >= 2 ? slower : 0, failing ? errors : 0);
    if (factor > (worst?.factor ?? 0)) worst = { slice, othersP95, factor };
  }
  return worst;
}
