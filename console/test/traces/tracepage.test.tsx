// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Route, Routes } from 'react-router';
import type { LogList, TraceList } from '../../src/api/contract';
import TracePage from '../../src/pages/traces/TracePage';
import TracesPage from '../../src/pages/traces/TracesPage';
import { show } from '../render';
import { ORDER } from './data';

const COST = ORDER.cost;
const LOGS: LogList = {
  logs: [
    {
      id: '1',
      time: '2026-11-21T12:00:00.025Z',
      severity: 'info',
      service: 'payment',
      body: 'card <b>checked</b>',
      span_id: 'c',
    },
    {
      id: '2',
      time: '2026-11-21T12:00:00.075Z',
      severity: 'error',
      service: 'payment',
      body: 'no pool',
      span_id: 'd',
    },
  ],
  next_cursor: null,
  cost: COST,
};
const FOUND: TraceList = {
  traces: [
    {
      trace_id: ORDER.trace_id,
      start: ORDER.start,
      duration_ms: 100,
      root_service: 'storefront',
      root_operation: 'POST /orders',
      spans: 4,
      errors: 3,
      services: [{ service: 'payment', spans: 2, errors: 1 }],
    },
  ],
  next_cursor: null,
  cost: COST,
};

const LEAN = {
  ...ORDER,
  lean: true,
  spans: ORDER.spans.map(({ attributes: _, ...s }) => s),
};
let lean = false;

const asked: URL[] = [];

class NoObserver {
  observe = vi.fn();
  disconnect = vi.fn();
  unobserve = vi.fn();
}

beforeEach(() => {
  asked.length = 0;
  lean = false;
  vi.stubGlobal('ResizeObserver', NoObserver);
  vi.stubGlobal('fetch', (address: string) => {
    const url = new URL(address, 'http://localhost');
    asked.push(url);
    const answers: [RegExp, unknown][] = [
      [
        /spans\/./,
        { span: { ...ORDER.spans[0], attributes: { 'http.route': '/whole' } }, cost: COST },
      ],
      [/traces\/./, lean ? LEAN : ORDER],
      [/traces$/, FOUND],
      [/logs$/, LOGS],
      [/attributes$/, { keys: [{ key: 'http.route', type: 'string' }] }],
      [/values$/, { values: [{ value: '/orders', count: 7 }], cost: COST }],
    ];
    const answer = answers.find(([pattern]) => pattern.test(url.pathname))?.[1] ?? {};
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
  // jsdom has no layout; the virtualizer asks how tall its scroller is, and scrolls it.
  for (const [side, value] of [
    ['Height', 400],
    ['Width', 800],
  ] as const) {
    for (const kind of ['offset', 'client']) {
      Object.defineProperty(HTMLElement.prototype, kind + side, { value, configurable: true });
    }
  }
  HTMLElement.prototype.scrollTo = () => undefined;
  HTMLCanvasElement.prototype.getContext = () => null;
});
afterEach(() => vi.unstubAllGlobals());

const page = (
  <Routes>
    <Route path="/traces/:traceId" element={<TracePage />} />
    <Route path="/traces" element={<TracesPage />} />
  </Routes>
);
const at = `/traces/${ORDER.trace_id}?from=now-1h&to=now`;

test('the trace page says what happened, opens at the cause and shows its log line', async () => {
  const { container, router } = await show(page, { at, lang: 'ko' });
  await screen.findByText('no pool');
  const lead = container.querySelector('.cop-head__lead')?.textContent ?? '';
  expect(lead).toContain('이 요청을 처리하는 데 100\u00a0ms 걸렸고');
  expect(lead).toContain('스팬 3개에서 오류가 났고, 처음 난 곳은 payment op d입니다');
  const rows = container.querySelectorAll('.cop-fall__row');
  expect(rows).toHaveLength(4);
  expect(rows[3]?.getAttribute('aria-selected')).toBe('true');
  expect(rows[2]?.querySelector('.cop-span__path')).toBeNull();
  expect(rows[1]?.querySelectorAll('.cop-span__path')).toHaveLength(2);
  const pane = container.querySelector<HTMLElement>('.cop-spanpane')!;
  expect(within(pane).getByText('at Pool.get')).toBeTruthy();
  const find = within(pane).getByLabelText('http.route=/payments인 트레이스 찾기');
  expect(find.getAttribute('href')).toContain('attr=http.route%3D%2Fpayments');
  expect(container.querySelector('.cop-tlog[data-on]')?.textContent).toContain('no pool');
  // A log line leads to its span, which then stands in the URL. Its text is text.
  fireEvent.click(container.querySelector('.cop-tlog__jump')!);
  expect(router.state.location.search).toContain('span=c');
  expect(container.querySelector('.cop-tlog b b')).toBeNull();
  expect(screen.getByText('card <b>checked</b>')).toBeTruthy();
});

test('keys move, fold and go to the parent', async () => {
  const { container, router } = await show(page, { at, lang: 'en' });
  const grid = await screen.findByRole('treegrid');
  const key = (k: string) => fireEvent.keyDown(grid, { key: k });
  key('ArrowUp');
  expect(router.state.location.search).toContain('span=c');
  key('ArrowLeft');
  expect(router.state.location.search).toContain('span=b');
  key('ArrowLeft');
  expect(container.querySelectorAll('.cop-fall__row')).toHaveLength(2);
  key('ArrowRight');
  expect(container.querySelectorAll('.cop-fall__row')).toHaveLength(4);
  key('z');
  expect(router.state.location.search).toContain('view=10-90');
});

test('what is not a trace id is said to be none, and nothing is asked', async () => {
  await show(page, { at: '/traces/abc?from=now-1h&to=now', lang: 'en' });
  expect(screen.getByText(/is not a trace id/)).toBeTruthy();
  expect(asked).toHaveLength(0);
});

test('the search asks what the URL says; a row is a link to its trace', async () => {
  const { container, router } = await show(page, {
    at: '/traces?from=now-15m&to=now&service=payment&attr=http.route=/a&order=slowest',
    lang: 'ko',
  });
  const link = await waitFor(() => {
    const found = container.querySelector('.cop-rowlink');
    expect(found).not.toBeNull();
    return found!;
  });
  const search = asked.find((u) => u.pathname === '/api/v1/traces')!;
  expect(search.searchParams.get('service')).toBe('payment');
  expect(search.searchParams.getAll('attr')).toEqual(['http.route=/a']);
  expect(search.searchParams.get('order')).toBe('slowest');
  expect(link.getAttribute('href')).toContain(`/traces/${ORDER.trace_id}?around=`);
  expect(container.querySelector('.cop-head__lead')?.textContent).toContain(
    '지난 15분 동안 조건에 맞는 트레이스 1건을 찾았습니다.',
  );
  fireEvent.click(screen.getByTitle('http.route=/a 조건 빼기'));
  expect(router.state.location.search).not.toContain('attr=');
});

test('of a large trace the attributes of the span looked at are asked for', async () => {
  lean = true;
  await show(page, { at: `/traces/${ORDER.trace_id}?span=${ORDER.spans[0]!.span_id}`, lang: 'en' });
  await screen.findByText('/whole');
  const spans = asked.filter((u) => u.pathname.includes('/spans/'));
  expect(spans.map((u) => u.pathname.split('/').at(-1))).toEqual([ORDER.spans[0]!.span_id]);
  expect(screen.getByLabelText('Find by app and name')).toBeDefined();
});
