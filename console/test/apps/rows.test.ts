import { expect, test } from 'vitest';
import type { Change } from '../../src/api/contract';
import { rowsOf } from '../../src/run/rows';
import { app, red } from '../data';
import { instance, running } from '../data-apps';

const names = (rows: { name: string }[]) => rows.map((r) => r.name);

test('an app that runs here and sends telemetry is one row', () => {
  const rows = rowsOf([app('order'), app('legacy')], [running('order'), running('fresh')], []);
  expect(names(rows).sort()).toEqual(['fresh', 'legacy', 'order']);
  const order = rows.find((r) => r.name === 'order')!;
  expect(order.seen && order.app).toBeTruthy();
});

test('what cannot serve comes first, however well its telemetry looks', () => {
  const dead = running('zebra', {
    phase: 'degraded',
    instances: [instance('z', { state: 'ended' })],
  });
  const half = running('yak', { phase: 'degraded', instances: [instance('y')] });
  const rows = rowsOf(
    [app('zebra'), app('payment', { red: red({ errors: 100 }) }), app('a')],
    [half, dead],
    [],
  );
  expect(names(rows)).toEqual(['zebra', 'payment', 'yak', 'a']);
  expect(rows.map((r) => r.health)).toEqual(['bad', 'bad', 'warn', 'ok']);
});

test('an app that sleeps, or starts for the first time, is no failure', () => {
  const asleep = running('asleep', { phase: 'asleep', wanted: 0, instances: [] });
  const first = running('first', { phase: 'rolling', release: 0, instances: [] });
  const rows = rowsOf([], [asleep, first], []);
  expect(rows.map((r) => [r.name, r.health])).toEqual([
    ['first', 'warn'],
    ['asleep', 'idle'],
  ]);
});

test('restarts are instances the platform replaced, not what somebody asked of the whole app', () => {
  const change = (id: string, service: string): Change => ({
    id,
    service,
    time: '2026-11-21T12:00:00Z',
    kind: 'restart',
    summary: '',
  });
  const rows = rowsOf(
    [],
    [running('order'), running('cart')],
    [change('COP-3101', 'order'), change('COP-3102', 'order'), change('COP-3215', 'cart')],
  );
  expect(rows.map((r) => [r.name, r.restarts])).toEqual([
    ['cart', 0],
    ['order', 2],
  ]);
});

test('an app that never got ready and whose instances end is failing, not starting', () => {
  const exit = { code: 7, reason: 'crashed', time: '2026-11-21T12:00:00Z' };
  const loop = running('loop', {
    phase: 'rolling',
    release: 0,
    instances: [instance('a', { state: 'ended', exit }), instance('b', { state: 'starting' })],
  });
  expect(rowsOf([], [loop], [])[0]?.health).toBe('bad');
});
