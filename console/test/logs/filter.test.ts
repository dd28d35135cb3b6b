import { expect, test } from 'vitest';
import { isPlain, readCondition, stageOf, writeCondition } from '../../src/conditions/conditions';
import { adding, filterOf, isEmpty, typed, withFilter } from '../../src/pages/logs/filter';

const URL_OF_ALL =
  'from=now-1h&to=now&text=pool+timeout&severity=error&service=order&template=7&attr=a%3D1&attr=b';

test('the filter of a URL, written back, is the same URL', () => {
  const params = new URLSearchParams(URL_OF_ALL);
  const filter = filterOf(params);
  expect(filter.attr).toEqual(['a=1', 'b']);
  expect(withFilter(params, filter).toString()).toBe(URL_OF_ALL);
});

test('a changed filter leaves the range alone and begins at the first page', () => {
  const next = withFilter(new URLSearchParams('from=now-1h&to=now&text=x&cursor=abc'), {
    severity: 'warn',
    attr: [],
  });
  expect(next.toString()).toBe('from=now-1h&to=now&severity=warn');
  expect(isEmpty(filterOf(new URLSearchParams('from=now-1h&order=oldest')))).toBe(true);
});

test('a lone trace id is a trace id, anything else is words', () => {
  const id = '4BF92F3577B34DA6A3CE929D0E0E4736';
  expect(typed(` ${id} `)).toEqual({ text: undefined, trace_id: id.toLowerCase() });
  expect(typed(`trace ${id}`)).toEqual({ text: `trace ${id}` });
});

test('a condition is added once', () => {
  const one = adding({ attr: [] }, 'a=1');
  expect(adding(one, 'a=1').attr).toEqual(['a=1']);
});

test.each([
  ['http.route=/orders', { key: 'http.route', op: '=', value: '/orders' }],
  ['http.route != /orders', { key: 'http.route', op: '!=', value: '/orders' }],
  ['url~=a=b', { key: 'url', op: '~=', value: 'a=b' }],
  ['n>=10', { key: 'n', op: '>=', value: '10' }],
  ['retry', { key: 'retry', op: null, value: '' }],
  ['empty=', { key: 'empty', op: '=', value: '' }],
])('%s is a condition', (text, read) => {
  expect(readCondition(text)).toEqual(read);
  expect(readCondition(writeCondition(readCondition(text)!))).toEqual(read);
});

test.each(['', '  ', '=x', 'n>=', '!=3'])('“%s” is none', (text) => {
  expect(readCondition(text)).toBeNull();
});

test('keys complete until an operator is typed, then values do', () => {
  expect(stageOf('http.ro')).toBeNull();
  expect(stageOf('http.route=/pr')).toEqual({ key: 'http.route', op: '=', prefix: '/pr' });
});

test('a stack trace, a list and a map are no value for a condition', () => {
  expect(isPlain('a\nb')).toBe(false);
  expect(isPlain(['a'])).toBe(false);
  expect(isPlain(false)).toBe(true);
});
