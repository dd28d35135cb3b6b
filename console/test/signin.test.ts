// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { localPath } from '../src/pages/signin/signIn';

test.each([
  ['/apps/order?from=now-1h&to=now', '/apps/order?from=now-1h&to=now'],
  ['//evil.example', '/'],
  ['https://evil.example', '/'],
  ['/\\evil.example', '/'],
  [null, '/'],
])('after signing in, %s leads to %s', (then, expected) => {
  expect(localPath(then)).toBe(expected);
});
