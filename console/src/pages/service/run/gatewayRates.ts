import type { MetricResult } from '../../../api/contract';
import { wholeSteps } from '../../metrics/lines';

export const STATUS = 'http.response.status_code';

/** Whether any request went through the gateway. */
export function went(rate: MetricResult | undefined): rate is MetricResult {
  return rate?.series.some((s) => s.values.some((v) => v !== null && v > 0)) ?? false;
}

/** Requests a second, and those of them answered with 5xx, step by step; null before the first. */
export function ratesOf(rate: MetricResult, now: number) {
  const steps = wholeSteps(rate, now);
  const sum = (series: MetricResult['series'], i: number) =>
    series.reduce<number | null>((all, s) => {
      const value = s.values[i] ?? null;
      return value === null ? all : (all ?? 0) + value;
    }, null);
  const failed = rate.series.filter((s) => /^5\d\d$/.test(s.labels[STATUS] ?? ''));
  const all = Array.from({ length: steps }, (_, i) => sum(rate.series, i));
  return {
    times: rate.times.slice(0, steps).map((time) => Date.parse(time)),
    all,
    errors: all.map((one, i) => (one ? (sum(failed, i) ?? 0) / one : null)),
  };
}
