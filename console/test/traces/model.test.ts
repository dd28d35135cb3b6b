import { expect, test } from 'vitest';
import {
  firstError,
  modelOf,
  ownTime,
  rowsOf,
  withParents,
} from '../../src/pages/traces/trace/model';
import { find } from '../../src/pages/traces/trace/find';
import { nextFound } from '../../src/pages/traces/trace/keys';
import { ORDER, span, traceOf } from './data';

const ids = (nodes: { span: { span_id: string } }[]) => nodes.map((n) => n.span.span_id).join('');

test('spans stand under their parents, by start, whatever order they came in', () => {
  const model = modelOf({ ...ORDER, spans: [...ORDER.spans].reverse() });
  expect(ids(model.nodes)).toBe('abcd');
  expect(model.nodes.map((n) => n.depth)).toEqual([0, 1, 2, 2]);
  expect(model.nodes.map((n) => n.size)).toEqual([4, 3, 1, 1]);
  expect(model.nodes.map((n) => n.errorsBelow)).toEqual([2, 1, 0, 0]);
  expect(model.services).toEqual(['storefront', 'order', 'payment']);
});

test('a span whose parent is missing becomes a root and is counted', () => {
  const model = modelOf(traceOf([span('a'), span('b', { parent_span_id: 'gone', start_ms: 3 })]));
  expect(ids(model.nodes)).toBe('ab');
  expect(model.nodes.map((n) => n.orphan)).toEqual([false, true]);
  expect(model.orphans).toBe(1);
});

test('circles, spans that are their own parent and ids that come twice lose no span', () => {
  const model = modelOf(
    traceOf([
      span('a', { parent_span_id: 'b' }),
      span('b', { parent_span_id: 'a', start_ms: 1 }),
      span('c', { parent_span_id: 'c', start_ms: 2 }),
      span('c', { parent_span_id: 'a', start_ms: 3 }),
    ]),
  );
  expect(model.nodes).toHaveLength(4);
  expect(new Set(model.nodes).size).toBe(4);
  expect(model.nodes[0]!.size + model.nodes.find((n) => n.depth === 0 && n.index > 0)!.size).toBe(
    4,
  );
});

test('a chain of 10,000 spans is a tree like any other', () => {
  const chain = Array.from({ length: 10_000 }, (_, i) =>
    span(`s${i}`, { start_ms: i, parent_span_id: i ? `s${i - 1}` : null }),
  );
  const model = modelOf(traceOf(chain));
  expect(model.nodes.at(-1)!.depth).toBe(9_999);
  expect(model.nodes[0]!.size).toBe(10_000);
  expect(rowsOf(model, new Set(['s100']))).toHaveLength(101);
});

test('a folded span hides all below it; a kept one brings its parents', () => {
  const model = modelOf(ORDER);
  expect(ids(rowsOf(model, new Set(['b'])))).toBe('ab');
  expect(ids(rowsOf(model, new Set(), withParents([model.byId.get('d')!])))).toBe('abd');
});

test('the first error is where it came from, not where it was passed on', () => {
  expect(firstError(modelOf(ORDER))?.span.span_id).toBe('d');
  expect(firstError(modelOf(traceOf([span('a')])))).toBeNull();
});

test('own time is what no child covers, also where children overlap or stick out', () => {
  const model = modelOf(ORDER);
  expect(ownTime(model.byId.get('b')!, 0)).toEqual([
    [10, 20],
    [30, 40],
    [80, 90],
  ]);
  const overlapping = modelOf(
    traceOf([
      span('a', { duration_ms: 100 }),
      span('b', { parent_span_id: 'a', start_ms: 10, duration_ms: 60 }),
      span('c', { parent_span_id: 'a', start_ms: 20, duration_ms: 20 }),
      span('d', { parent_span_id: 'a', start_ms: 90, duration_ms: 60 }),
    ]),
  );
  expect(ownTime(overlapping.nodes[0]!, 0)).toEqual([
    [0, 10],
    [70, 90],
  ]);
});

test('stretches the eye could not part are drawn as one', () => {
  expect(ownTime(modelOf(ORDER).byId.get('b')!, 15)).toEqual([
    [10, 40],
    [80, 90],
  ]);
});

test('find takes every word, in names, values, messages and events', () => {
  const model = modelOf(ORDER);
  expect(ids(find(model, 'payment'))).toBe('cd');
  expect(ids(find(model, 'PAYMENT exhausted'))).toBe('d');
  expect(ids(find(model, 'http.response.status_code=500'))).toBe('d');
  expect(ids(find(model, 'poolexception'))).toBe('d');
  expect(find(model, '  ')).toEqual([]);
});

test('next and previous match go round', () => {
  const model = modelOf(ORDER);
  const found = find(model, 'payment');
  const [c, d] = found;
  expect(nextFound(found, model.nodes[0]!, false)).toBe(c);
  expect(nextFound(found, d!, false)).toBe(c);
  expect(nextFound(found, c!, true)).toBe(d);
  expect(nextFound([], c!, false)).toBeNull();
});
