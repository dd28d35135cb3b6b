import { expect, test } from 'vitest';
import { appPath, hrefOf } from '../src/time/link';
import { freeze, isLive, isTime, liveInterval, rangeOf, resolve, thaw } from '../src/time/range';

const NOW = Date.parse('2026-11-21T12:00:00Z');

test('relative and absolute times are resolved as the API does', () => {
  expect(resolve('now', NOW)).toBe(NOW);
  expect(resolve('now-15m', NOW)).toBe(NOW - 900_000);
  expect(resolve('now-500ms', NOW)).toBe(NOW - 500);
  expect(resolve('2026-11-21T11:00:00Z', NOW)).toBe(NOW - 3_600_000);
});

test.each(['now', 'now-2h', '2026-11-21T11:00:00.123456789Z', '2026-11-21T20:00+09:00'])(
  '%s is a time',
  (text) => expect(isTime(text)).toBe(true),
);

test.each(['', 'yesterday', 'now-1w', '2026-11-21', '2026-11-21T11:00:00', null])(
  '%s is not a time',
  (text) => expect(isTime(text)).toBe(false),
);

test('a URL without a usable range has the default one', () => {
  expect(rangeOf(new URLSearchParams('from=yesterday&to=now'))).toEqual({
    from: 'now-15m',
    to: 'now',
  });
});

test('pausing fixes what is on screen; going live again keeps the length', () => {
  const live = { from: 'now-30m', to: 'now' };
  const fixed = freeze(live, NOW);
  expect(fixed).toEqual({ from: '2026-11-21T11:30:00.000Z', to: '2026-11-21T12:00:00.000Z' });
  expect(isLive(fixed)).toBe(false);
  expect(thaw(fixed, NOW + 60_000)).toEqual(live);
});

test('a fixed range is not read again; a live one is, the longer the seldomer', () => {
  expect(liveInterval({ from: '2026-11-21T11:30:00Z', to: 'now' })).toBe(false);
  expect(liveInterval({ from: 'now-5m', to: 'now' })).toBe(5_000);
  expect(liveInterval({ from: 'now-15m', to: 'now' })).toBe(10_000);
  expect(liveInterval({ from: 'now-7d', to: 'now' })).toBe(60_000);
});

test('links carry the range, and a range of their own wins', () => {
  const range = { from: 'now-15m', to: 'now' };
  expect(hrefOf('/traces', { service: 'a b', status: undefined }, range)).toBe(
    '/traces?service=a+b&from=now-15m&to=now',
  );
  expect(hrefOf('/traces', { attr: ['a=1', 'b'], from: 'now-1h', to: 'now' }, range)).toBe(
    '/traces?attr=a%3D1&attr=b&from=now-1h&to=now',
  );
});

test('names with dots, slashes and spaces make one segment that is no file name', () => {
  expect(appPath('my.shop/order v2')).toBe('/apps/my%2Eshop%2Forder%20v2');
  expect(appPath('order', 'operations')).toBe('/apps/order/operations');
});
