import type { LogRecord } from '../../api/contract';

/** Records kept while a tail runs; the oldest go first. */
export const KEPT = 5_000;

/** A record with a number of its own: the order of arrival. */
export interface Arrived {
  n: number;
  record: LogRecord;
}

export interface Tail {
  /** newest first */
  shown: readonly Arrived[];
  /** arrived while paused, newest first */
  waiting: readonly Arrived[];
  /** all that came */
  arrived: number;
  /** more than the server sends a client, by its own count */
  skipped: number;
  /** let go here to stay within memory */
  forgotten: number;
}

export const EMPTY_TAIL: Tail = { shown: [], waiting: [], arrived: 0, skipped: 0, forgotten: 0 };

function put(to: readonly Arrived[], fresh: Arrived[]): [readonly Arrived[], number] {
  const all = [...fresh, ...to];
  return all.length > KEPT ? [all.slice(0, KEPT), all.length - KEPT] : [all, 0];
}

/**
 * New records. Those of one draw stand in order of their time: apps send theirs in batches, which
 * would else stand as blocks. While paused they wait, so that nothing moves.
 */
export function received(tail: Tail, records: readonly LogRecord[], paused: boolean): Tail {
  if (records.length === 0) return tail;
  const fresh = records
    .map((record, i) => ({ n: tail.arrived + i, record }))
    .sort((a, b) => (a.record.time < b.record.time ? 1 : -1));
  const arrived = tail.arrived + records.length;
  const key = paused ? 'waiting' : 'shown';
  const [rows, over] = put(tail[key], fresh);
  return { ...tail, [key]: rows, arrived, forgotten: tail.forgotten + over };
}

/** What a record is recognised by: the tail and a search do not number it alike. */
const signOf = (r: LogRecord) => `${r.time} ${r.instance} ${JSON.stringify(r.body)}`;

/** The rows of a tail, and below them what was there before it began. */
export function withEarlier(tail: Tail, earlier: readonly LogRecord[]) {
  const rows = tail.shown.map(({ n, record }) => ({ key: String(n), record }));
  if (earlier.length === 0) return rows;
  const seen = new Set([...tail.shown, ...tail.waiting].map(({ record }) => signOf(record)));
  const before = earlier.filter((r) => !seen.has(signOf(r)));
  return [...rows, ...before.map((record, i) => ({ key: `earlier ${record.id ?? i}`, record }))];
}

/** Goes on: what waited is shown. */
export function resumed(tail: Tail): Tail {
  if (tail.waiting.length === 0) return tail;
  const [shown, over] = put(tail.shown, [...tail.waiting]);
  return { ...tail, shown, waiting: [], forgotten: tail.forgotten + over };
}
