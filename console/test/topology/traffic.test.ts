import { expect, test } from 'vitest';
import type { Graph } from '../../src/api/contract';
import { edgeHealth, onlyChecks, withoutChecks } from '../../src/topology/traffic';
import type { Health } from '../../src/ui/health';
import { overview, red } from '../data';

const service = (name: string) => ({ id: `service:${name}`, kind: 'service' as const, name });
const graph: Graph = {
  nodes: [
    { id: 'user', kind: 'user', name: 'user' },
    service('order'),
    service('payment'),
    { id: 'external:pg', kind: 'external', name: 'pg', ports: [443], ephemeral_ports: 0 },
  ],
  edges: [
    { from: 'user', to: 'service:order', red: red({ count: 40 }), health_checks: 40 },
    { from: 'service:order', to: 'service:payment', red: red({ errors: 20 }) },
    { from: 'service:payment', to: 'external:pg', red: red({ errors: 20 }) },
  ],
  cost: overview().cost,
};
const known = (payment: Health) =>
  new Map<string, Health>([
    ['order', 'ok'],
    ['payment', payment],
  ]);

test('a line is health checks only where all of its requests are', () => {
  const [checks] = graph.edges;
  expect(onlyChecks(checks!)).toBe(true);
  expect(onlyChecks({ ...checks!, health_checks: 39 })).toBe(false);
  expect(onlyChecks({ ...checks!, red: red({ count: 0 }), health_checks: 0 })).toBe(false);
});

test('without health checks a user who only checked is gone, services stay', () => {
  const shown = withoutChecks(graph);
  expect(shown.nodes.map((n) => n.id)).toEqual(['service:order', 'service:payment', 'external:pg']);
  expect(shown.edges).toHaveLength(2);
});

test('a few refused calls between apps that are well are not marked', () => {
  expect(edgeHealth(graph, known('ok'))).toEqual(['ok', 'ok', 'ok']);
  expect(edgeHealth(graph, known('warn'))).toEqual(['ok', 'warn', 'warn']);
});

test('many refused calls are marked even where both ends are well', () => {
  const [, order, pg] = graph.edges;
  const failing = { ...graph, edges: [order!, { ...pg!, red: red({ errors: 100 }) }] };
  expect(edgeHealth(failing, known('ok'))).toEqual(['ok', 'warn']);
  expect(edgeHealth(failing, known('bad'))).toEqual(['warn', 'bad']);
  // Two of twenty, a minute after the start, is chance.
  const few = { ...graph, edges: [{ ...pg!, red: red({ count: 20, errors: 2 }) }] };
  expect(edgeHealth(few, known('ok'))).toEqual(['ok']);
});
