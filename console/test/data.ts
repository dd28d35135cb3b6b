import type { Change, Overview, Red, RedPoint, ServiceSummary } from '../src/api/contract';

/** Figures for tests; what is not given is unremarkable. */
export function red(over: Partial<Red> = {}): Red {
  const count = over.count ?? 1000;
  const errors = over.errors ?? 0;
  return {
    count,
    errors,
    rate: count / 900,
    error_ratio: count ? errors / count : 0,
    avg_ms: 30,
    p50_ms: 20,
    p95_ms: 80,
    p99_ms: 120,
    ...over,
  };
}

export function trend(points: Partial<RedPoint>[]): RedPoint[] {
  return points.map((p, i) => ({
    time: new Date(Date.UTC(2020, 10, 21, 12, 0, i * 30)).toISOString(),
    count: 100,
    errors: 0,
    p50_ms: 20,
    p95_ms: 80,
    p99_ms: 120,
    ...p,
  }));
}

export function app(service: string, over: Partial<ServiceSummary> = {}): ServiceSummary {
  return {
    service,
    red: red(),
    previous: red(),
    trend: trend(Array.from({ length: 30 }, () => ({}))),
    instances: 1,
    versions: ['1.0.0'],
    last_change: null,
    ...over,
  };
}

export function overview(over: Partial<Overview> = {}): Overview {
  return {
    from: '2026-11-21T11:45:00Z',
    to: '2026-11-21T12:00:00Z',
    services: 5,
    instances: 8,
    red: red({ count: 23_410, errors: 5 }),
    active_sessions: 312,
    spans: 800_000,
    logs: 6000,
    metric_points: 20_000,
    ever_received: true,
    cost: { rows_read: 1, bytes_read: 1, segments: 1, elapsed_ms: 1 },
    ...over,
  };
}

export const POOL_SHRUNK: Change = {
  time: '2026-11-21T11:54:00Z',
  kind: 'config',
  service: 'payment',
  summary: 'pool 20 → 2',
};
