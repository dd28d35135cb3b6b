/** A time range as the URL and the API write it: relative (`now-15m`) or RFC 3339. */
export interface TimeRange {
  from: string;
  to: string;
}

export const DEFAULT_RANGE: TimeRange = { from: 'now-15m', to: 'now' };

/** What the menu offers, in minutes. */
export const PRESETS = ['5m', '15m', '30m', '1h', '3h', '6h', '12h', '24h', '2d', '7d'] as const;

const UNIT_MS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const RELATIVE = /^now(?:-(\d{1,9})(ms|s|m|h|d))?$/;
const ABSOLUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether the API takes this as a time. */
export function isTime(text: string | null): text is string {
  return text !== null && (RELATIVE.test(text) || ABSOLUTE.test(text));
}

/** Epoch milliseconds of a time parameter; NaN where it is not one. */
export function resolve(time: string, now: number): number {
  const m = RELATIVE.exec(time);
  if (!m) return Date.parse(time);
  return m[1] && m[2] ? now - Number(m[1]) * (UNIT_MS[m[2]] ?? 0) : now;
}

/** A live range ends now and moves with it. */
export function isLive(range: TimeRange): boolean {
  return range.to === 'now' && RELATIVE.test(range.from);
}

/** Length in ms. */
export function lengthOf(range: TimeRange, now: number): number {
  return resolve(range.to, now) - resolve(range.from, now);
}

/** How often a page reads a live range again, in ms; false for a fixed one. */
export function liveInterval(range: TimeRange): number | false {
  if (!isLive(range)) return false;
  return Math.min(60_000, Math.max(5_000, Math.round(lengthOf(range, 0) / 90)));
}

/** The relative part of a live range: '15m' of now-15m; null where there is none. */
export function lookBack(range: TimeRange): string | null {
  const m = RELATIVE.exec(range.from);
  return isLive(range) && m?.[1] && m[2] ? m[1] + m[2] : null;
}

/** The range as it is at this moment: a colleague who opens it sees the same, tomorrow too. */
export function freeze(range: TimeRange, now: number): TimeRange {
  return {
    from: new Date(resolve(range.from, now)).toISOString(),
    to: new Date(resolve(range.to, now)).toISOString(),
  };
}

/** The live range that is about as long as a fixed one. */
export function thaw(range: TimeRange, now: number): TimeRange {
  const minutes = Math.max(1, Math.round(lengthOf(range, now) / 60_000));
  return { from: `now-${minutes}m`, to: 'now' };
}

/** The range of the URL; what is missing or not a time is the default. */
export function rangeOf(params: URLSearchParams): TimeRange {
  const from = params.get('from');
  const to = params.get('to');
  if (!isTime(from) || !isTime(to)) return DEFAULT_RANGE;
  return { from, to };
}
