// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useRanged } from '../../src/api/hooks';
import { Answered } from '../../src/ui/Answered';
import { show } from '../render';

function Page() {
  const query = useRanged('listChanges', {});
  return <Answered query={query}>{(d) => <p>{d.changes.length} changes</p>}</Answered>;
}

function answer(status: number, body: unknown) {
  return vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
}

afterEach(() => vi.restoreAllMocks());

test('the range of the URL is what the API is asked for', async () => {
  const fetched = answer(200, { changes: [], next_cursor: null });
  await show(<Page />, { at: '/?from=now-3h&to=now' });
  await screen.findByText('0 changes');
  expect(fetched.mock.calls[0]?.[0]).toBe('/api/v1/changes?from=now-3h&to=now');
});

test('a problem is told with its field, its next step and its number', async () => {
  answer(400, {
    type: 'about:blank',
    title: '조회 기간이 올바르지 않습니다',
    status: 400,
    code: 'COP-1203',
    next: '끝 시각을 시작 시각보다 뒤로 잡아 주세요.',
    errors: [{ field: 'to', message: '시작보다 앞섭니다' }],
  });
  await show(<Page />);
  const alert = await screen.findByRole('alert');
  for (const part of ['조회 기간이', 'COP-1203', '끝 시각을', 'to', '시작보다']) {
    expect(alert.textContent).toContain(part);
  }
});

test.each([
  ['ko', '플랫폼이 응답하지 않습니다.'],
  ['en', 'The platform does not answer.'],
] as const)('%s: a platform that cannot be reached is said in words', async (lang, words) => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  await show(<Page />, { lang });
  expect((await screen.findByRole('alert')).textContent).toContain(words);
});
