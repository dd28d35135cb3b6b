// @vitest-environment jsdom
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import type { App, Change } from '../../src/api/contract';
import ServicePage from '../../src/pages/service/ServicePage';
import { instance, running } from '../data-apps';
import { show } from '../render';
// Loaded on demand otherwise, which takes its time on a busy machine.
import '../../src/pages/service/InstancesTab';
import '../../src/pages/service/ReleasesTab';
import '../../src/pages/service/run/ScalingTab';

const COST = { rows_read: 1, bytes_read: 1, segments: 1, elapsed_ms: 1 };
const NOT_SEEN = { type: 'about:blank', title: 'Not seen', status: 404, code: 'COP-1210' };

globalThis.ResizeObserver = class {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
};
// The plotting library is no matter of these tests and wants a canvas.
vi.mock('../../src/ui/TimeSeries', () => ({ TimeSeries: () => <figure /> }));

interface World {
  app?: App;
  role?: 'viewer' | 'operator';
  changes?: Change[];
  over?: Record<string, unknown>;
}

/** A platform that runs the app and has no telemetry of it. Returns what was asked of it. */
function serve({ app, role = 'operator', changes = [], over = {} }: World) {
  const asked: { method: string; url: string; body: unknown }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = input as string;
    const path = url.split('?')[0]!;
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ method: init?.method ?? 'GET', url, body });
    const answers: Record<string, unknown> = {
      '/api/v1/apps/order': app ?? new Response(JSON.stringify(NOT_SEEN), { status: 404 }),
      '/api/v1/session': { name: 'vera', role },
      '/api/v1/changes': { changes, next_cursor: null, cost: COST },
      ...over,
    };
    const answer = answers[path] ?? new Response(JSON.stringify(NOT_SEEN), { status: 404 });
    return Promise.resolve(
      answer instanceof Response ? answer.clone() : new Response(JSON.stringify(answer)),
    );
  });
  return asked;
}

const page = (
  <Routes>
    <Route path="/apps/:service" element={<ServicePage />} />
    <Route path="/apps/:service/:tab" element={<ServicePage />} />
    <Route path="/apps" element={<p>the list</p>} />
  </Routes>
);
const at = (tab = '') => `/apps/order${tab && `/${tab}`}?from=now-15m&to=now`;

vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => vi.restoreAllMocks());

test.each([
  ['ko', '인스턴스 2개가 모두 준비되어 있습니다.'],
  ['en', 'All 2 instances are ready.'],
] as const)(
  '%s: an app without telemetry tells what runs, and opens its instances',
  async (lang, line) => {
    serve({ app: running('order') });
    await show(page, { at: at(), lang });
    expect(await screen.findByText(line, { exact: false })).toBeTruthy();
    const link = await screen.findByRole('link', { name: 'order-r1-a' });
    expect(link.getAttribute('href')).toBe(
      '/apps/order/logs?instance=order-r1-a&from=now-15m&to=now',
    );
  },
);

test('why an instance was replaced stands on the page, and why one has ended in the viewer’s words', async () => {
  const summary = 'order-r1-a를 다시 시작했습니다: 종료 코드 137으로 스스로 끝났습니다.';
  serve({
    app: running('order', {
      instances: [
        instance('order-r1-a', {
          state: 'ended',
          exit: { code: 137, reason: 'out_of_memory', time: '2026-11-21T12:00:00Z' },
        }),
        instance('order-r1-b'),
      ],
    }),
    changes: [
      { time: '2026-11-21T12:00:00Z', kind: 'restart', service: 'order', id: 'COP-3101', summary },
    ],
  });
  await show(page, { at: at('instances'), lang: 'ko' });
  expect(await screen.findByText('메모리 한도 초과 · 종료 코드 137')).toBeTruthy();
  expect(await screen.findByText(summary)).toBeTruthy();
  expect(screen.getByText(/2개 가운데 1개만/)).toBeTruthy();
});

test('a restart is asked for only after it was said what it does, and is told with its Change', async () => {
  const world: World = {
    app: running('order'),
    changes: [],
    over: { '/api/v1/apps/order/restart': running('order') },
  };
  const asked = serve(world);
  await show(page, { at: at(), lang: 'ko' });
  fireEvent.click((await screen.findAllByRole('button', { name: '다시 시작' }))[0]!);
  expect(screen.getByText('인스턴스 2개를 하나씩 바꿉니다.')).toBeTruthy();
  expect(asked.some((a) => a.method === 'POST')).toBe(false);
  const panel = within(screen.getByRole('group', { name: '다시 시작' }));
  fireEvent.click(panel.getByRole('button', { name: '다시 시작' }));
  await waitFor(() =>
    expect(asked.some((a) => a.method === 'POST' && a.url.endsWith('/order/restart'))).toBe(true),
  );
  world.changes!.push({
    time: '2026-11-21T12:00:00Z',
    kind: 'restart',
    service: 'order',
    id: 'COP-3215',
    summary: 'order의 모든 인스턴스를 다시 시작합니다: kim의 요청입니다.',
  });
  await waitFor(() =>
    expect(panel.getByRole('status').textContent).toContain('모든 인스턴스를 다시 시작합니다'),
  );
});

test('a viewer sees what would happen and why they may not', async () => {
  const asked = serve({ app: running('order'), role: 'viewer' });
  await show(page, { at: at('scaling'), lang: 'en' });
  fireEvent.change(await screen.findByLabelText('Instances'), { target: { value: '4' } });
  fireEvent.click(screen.getByRole('button', { name: 'Set' }));
  expect(screen.getByText('Starts 2 more instances.')).toBeTruthy();
  expect(await screen.findByText(/Only operators may do this/)).toBeTruthy();
  expect(within(screen.getByRole('group')).queryByRole('button', { name: 'Set' })).toBeNull();
  expect(asked.some((a) => a.method === 'POST')).toBe(false);
});

test('what the server refuses is shown where it was asked for', async () => {
  const problem = {
    type: 'about:blank',
    title: 'order can have 0 to 2 instances, not 4.',
    status: 400,
    code: 'COP-3205',
    next: 'Change spec.scale in its manifest and apply it.',
  };
  serve({
    app: running('order'),
    over: { '/api/v1/apps/order/scale': new Response(JSON.stringify(problem), { status: 400 }) },
  });
  await show(page, { at: at('scaling'), lang: 'en' });
  fireEvent.change(await screen.findByLabelText('Instances'), { target: { value: '4' } });
  fireEvent.click(screen.getByRole('button', { name: 'Set' }));
  fireEvent.click(within(screen.getByRole('group')).getByRole('button', { name: 'Set' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Change spec.scale');
});

test('two releases are compared field by field; what is hidden is said to be hidden', async () => {
  const releases = [1, 2].map((number) => ({
    number,
    version: `r${number}`,
    created: '2026-11-21T11:00:00Z',
    artefact: '',
    active: number === 2,
    author: 'kim',
  }));
  serve({
    app: running('order', { release: 2, target: 2, releases }),
    over: {
      '/api/v1/apps/order/releases/compare': {
        from: 1,
        to: 2,
        fields: [
          { field: 'spec.env.POOL', change: 'changed', before: '20', after: '<b>2</b>' },
          { field: 'spec.env.DB_PASSWORD', change: 'added', hidden: 'secret' },
          { field: 'spec.env.MODE', change: 'removed', hidden: 'role' },
        ],
      },
    },
  });
  const { container } = await show(page, { at: at('releases'), lang: 'ko' });
  expect(await screen.findByText('<b>2</b>')).toBeTruthy();
  expect(container.querySelector('td b')).toBeNull();
  const row = (field: string) => screen.getByText(field).closest('tr')!.textContent;
  expect(row('spec.env.DB_PASSWORD')).toContain('없음비밀 값이라');
  expect(row('spec.env.MODE')).toContain('운영자만 볼 수 있습니다없음');
  fireEvent.click(screen.getByRole('button', { name: '되돌리기' }));
  expect(await screen.findByText('3개 항목이 바뀝니다.')).toBeTruthy();
});

test('an app that runs elsewhere has no tabs of what is not ours, and a deleted one is said to be gone', async () => {
  serve({});
  await show(page, { at: at(), lang: 'en' });
  expect((await screen.findByRole('alert')).textContent).toContain('Not seen');
  expect(screen.queryByText('Scaling')).toBeNull();
});
