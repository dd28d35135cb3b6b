import type { PatternList } from '../../api/contract';
import { SEVERITIES, type Severity } from './filter';

type Pattern = PatternList['patterns'][number];

export const LIMIT = 1000;

/** The severity of a pattern; a word we do not know is none. */
export function severityOf(p: Pattern): Severity {
  return SEVERITIES.find((s) => s === p.severity) ?? 'unspecified';
}

/** Whether every word stands in the pattern or in its example; case does not matter. */
export function holds(p: Pattern, text: string | undefined): boolean {
  const all = `${p.template} ${p.example ?? ''}`.toLowerCase();
  return (text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** How many, and how many of them were never seen before the range. */
export function summaryOf(list: PatternList): { all: number; fresh: number; top: Pattern | null } {
  const top = [...list.patterns].sort((a, b) => b.count - a.count)[0] ?? null;
  return {
    all: list.patterns.length,
    fresh: list.patterns.filter((p) => p.is_new).length,
    top,
  };
}
