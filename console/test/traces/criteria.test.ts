import { expect, test } from 'vitest';
import {
  attributeOf,
  conditionFor,
  criteriaOf,
  hasConditions,
  parseDuration,
  withCriteria,
} from '../../src/pages/traces/search/criteria';
import { barShare } from '../../src/pages/traces/search/columns';

const read = (query: string) => criteriaOf(new URLSearchParams(query));

test('every condition is read from the URL; what is unknown is left out', () => {
  expect(
    read('service=a&operation=GET%20/&kind=server&status=error&min_duration_ms=5&attr=k=v&attr=x'),
  ).toMatchObject({
    service: 'a',
    operation: 'GET /',
    kind: 'server',
    status: 'error',
    min_duration_ms: 5,
    attr: ['k=v', 'x'],
    order: 'newest',
  });
  const odd = read('kind=boss&status=fine&min_duration_ms=-1&max_duration_ms=x&order=best&attr=');
  expect(hasConditions(odd)).toBe(false);
  expect(odd.order).toBe('newest');
});

test('changing one condition keeps the range and the others', () => {
  const start = new URLSearchParams('from=now-1h&to=now&service=a&attr=x');
  const next = withCriteria(start, { attr: ['x', 'y=1'], status: 'error', order: 'slowest' });
  expect(next.toString()).toBe(
    'from=now-1h&to=now&service=a&attr=x&attr=y%3D1&status=error&order=slowest',
  );
  expect(
    withCriteria(next, { service: null, attr: [], status: null, order: 'newest' }).toString(),
  ).toBe('from=now-1h&to=now');
});

test.each([
  ['250', 250],
  ['80us', 0.08],
  ['80 µs', 0.08],
  ['1.5s', 1500],
  ['1,500 ms', 1500],
  ['2m', 120_000],
  ['2분', 120_000],
  ['3 초', 3000],
  ['0', 0],
  ['soon', null],
  ['5 parsecs', null],
  ['-1', null],
  ['', null],
])('a duration typed as “%s” is %s ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test('an attribute condition is split at its first operator', () => {
  expect(attributeOf('http.route=/a=b')).toEqual({ key: 'http.route', op: '=', value: '/a=b' });
  expect(attributeOf('k!=v')).toEqual({ key: 'k', op: '!=', value: 'v' });
  expect(attributeOf('k')).toEqual({ key: 'k', op: '', value: '' });
  expect(attributeOf('k>=12')).toMatchObject({ op: '>=', value: '12' });
  expect(attributeOf('k>=many')).toBeNull();
  expect(attributeOf('=v')).toBeNull();
});

test('a value becomes the condition that finds it, where one can say it', () => {
  expect(conditionFor('http.response.status_code', 500)).toBe('http.response.status_code=500');
  expect(conditionFor('retry', false)).toBe('retry=false');
  expect(conditionFor('list', ['a'])).toBeNull();
  expect(conditionFor('a=b', 'c')).toBeNull();
  expect(conditionFor('body', 'x'.repeat(2000))).toBeNull();
});

test('bars are logarithmic: a tenth as long is a quarter shorter', () => {
  expect(barShare(1000, 1000)).toBe(1);
  expect(barShare(100, 1000)).toBeCloseTo(0.75);
  expect(barShare(0.001, 1000)).toBe(0.02);
  expect(barShare(0, 1000)).toBe(0);
});
