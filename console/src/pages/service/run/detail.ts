import type { Change, ServiceDetail } from '../../../api/contract';

const NO_RED = {
  count: 0,
  errors: 0,
  rate: 0,
  error_ratio: 0,
  avg_ms: null,
  p50_ms: null,
  p95_ms: null,
  p99_ms: null,
};

/** The story of an app that runs here and of which no telemetry is known in the range. */
export function quietDetail(service: string, changes: readonly Change[]): ServiceDetail {
  return {
    service,
    step_s: 10,
    red: NO_RED,
    previous: NO_RED,
    series: [],
    versions: [],
    instances: [],
    operations: [],
    changes: [...changes],
    resource: {},
    cost: { rows_read: 0, bytes_read: 0, segments: 0, elapsed_ms: 0 },
  };
}

/** Whether there is nothing to draw of rate, errors and latency. */
export function isQuiet(detail: ServiceDetail): boolean {
  return detail.series.every((p) => p.count === 0);
}
