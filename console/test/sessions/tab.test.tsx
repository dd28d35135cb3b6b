// @vitest-environment jsdom
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import type { AppSessions, FoundSessions } from '../../src/api/contract';
import ServicePage from '../../src/pages/service/ServicePage';
import { running } from '../data-apps';
import { show } from '../render';
import { counts, found, PSEUDONYM } from './data';
// Loaded on demand otherwise, which takes its time on a busy machine.
import '../../src/pages/service/sessions/SessionsTab';

const COST = { rows_read: 1, bytes_read: 1, segments: 1, elapsed_ms: 1 };
const problem = (status: number, code: string, title: string, next = '') =>
  new Response(JSON.stringify({ type: 'about:blank', status, code, title, next }), { status });

globalThis.ResizeObserver = class {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
};
// The plotting library is no matter of these tests and wants a canvas.
vi.mock('../../src/ui/TimeSeries', () => ({ TimeSeries: () => <figure /> }));
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });
afterEach(() => vi.restoreAllMocks());

interface World {
  sessions: AppSessions | Response;
  found?: FoundSessions;
  ended?: number;
  role?: 'viewer' | 'operator';
  grid?: object;
}

/** A platform that runs the shop. Returns what was posted to it. */
function serve(world: World) {
  const posted: { path: string; body: unknown }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const path = (input as string).split('?')[0]!;
    if (init?.method === 'POST') {
      posted.push({ path, body: JSON.parse(init.body as string) as unknown });
    }
    const answers: Record<string, unknown> = {
      '/api/v1/apps/shop': running('shop'),
      '/api/v1/apps/shop/sessions': world.sessions,
      '/api/v1/apps/shop/sessions/find': world.found,
      '/api/v1/apps/shop/sessions/end': { ended: world.ended ?? 1 },
      '/api/v1/session': { name: 'vera', role: world.role ?? 'operator' },
      '/api/v1/changes': { changes: [], next_cursor: null, cost: COST },
      '/api/v1/health': { status: 'ok', sessions: world.grid },
    };
    const answer = answers[path] ?? problem(404, 'COP-1210', 'Not seen');
    return Promise.resolve(
      answer instanceof Response ? answer.clone() : new Response(JSON.stringify(answer)),
    );
  });
  return posted;
}

const page = (
  <Routes>
    <Route path="/apps/:service" element={<ServicePage />} />
    <Route path="/apps/:service/:tab" element={<ServicePage />} />
  </Routes>
);
const at = (more = '') => `/apps/shop/sessions?from=now-15m&to=now${more}`;
const ends = (posted: { path: string }[]) => posted.filter((p) => p.path.endsWith('/end'));

test.each([
  [
    'ko',
    '세션 1,204개가 살아 있고, 그 가운데 310개를 지난 5분 안에 썼습니다. 로그인한 사용자는 95명이며, 그 가운데 60명이 활동 중입니다.',
    '이 속성들의 바이트 가운데 75 %를 cart가 차지합니다.',
  ],
  [
    'en',
    '1,204 sessions live; 310 of them were used in the last 5 minutes. 95 users are signed in, 60 of them active.',
    'cart takes 75 % of the bytes of these attributes.',
  ],
] as const)('%s: who is in, and what weighs, in words', async (lang, first, heaviest) => {
  serve({ sessions: counts() });
  await show(page, { at: at(), lang });
  const same = (text: string) => (_: string, el: Element | null) =>
    el?.tagName === 'P' && el.textContent.replaceAll('\u00a0', ' ') === text;
  expect(await screen.findByText(same(first))).toBeTruthy();
  expect(screen.getByText(same(heaviest))).toBeTruthy();
  const table = screen.getByRole('table', { name: lang === 'ko' ? '인스턴스별' : 'By instance' });
  expect(within(table).getByRole('link', { name: 'shop-r1-a' })).toBeTruthy();
});

test('an app without sessions has no tab of them', async () => {
  const none = 'shop has no sessions in a session grid.';
  serve({ sessions: problem(404, 'COP-3480', none, 'Add spec.sessions to its manifest.') });
  await show(page, { at: '/apps/shop/instances?from=now-15m&to=now', lang: 'en' });
  expect(await screen.findByRole('link', { name: 'Instances' })).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Sessions' })).toBeNull());
});

test('whoever comes to that tab by its address is told why there is none and what to do', async () => {
  const none = 'shop has no sessions in a session grid.';
  serve({ sessions: problem(404, 'COP-3480', none, 'Add spec.sessions to its manifest.') });
  await show(page, { at: at(), lang: 'en' });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain(none);
  expect(alert.textContent).toContain('Add spec.sessions to its manifest.');
});

test('a user is found by name, which leaves this page only as a question and is not in the address', async () => {
  const posted = serve({ sessions: counts(), found: found(2) });
  const { router } = await show(page, { at: at(), lang: 'en' });
  const box = await screen.findByRole('searchbox', { name: /User name/ });
  fireEvent.change(box, { target: { value: 'kim@example.com' } });
  fireEvent.click(screen.getByRole('button', { name: 'Find' }));
  expect(await screen.findByText(/Sessions of kim@example.com: 2/)).toBeTruthy();
  expect(posted[0]).toEqual({
    path: '/api/v1/apps/shop/sessions/find',
    body: { user: 'kim@example.com' },
  });
  const { search } = router.state.location;
  expect(search).toContain(`user=${PSEUDONYM}`);
  expect(search).not.toContain('kim');
});

test('one session is ended after it was said whose it is, and what is lost', async () => {
  const posted = serve({ sessions: counts(), found: found(2) });
  await show(page, { at: at(`&user=${PSEUDONYM}`), lang: 'en' });
  fireEvent.click((await screen.findAllByRole('button', { name: 'End' }))[1]!);
  const ask = within(screen.getByRole('group', { name: 'End the session' }));
  expect(ask.getByText(/Ends session #00000000000b of user 01234567/)).toBeTruthy();
  expect(ask.getByText(/gone for good/)).toBeTruthy();
  expect(ends(posted)).toEqual([]);
  fireEvent.click(ask.getByRole('button', { name: 'End the session' }));
  await waitFor(() =>
    expect(ends(posted)).toEqual([
      { path: '/api/v1/apps/shop/sessions/end', body: { id: '#00000000000b' } },
    ]),
  );
});

test('that nothing was left to end is said, and not told as done', async () => {
  serve({ sessions: counts(), found: found(2), ended: 0 });
  await show(page, { at: at(`&user=${PSEUDONYM}`), lang: 'ko' });
  fireEvent.click(await screen.findByRole('button', { name: '2개 모두 끝내기' }));
  const ask = within(screen.getByRole('group', { name: '이 사용자의 세션 끝내기' }));
  fireEvent.click(ask.getByRole('button', { name: '이 사용자의 세션 끝내기' }));
  expect(await screen.findByText(/이미 모두 끝난 세션입니다/)).toBeTruthy();
});

test('all sessions are ended only when the app’s name was typed; who else is hit is said', async () => {
  const posted = serve({ sessions: counts({ shared_with: ['blog'] }) });
  await show(page, { at: at(), lang: 'en' });
  fireEvent.click(await screen.findByRole('button', { name: 'End all sessions of shop' }));
  const ask = within(screen.getByRole('group', { name: 'End all sessions' }));
  expect(ask.getByText('Ends all 1,204 sessions of shop.')).toBeTruthy();
  expect(ask.getByText(/^95 signed-in users/)).toBeTruthy();
  expect(ask.getByText(/blog will find none of them/)).toBeTruthy();
  const button = ask.getByRole('button', { name: 'End all sessions' });
  const box = ask.getByRole('textbox');
  fireEvent.change(box, { target: { value: 'sho' } });
  fireEvent.click(button);
  expect(ends(posted)).toEqual([]);
  fireEvent.change(box, { target: { value: 'shop' } });
  fireEvent.click(button);
  await waitFor(() =>
    expect(ends(posted)).toEqual([
      { path: '/api/v1/apps/shop/sessions/end', body: { all: true, confirm: 'shop' } },
    ]),
  );
});

test('a viewer sees the figures, and is offered neither a search nor an end', async () => {
  const posted = serve({ sessions: counts(), role: 'viewer', found: found(1) });
  await show(page, { at: at(`&user=${PSEUDONYM}`), lang: 'en' });
  expect(await screen.findByText(/Only operators may do this/)).toBeTruthy();
  expect(screen.getByText(/1,204 sessions live/)).toBeTruthy();
  expect(screen.queryByRole('searchbox', { name: /User name/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /^End/ })).toBeNull();
  expect(posted).toEqual([]);
});

test('a grid that does not answer is said plainly, with the next step and how old the figures are', async () => {
  serve({
    sessions: counts({
      unread: {
        code: 'COP-3481',
        message: 'The session grid does not answer: timed out',
        next: 'Try again; the platform page shows the grid’s members.',
        since: '2026-11-22T08:00:00Z',
      },
    }),
    grid: { phase: 'degraded', since: '2026-11-22T08:00:00Z', restarts: 1, members: [] },
  });
  await show(page, { at: at(), lang: 'en' });
  const heading = await screen.findByText('The session grid does not answer: timed out');
  const box = heading.closest('section')!;
  expect(box.textContent).toContain('Try again');
  expect(box.textContent).toContain('do not move');
  expect(within(box).getByRole('link', { name: 'State of the grid' })).toBeTruthy();
});
