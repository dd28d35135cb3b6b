import { expect, test } from 'vitest';
import type { MetricResult } from '../../src/api/contract';
import { ratesOf, went } from '../../src/pages/service/run/gatewayRates';

const START = Date.parse('2026-11-22T08:00:00Z');

function rates(byStatus: Record<string, (number | null)[]>): MetricResult {
  const steps = Object.values(byStatus)[0]!.length;
  return {
    name: 'http.server.request.duration',
    unit: 's',
    type: 'histogram',
    op: 'rate',
    step_s: 10,
    times: Array.from({ length: steps }, (_, i) => new Date(START + i * 10_000).toISOString()),
    series: Object.entries(byStatus).map(([status, values]) => ({
      labels: { 'http.response.status_code': status },
      values,
    })),
    cost: { rows_read: 1, bytes_read: 1, segments: 1, elapsed_ms: 1 },
  };
}

test('answers of every status are requests, those of 5xx are errors', () => {
  const { all, errors } = ratesOf(
    rates({ 200: [null, 3, 0], 404: [null, 1, 0], 503: [null, null, 0] }),
    START + 60_000,
  );
  expect(all).toEqual([null, 4, 0]);
  expect(errors).toEqual([null, 0, null]);
  expect(ratesOf(rates({ 200: [3], 502: [1] }), START + 60_000).errors).toEqual([0.25]);
});

test('an app nobody called through the gateway has no such story', () => {
  expect(went(undefined)).toBe(false);
  expect(went(rates({ 200: [null, 0] }))).toBe(false);
  expect(went(rates({ 200: [null, 0.1] }))).toBe(true);
});
