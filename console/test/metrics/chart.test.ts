import { expect, test } from 'vitest';
import type { MetricResult } from '../../src/api/contract';
import {
  chosen,
  choicesOf,
  opening,
  pinnedOf,
  readChart,
  unitOf,
  withPinned,
  writeChart,
  type Chart,
  type Metric,
} from '../../src/pages/metrics/chart';
import { roomFor, thinned } from '../../src/pages/metrics/exemplars';
import { linesOf } from '../../src/pages/metrics/lines';

const CHART: Chart = {
  name: 'http.server.request.duration',
  op: 'quantile',
  q: 0.99,
  by: ['service.name', 'http.route'],
  service: 'order',
  attr: ['http.route=/a&b', 'n>=1'],
};
const metric = (over: Partial<Metric>): Metric => ({
  name: 'm',
  type: 'gauge',
  unit: '',
  series: 1,
  ...over,
});

test('a chart in the URL reads back as it was, and the range stays', () => {
  const params = writeChart(new URLSearchParams('from=now-1h&to=now'), CHART);
  expect(readChart(new URLSearchParams(params.toString()))).toEqual(CHART);
  expect(params.get('from')).toBe('now-1h');
  expect(readChart(writeChart(params, null))).toBeNull();
});

test('pinned charts in the URL read back as they were, in their order', () => {
  const other: Chart = { name: 'jvm.memory.used', by: [], attr: [] };
  const params = withPinned(new URLSearchParams('from=now-1h'), [CHART, other]);
  const back = pinnedOf(new URLSearchParams(params.toString()));
  expect(back).toEqual([CHART, { ...other, op: undefined, q: undefined, service: undefined }]);
});

test.each([
  [metric({ type: 'gauge' }), { op: 'avg' }],
  [metric({ type: 'sum', monotonic: true }), { op: 'rate' }],
  [metric({ type: 'sum', monotonic: false }), { op: 'avg' }],
  [metric({ type: 'histogram' }), { op: 'quantile', q: 0.95 }],
  [metric({ type: 'exponential_histogram' }), { op: 'quantile', q: 0.95 }],
  [metric({ type: 'summary' }), { op: 'quantile', q: 0.95 }],
])('what is asked first of $0.type', (m, choice) => {
  expect(chosen({ name: 'm', by: [], attr: [] }, m)).toEqual(choice);
});

test('a histogram is never asked for its last value, which it has not', () => {
  expect(choicesOf(metric({ type: 'histogram' })).map((c) => c.op)).not.toContain('last');
});

test('a rate is per second of its unit, or of what a histogram counted', () => {
  expect(unitOf('By', 'sum', 'rate')).toBe('By/s');
  expect(unitOf('s', 'histogram', 'rate')).toBe('/s');
  expect(unitOf('s', 'histogram', 'quantile')).toBe('s');
  expect(unitOf('s', 'histogram', 'count')).toBe('');
});

test('a metric of several apps opens with one line each', () => {
  const m = metric({ services: ['a', 'b'] });
  expect(opening(m, undefined).by).toEqual(['service.name']);
  expect(opening(m, 'a').by).toEqual([]);
});

const RESULT: MetricResult = {
  name: 'm',
  unit: 's',
  type: 'histogram',
  op: 'quantile',
  step_s: 60,
  times: ['2026-11-21T12:00:00Z', '2026-11-21T12:01:00Z', '2026-11-21T12:02:00Z'],
  series: [
    { labels: { a: 'low' }, values: [1, 2, 0.1] },
    { labels: { a: '' }, values: [5, null, 0.1], exemplars: [{ value: 3 }] },
  ],
  cost: { rows_read: 0, bytes_read: 0, segments: 0, elapsed_ms: 0 },
};
const END = Date.parse('2026-11-21T12:03:00Z');

test('the highest last value stands first; the step that has only begun is left out', () => {
  const lines = linesOf(RESULT, 'all', '(none)', END - 1);
  expect(lines.map((l) => [l.label, l.last, l.max])).toEqual([
    ['(none)', 5, 5],
    ['low', 2, 2],
  ]);
  expect(lines[0]!.values).toHaveLength(2);
  expect(linesOf(RESULT, 'all', '(none)', END)[0]!.values).toHaveLength(3);
});

test('an exemplar without a trace is no point that leads anywhere', () => {
  expect(linesOf(RESULT, 'all', '(none)', END).flatMap((l) => l.exemplars)).toEqual([]);
});

test('an outlier gets room, but does not flatten the lines', () => {
  const at = (value: number) => ({ time: 0, value, trace_id: 't' });
  expect(roomFor([at(1.5)], 1)).toBe(1.5);
  expect(roomFor([at(50)], 1)).toBe(2);
  expect(roomFor([at(50)], 0)).toBe(50);
});

test('of exemplars that would cover each other the highest stay', () => {
  const box = { left: 0, top: 0, width: 100, height: 50, from: 0, to: 100, low: 0, high: 10 };
  const at = (time: number, value: number) => ({ time, value, trace_id: 't' });
  const kept = thinned([at(1, 1), at(2, 9), at(3, 5), at(50, 2), at(500, 2)], box);
  expect(kept.map((e) => e.value).sort()).toEqual([2, 5, 9]);
});
