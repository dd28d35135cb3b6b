import type { MetricCatalogue, Operations } from '../../api/contract';

export type Metric = MetricCatalogue['metrics'][number];
export type Op = NonNullable<Operations['queryMetric']['params']['op']>;

/** One chart: which metric, and what is asked of it. In the URL under the API's names. */
export interface Chart {
  name: string;
  /** undefined: what suits the metric's type */
  op?: Op | undefined;
  q?: number | undefined;
  by: string[];
  service?: string | undefined;
  attr: string[];
}

export interface Choice {
  op: Op;
  q?: number;
}

const QUANTILES: Choice[] = [0.5, 0.9, 0.95, 0.99].map((q) => ({ op: 'quantile', q }));
const plain = (...ops: Op[]): Choice[] => ops.map((op) => ({ op }));

/** What can be asked of a metric, the usual first. */
export function choicesOf(metric: Pick<Metric, 'type' | 'monotonic'> | undefined): Choice[] {
  switch (metric?.type) {
    case 'histogram':
    case 'exponential_histogram':
      return [
        QUANTILES[2]!,
        QUANTILES[0]!,
        QUANTILES[1]!,
        QUANTILES[3]!,
        ...plain('avg', 'rate', 'count', 'max', 'min', 'sum'),
      ];
    case 'summary':
      return [QUANTILES[2]!, QUANTILES[0]!, QUANTILES[3]!, ...plain('avg', 'rate', 'count')];
    case 'sum':
      // A monotonic sum only ever grows: its slope is what tells.
      return metric.monotonic === false
        ? plain('avg', 'sum', 'min', 'max', 'last', 'count')
        : plain('rate', 'last', 'count');
    default:
      return [...plain('avg', 'min', 'max', 'sum', 'last', 'count'), QUANTILES[2]!];
  }
}

/** The chart's own choice, or the usual one of the metric's type. */
export function chosen(chart: Chart, metric: Metric | undefined): Choice {
  if (chart.op === undefined) return choicesOf(metric)[0]!;
  if (chart.op === 'quantile') return { op: 'quantile', q: chart.q ?? 0.95 };
  return { op: chart.op };
}

export const keyOfChoice = (c: Choice) => (c.q === undefined ? c.op : `${c.op} ${c.q}`);

/** The unit of what an operation yields (UCUM): a rate is per second, a count of points has none. */
export function unitOf(unit: string, type: string, op: string): string {
  if (op === 'count') return '';
  if (op !== 'rate') return unit;
  const counted = type === 'histogram' || type === 'exponential_histogram' || type === 'summary';
  return counted || unit === '' || unit === '1' ? '/s' : `${unit}/s`;
}

export function readChart(params: URLSearchParams): Chart | null {
  const name = params.get('name');
  if (!name) return null;
  const q = Number(params.get('q'));
  return {
    name,
    op: (params.get('op') as Op | null) ?? undefined,
    q: params.has('q') && q >= 0 && q <= 1 ? q : undefined,
    by: (params.get('by') ?? '').split(',').filter(Boolean),
    service: params.get('service') ?? undefined,
    attr: params.getAll('attr'),
  };
}

/** The chart's parameters, in place of those of another one. */
export function writeChart(old: URLSearchParams, chart: Chart | null): URLSearchParams {
  const next = new URLSearchParams(old);
  for (const name of ['name', 'op', 'q', 'by', 'service', 'attr']) next.delete(name);
  if (!chart) return next;
  next.set('name', chart.name);
  if (chart.op) next.set('op', chart.op);
  if (chart.q !== undefined) next.set('q', String(chart.q));
  if (chart.by.length > 0) next.set('by', chart.by.join(','));
  if (chart.service) next.set('service', chart.service);
  chart.attr.forEach((a) => next.append('attr', a));
  return next;
}

/** A pinned chart is one parameter that holds the chart's own. */
export function pinnedOf(params: URLSearchParams): Chart[] {
  return params
    .getAll('pin')
    .map((text) => readChart(new URLSearchParams(text)))
    .filter((c) => c !== null);
}

export function withPinned(old: URLSearchParams, charts: readonly Chart[]): URLSearchParams {
  const next = new URLSearchParams(old);
  next.delete('pin');
  charts.forEach((c) => next.append('pin', writeChart(new URLSearchParams(), c).toString()));
  return next;
}

export const sameChart = (a: Chart, b: Chart) =>
  writeChart(new URLSearchParams(), a).toString() ===
  writeChart(new URLSearchParams(), b).toString();

/** The chart a metric opens with: one line an app, where several send it. */
export function opening(metric: Metric, service: string | undefined): Chart {
  const several = !service && (metric.services?.length ?? 0) > 1;
  return { name: metric.name, by: several ? ['service.name'] : [], service, attr: [] };
}
