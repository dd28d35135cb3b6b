import type { LogRecord } from '../../../api/contract';

/** The log lines of a trace by the span they were written in. */
export type LogsBySpan = ReadonlyMap<string, readonly LogRecord[]>;

/** Lines without a span are left out. */
export function logsBySpan(logs: readonly LogRecord[]): LogsBySpan {
  const out = new Map<string, LogRecord[]>();
  for (const l of logs) {
    if (!l.span_id) continue;
    const lines = out.get(l.span_id);
    if (lines) lines.push(l);
    else out.set(l.span_id, [l]);
  }
  return out;
}
