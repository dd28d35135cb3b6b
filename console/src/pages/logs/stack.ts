import type { LogHistogram } from '../../api/contract';
import type { Severity } from './filter';

/** Worst at the foot, where a small number is still seen against the line. */
export const ORDER: readonly Severity[] = [
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
  'trace',
  'unspecified',
];

export interface Bar {
  /** epoch ms */
  from: number;
  to: number;
  total: number;
  parts: { severity: Severity; count: number; below: number }[];
}

/** One bar a step, its severities one upon the other. */
export function barsOf(h: LogHistogram): Bar[] {
  return h.times.map((time, i) => {
    const from = Date.parse(time);
    let total = 0;
    const parts: Bar['parts'] = [];
    for (const severity of ORDER) {
      const count = h.counts[severity]?.[i] ?? 0;
      if (count > 0) parts.push({ severity, count, below: total });
      total += count;
    }
    return { from, to: from + h.step_s * 1000, total, parts };
  });
}

/** Counts of the whole range by severity, those that occur, worst first. */
export function totalsOf(h: LogHistogram): { severity: Severity; count: number }[] {
  return ORDER.map((severity) => ({
    severity,
    count: (h.counts[severity] ?? []).reduce((sum, n) => sum + n, 0),
  })).filter((s) => s.count > 0);
}
