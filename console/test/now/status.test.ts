import { expect, test } from 'vitest';
import { byAttention } from '../../src/pages/now/attention';
import { statusOf } from '../../src/pages/now/status';
import { healthOf, stateOf } from '../../src/ui/health';
import { app, overview, red, trend } from '../data';
import { instance, running } from '../data-apps';

const failing = app('payment', { red: red({ errors: 100 }) });
const ailing = app('order', { red: red({ errors: 20 }) });
const well = app('catalog');
const none = red({ count: 0, p95_ms: null });

test('all is well', () => {
  expect(statusOf(overview(), [well, app('a')])).toMatchObject({ kind: 'ok', health: 'ok' });
});

test('a failing app is named before an ailing one, and the others are counted', () => {
  const status = statusOf(overview(), [well, ailing, failing, app('x', { red: failing.red })]);
  expect(status).toMatchObject({ kind: 'failing', health: 'bad', more: 1 });
  expect(status.about?.app.service).toBe('payment');
});

test('errors of one to five percent ask for attention', () => {
  expect(statusOf(overview(), [ailing, well]).kind).toBe('attention');
});

test('a p95 that has doubled is said, one that is merely higher is not', () => {
  const slow = (p95_ms: number) => app('order', { red: red({ p95_ms }), previous: red() });
  expect(statusOf(overview(), [slow(400)]).kind).toBe('slower');
  expect(statusOf(overview(), [slow(140)]).kind).toBe('ok');
  // Twice of nothing much is nothing much.
  expect(healthOf(red({ p95_ms: 4 }), red({ p95_ms: 1 }))).toBe('ok');
});

test('trouble of the last minutes is not hidden in the mean of the range', () => {
  const points = Array.from({ length: 30 }, (_, i) => ({ errors: i >= 24 ? 20 : 0 }));
  const late = app('payment', { red: red({ count: 3000, errors: 120 }), trend: trend(points) });
  expect(healthOf(late.red)).toBe('warn');
  const state = stateOf(late);
  expect(state.health).toBe('bad');
  expect(state.red.error_ratio).toBeCloseTo(0.2);
  expect(state.seconds).toBe(180);
});

test('apps without requests are quiet; nothing received at all is silence', () => {
  const idle = app('a', { red: none, previous: none, trend: [] });
  expect(statusOf(overview({ red: none }), [idle]).kind).toBe('quiet');
  const nothing = overview({ red: none, spans: 0, logs: 0, metric_points: 0 });
  expect(statusOf(nothing, []).kind).toBe('silent');
});

test('a handful of requests says nothing about health', () => {
  expect(healthOf(red({ count: 1, errors: 1 }))).toBe('ok');
  expect(healthOf(red({ count: 3, errors: 3 }))).toBe('warn');
  expect(healthOf(red({ count: 3, errors: 1 }))).toBe('ok');
  expect(healthOf(red({ count: 3, errors: 3 }))).toBe('warn');
});

test('of two that fail, the one the other depends on is named', () => {
  const order = app('order', { red: failing.red });
  const node = (name: string) => ({ id: `service:${name}`, kind: 'service' as const, name });
  const graph = {
    nodes: [node('order'), node('payment')],
    edges: [{ from: 'service:order', to: 'service:payment', red: red() }],
    cost: overview().cost,
  };
  expect(statusOf(overview(), [order, failing]).about?.app.service).toBe('order');
  expect(statusOf(overview(), [order, failing], graph).about?.app.service).toBe('payment');
});

test('where all is well but calls fail, the sentence says so, by the rule of the topology', () => {
  const calls = (errors: number) => ({
    nodes: [
      { id: 'service:payment', kind: 'service' as const, name: 'payment' },
      { id: 'external:pg', kind: 'external' as const, name: 'pg' },
    ],
    edges: [{ from: 'service:payment', to: 'external:pg', red: red({ errors }) }],
    cost: overview().cost,
  });
  expect(statusOf(overview(), [app('payment')], calls(20)).kind).toBe('ok');
  const status = statusOf(overview(), [app('payment')], calls(80));
  expect(status).toMatchObject({ kind: 'calls', health: 'warn' });
  expect(status.calls?.to).toBe('external:pg');
});

test('apps that are well keep the order of their names, whatever their rate', () => {
  const names = byAttention([
    app('b', { red: red({ count: 9000 }) }),
    ailing,
    app('a'),
    failing,
    app('c', { red: none, previous: none, trend: [] }),
  ]).map((a) => a.service);
  expect(names).toEqual(['payment', 'order', 'a', 'b', 'c']);
});

test('the platform itself is slow only where a person would say so', () => {
  const slower = { red: red({ count: 90, errors: 0, p95_ms: 124 }), previous: red({ p95_ms: 29 }) };
  expect(stateOf(app('catalog', slower)).health).toBe('warn');
  expect(stateOf(app('opencop', slower)).health).toBe('ok');
});

test('an app that runs here and cannot serve is said before anything else', () => {
  const down = running('order', { phase: 'degraded', instances: [] });
  const weak = running('cart', { phase: 'degraded', instances: [instance('c')] });
  expect(statusOf(overview(), [failing], undefined, [weak, down])).toMatchObject({
    kind: 'down',
    health: 'bad',
    run: { name: 'order' },
  });
  expect(statusOf(overview(), [failing], undefined, [weak]).kind).toBe('failing');
  expect(statusOf(overview(), [well], undefined, [weak])).toMatchObject({ kind: 'weak' });
  const back = running('cart', { failed: 'COP-3212' });
  expect(statusOf(overview(), [well], undefined, [back])).toMatchObject({ kind: 'takenBack' });
  expect(statusOf(overview(), [well], undefined, [running('cart')]).kind).toBe('ok');
});
