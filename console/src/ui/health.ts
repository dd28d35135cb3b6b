import type { Red, RedPoint, ServiceSummary } from '../api/contract';
import { wholePoints } from './trend';

export type Health = 'ok' | 'warn' | 'bad' | 'idle';

/** Fewer requests than this say nothing about health. */
const ENOUGH = 10;
/** Fewer failed calls than this are chance, where both ends are well. */
const ENOUGH_FAILED = 5;
/** So many requests that all failed say something even where there are few. */
const ALL_FAILED = 3;
/** A p95 below this is not slow, whatever it was before, in milliseconds. */
const SLOW_FROM = 100;
/** The platform's own requests are questions people ask it: a few large ones are no trouble. */
const PLATFORM = 'opencop';
const PLATFORM_SLOW_FROM = 1000;

/**
 * Health of anything that has RED. Failing at 5 % errors (the server's own rule for `unhealthy`);
 * needs attention from 1 %, or where the p95 has at least doubled and is 100 ms or more.
 */
export function healthOf(red: Red | undefined, previous?: Red, slowFrom = SLOW_FROM): Health {
  if (!red || red.count === 0) return 'idle';
  if (red.count < ENOUGH) {
    return red.count >= ALL_FAILED && red.errors === red.count ? 'warn' : 'ok';
  }
  if (red.error_ratio >= 0.05) return 'bad';
  if (red.error_ratio >= 0.01) return 'warn';
  const slower =
    previous !== undefined &&
    previous.count >= ENOUGH &&
    (red.p95_ms ?? 0) >= slowFrom &&
    (red.p95_ms ?? 0) >= 2 * (previous.p95_ms ?? Infinity);
  return slower ? 'warn' : 'ok';
}

/**
 * Health of calls from one node to another: failing where 5 % and more fail and an end is failing,
 * else in need of attention. From 1 % it counts only where an end is not well either: an app that
 * answers a card declined with 402 is well, and so are the calls that are told so. The first line of
 * Now and the lines of the topology both go by this.
 */
export function callHealth(calls: Red | undefined, from: Health, to: Health): Health {
  const own = healthOf(calls);
  if (own !== 'warn' && own !== 'bad') return own;
  if ((calls?.errors ?? 0) < ENOUGH_FAILED) return 'ok';
  const ends = Math.max(weightOf(from), weightOf(to));
  if (own === 'bad') return ends >= WEIGHT.bad ? 'bad' : 'warn';
  return ends >= WEIGHT.warn ? 'warn' : 'ok';
}

/** RED over the last fifth of a trend: what is happening at the end of the range. */
export function recentOf(trend: readonly RedPoint[]): { red: Red; seconds: number } | null {
  const whole = wholePoints(trend, Date.now());
  const last = whole.slice(-Math.max(3, Math.ceil(whole.length / 5)));
  const first = last[0];
  const end = last.at(-1);
  if (!first || !end || last.length < 3) return null;
  const step = (Date.parse(end.time) - Date.parse(first.time)) / 1000 / (last.length - 1);
  const seconds = step * last.length;
  const count = last.reduce((n, p) => n + p.count, 0);
  const errors = last.reduce((n, p) => n + p.errors, 0);
  const middle = (key: 'p50_ms' | 'p95_ms' | 'p99_ms') => {
    const values = last.flatMap((p) => p[key] ?? []).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? null;
  };
  const p50_ms = middle('p50_ms');
  const red = { count, errors, rate: count / seconds, error_ratio: count ? errors / count : 0 };
  return {
    red: { ...red, avg_ms: p50_ms, p50_ms, p95_ms: middle('p95_ms'), p99_ms: middle('p99_ms') },
    seconds,
  };
}

/** State of an app, the figures that show it, and over how long; null seconds: the whole range. */
export interface State {
  health: Health;
  red: Red;
  seconds: number | null;
}

/**
 * The worse of two: health over the range, and over its end. A trouble that began a minute ago must
 * not hide in the mean of an hour, and one that is over stays visible as long as it is in range.
 */
export function stateOf(
  app: Pick<ServiceSummary, 'service' | 'red' | 'previous' | 'trend'>,
): State {
  const slowFrom = app.service === PLATFORM ? PLATFORM_SLOW_FROM : SLOW_FROM;
  const whole = healthOf(app.red, app.previous, slowFrom);
  const recent = recentOf(app.trend);
  if (recent) {
    const health = healthOf(recent.red, app.previous, slowFrom);
    if (weightOf(health) > weightOf(whole)) return { health, ...recent };
  }
  return { health: whole, red: app.red, seconds: null };
}

const WEIGHT: Record<Health, number> = { bad: 3, warn: 2, ok: 1, idle: 0 };

/** The one that needs attention sooner. */
export function worse(a: Health, b: Health): Health {
  return weightOf(b) > weightOf(a) ? b : a;
}

/** Larger needs attention sooner. */
export function weightOf(health: Health): number {
  return WEIGHT[health];
}
