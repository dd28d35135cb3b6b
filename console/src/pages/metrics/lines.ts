import type { MetricResult } from '../../api/contract';

export interface Line {
  label: string;
  values: readonly (number | null)[];
  last: number | null;
  max: number | null;
  exemplars: Exemplar[];
}

export interface Exemplar {
  time: number;
  value: number;
  trace_id: string;
  span_id?: string | undefined;
}

/** Lines drawn until the reader chooses others. */
export const DRAWN = 10;

/** The step that has only begun is left out: a rate would seem to fall at the end. */
export function wholeSteps(result: MetricResult, now: number): number {
  const last = result.times.at(-1);
  if (last === undefined || result.times.length < 3) return result.times.length;
  const over = Date.parse(last) + result.step_s * 1000 > now;
  return over ? result.times.length - 1 : result.times.length;
}

/** The series as lines, those with the highest last value first. */
export function linesOf(result: MetricResult, all: string, none: string, now: number): Line[] {
  const steps = wholeSteps(result, now);
  return result.series
    .map((s) => {
      const values = s.values.slice(0, steps);
      const known = values.filter((v) => v !== null);
      return {
        label: labelOf(s.labels, all, none),
        values,
        last: known.at(-1) ?? null,
        max: known.length > 0 ? Math.max(...known) : null,
        exemplars: (s.exemplars ?? []).flatMap((e) =>
          e.time && e.trace_id && e.value !== undefined
            ? [
                {
                  time: Date.parse(e.time),
                  value: e.value,
                  trace_id: e.trace_id,
                  span_id: e.span_id,
                },
              ]
            : [],
        ),
      };
    })
    .sort((a, b) => (b.last ?? -Infinity) - (a.last ?? -Infinity) || (a.label < b.label ? -1 : 1));
}

/** The values of a group; with one key the value alone. */
function labelOf(labels: Record<string, string>, all: string, none: string): string {
  const entries = Object.entries(labels);
  if (entries.length === 0) return all;
  if (entries.length === 1) return entries[0]![1] || none;
  return entries.map(([, v]) => v || none).join(' · ');
}
