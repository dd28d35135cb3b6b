import type { Red } from '../api/contract';

export type Health = 'ok' | 'warn' | 'bad' | 'idle';

/** Fewer requests than this say nothing about health. */
const ENOUGH = 10;

/**
 * Health of anything that has RED. Failing at 5 % errors (the server's own rule for `unhealthy`);
 * needs attention from 1 %, or where the p95 has at least doubled and is 100 ms or more.
 */
export function healthOf(red: Red | undefined, previous?: Red): Health {
  if (!red || red.count === 0) return 'idle';
  if (red.count < ENOUGH) return red.errors === red.count ? 'warn' : 'ok';
  if (red.error_ratio >= 0.05) return 'bad';
  if (red.error_ratio >= 0.01) return 'warn';
  const slower =
    previous !== undefined &&
    previous.count >= ENOUGH &&
    (red.p95_ms ?? 0) >= 100 &&
    (red.p95_ms ?? 0) >= 2 * (previous.p95_ms ?? Infinity);
  return slower ? 'warn' : 'ok';
}

const WEIGHT: Record<Health, number> = { bad: 3, warn: 2, ok: 1, idle: 0 };

/** Larger needs attention sooner. */
export function weightOf(health: Health): number {
  return WEIGHT[health];
}
