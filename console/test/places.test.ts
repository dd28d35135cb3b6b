// @vitest-environment jsdom
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { placesOf } from '../src/app/places';
import { startI18n, switchLanguage } from '../src/i18n';

beforeAll(async () => {
  await startI18n();
  await switchLanguage('ko');
});

test('each kind of hit leads to its place', () => {
  const hits = [
    { kind: 'service', label: 'order' },
    { kind: 'operation', label: 'POST /orders', service: 'order', operation: 'POST /orders' },
    { kind: 'metric', label: 'jvm.memory.used', metric: 'jvm.memory.used' },
    { kind: 'log_text', label: 'timeout', count: 42 },
  ] as const;
  expect(placesOf([...hits], 'x', i18next.t).map((p) => [p.path, p.params])).toEqual([
    ['/apps/order', {}],
    ['/traces', { service: 'order', operation: 'POST /orders' }],
    ['/metrics', { service: null, name: 'jvm.memory.used' }],
    ['/logs', { service: null, text: 'timeout' }],
  ]);
});

test('what was typed can always be looked for in the logs', () => {
  const [place] = placesOf([], '결제 실패', i18next.t);
  expect(place).toMatchObject({ path: '/logs', params: { text: '결제 실패' } });
  expect(place?.label).toBe('“결제 실패”를 로그에서 찾기');
});

test('a trace id opens its trace, found or not', () => {
  const id = 'ab'.repeat(16);
  expect(placesOf([], id, i18next.t)).toMatchObject([{ kind: 'trace', path: `/traces/${id}` }]);
});
