import type { Span, Trace } from '../../src/api/contract';

/** A span; what is not given is unremarkable. */
export function span(id: string, over: Partial<Span> = {}): Span {
  const start_ms = over.start_ms ?? 0;
  const duration_ms = over.duration_ms ?? 10;
  return {
    span_id: id,
    parent_span_id: null,
    service: 'shop',
    name: `op ${id}`,
    kind: 'internal',
    start: new Date(Date.UTC(2026, 10, 21, 12) + start_ms).toISOString(),
    start_ms,
    duration_ms,
    self_ms: duration_ms,
    status: 'unset',
    attributes: {},
    resource: {},
    events: [],
    links: [],
    ...over,
  };
}

export function traceOf(spans: Span[], over: Partial<Trace> = {}): Trace {
  return {
    trace_id: '0af7651916cd43dd8448eb211c80319c',
    start: '2026-11-21T12:00:00Z',
    duration_ms: spans.reduce((end, s) => Math.max(end, s.start_ms + s.duration_ms), 0),
    spans,
    critical_path: [],
    cost: { rows_read: 1, bytes_read: 1, segments: 1, elapsed_ms: 1 },
    ...over,
  };
}

/** Storefront calls order, order calls payment twice; the second call fails. */
export const ORDER = traceOf(
  [
    span('a', { service: 'storefront', name: 'POST /orders', duration_ms: 100, status: 'error' }),
    span('b', {
      service: 'order',
      parent_span_id: 'a',
      start_ms: 10,
      duration_ms: 80,
      status: 'error',
    }),
    span('c', { service: 'payment', parent_span_id: 'b', start_ms: 20, duration_ms: 10 }),
    span('d', {
      service: 'payment',
      parent_span_id: 'b',
      start_ms: 40,
      duration_ms: 40,
      status: 'error',
      status_message: 'pool exhausted',
      attributes: { 'http.response.status_code': 500, 'http.route': '/payments' },
      events: [
        {
          name: 'exception',
          time: '2026-11-21T12:00:00.070Z',
          offset_ms: 30,
          attributes: { 'exception.type': 'PoolException', 'exception.stacktrace': 'at Pool.get' },
        },
      ],
    }),
  ],
  {
    critical_path: [
      { span_id: 'a', from_ms: 0, to_ms: 10 },
      { span_id: 'b', from_ms: 10, to_ms: 40 },
      { span_id: 'd', from_ms: 40, to_ms: 80 },
      { span_id: 'b', from_ms: 80, to_ms: 90 },
      { span_id: 'a', from_ms: 90, to_ms: 100 },
    ],
  },
);
