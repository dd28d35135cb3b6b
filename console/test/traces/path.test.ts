import { expect, test } from 'vitest';
import { modelOf } from '../../src/pages/traces/trace/model';
import { pathOf, timeOnPath } from '../../src/pages/traces/trace/path';
import { ORDER } from './data';

test('the path is divided among services, the longest first', () => {
  const path = pathOf(modelOf(ORDER));
  expect(path.length).toBe(100);
  expect(path.services).toEqual([
    { service: 'order', ms: 40, share: 0.4 },
    { service: 'payment', ms: 40, share: 0.4 },
    { service: 'storefront', ms: 20, share: 0.2 },
  ]);
});

test('each span knows its stretches; a span beside the path has none', () => {
  const path = pathOf(modelOf(ORDER));
  expect(path.bySpan.get('b')).toEqual([
    [10, 40],
    [80, 90],
  ]);
  expect(timeOnPath(path, 'b')).toBe(40);
  expect(path.bySpan.has('c')).toBe(false);
  expect(timeOnPath(path, 'c')).toBe(0);
});

test('stretches that touch are one, and the span that held the path longest is named', () => {
  const path = pathOf(
    modelOf({
      ...ORDER,
      critical_path: [
        { span_id: 'd', from_ms: 40, to_ms: 60 },
        { span_id: 'd', from_ms: 60, to_ms: 80 },
        { span_id: 'b', from_ms: 80, to_ms: 90 },
      ],
    }),
  );
  expect(path.bySpan.get('d')).toEqual([[40, 80]]);
  expect(path.top).toMatchObject({ ms: 40, share: 0.8 });
  expect(path.top?.node.span.span_id).toBe('d');
});

test('stretches of spans the trace does not hold, or of no length, are left out', () => {
  const path = pathOf(
    modelOf({
      ...ORDER,
      critical_path: [
        { span_id: 'gone', from_ms: 0, to_ms: 50 },
        { span_id: 'a', from_ms: 50, to_ms: 50 },
      ],
    }),
  );
  expect(path).toMatchObject({ length: 0, services: [], top: null });
});
