import type { MetricResult } from '../../../api/contract';
import type { Series } from '../../../ui/chartTypes';
import { wholeSteps } from '../../metrics/lines';

/** One line: a series of an answer, the first where none is named. */
export interface Asked extends Omit<Series, 'values'> {
  result: MetricResult | undefined;
  of?: number;
  /** ms for which a figure holds where no newer one has come: what is counted now and then */
  hold?: number;
}

export interface Joined {
  times: number[];
  step: number;
  series: Series[];
}

/** Lines of several answers on one axis of time; null where there is no figure in any. */
export function joined(asked: readonly Asked[], now: number): Joined | null {
  const known = asked.flatMap(({ result, of = 0, hold = 0, ...look }) => {
    const values = result?.series[of]?.values;
    if (!result || !values) return [];
    const at = new Map<number, number | null>();
    let last: { time: number; value: number } | null = null;
    for (const [i, text] of result.times.slice(0, wholeSteps(result, now)).entries()) {
      const time = Date.parse(text);
      const value = values[i] ?? null;
      if (value !== null) last = { time, value };
      at.set(time, value ?? (last && time - last.time <= hold ? last.value : null));
    }
    return [{ look, at, step: result.step_s * 1000 }];
  });
  const times = [...new Set(known.flatMap((k) => [...k.at.keys()]))].sort((a, b) => a - b);
  const series = known.map(({ look, at }) => ({
    ...look,
    values: times.map((time) => at.get(time) ?? null),
  }));
  if (!series.some((s) => s.values.some((v) => v !== null))) return null;
  return { times, step: known[0]!.step, series };
}

/** A line for each series of an answer, those of instances that have told something lately first. */
export function byLabel(
  result: MetricResult | undefined,
  most: number,
  colour: (i: number) => string,
) {
  const late = (values: readonly (number | null)[]) => values.findLastIndex((v) => v !== null);
  return (result?.series ?? [])
    .map((s, of) => ({ of, label: Object.values(s.labels)[0] ?? '', late: late(s.values) }))
    .filter((s) => s.label !== '')
    .sort((a, b) => b.late - a.late || a.label.localeCompare(b.label))
    .slice(0, most)
    .map<Asked>(({ of, label }, i) => ({ label, of, result, colour: colour(i), width: 2 }));
}
