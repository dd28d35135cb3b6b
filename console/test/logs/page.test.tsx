// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Route, Routes } from 'react-router';
import type { LogRecord } from '../../src/api/contract';
import LogsPage from '../../src/pages/logs/LogsPage';
import { show } from '../render';

const COST = { rows_read: 1, bytes_read: 1, segments: 1, elapsed_ms: 1 };
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const EVIL = '<img src=x onerror=alert(1)> & <b>bold</b>';

const LOGS: LogRecord[] = [
  {
    id: '1',
    time: '2026-11-21T12:00:02.000Z',
    severity: 'error',
    service: 'order',
    body: EVIL,
    trace_id: TRACE,
    span_id: '00f067aa0ba902b7',
    template_id: '7',
    attributes: { 'pool.name': '<script>alert(2)</script>', 'exception.stacktrace': 'a\nb' },
    resource: { 'service.name': 'order' },
  },
  { id: '2', time: '2026-11-21T12:00:01.000Z', severity: 'info', service: 'catalog', body: 'ok' },
];

const ANSWERS: Record<string, unknown> = {
  '/api/v1/logs': { logs: LOGS, next_cursor: null, cost: COST },
  '/api/v1/logs/histogram': {
    step_s: 60,
    times: ['2026-11-21T12:00:00Z'],
    counts: { error: [1], info: [1] },
    cost: COST,
  },
  '/api/v1/logs/patterns': {
    patterns: [
      {
        template_id: '7',
        template: 'rejected <*> text',
        count: 12,
        severity: 'warn',
        services: ['order'],
        first_seen: '2026-11-21T12:00:00Z',
        last_seen: '2026-11-21T12:00:02Z',
        is_new: true,
        example: EVIL,
      },
      {
        template_id: '8',
        template: 'product <*> served',
        count: 900,
        severity: 'info',
        services: ['catalog'],
        first_seen: '2026-11-20T12:00:00Z',
        last_seen: '2026-11-21T12:00:02Z',
        is_new: false,
      },
    ],
    cost: COST,
  },
  '/api/v1/attributes/values': { values: [{ value: 'order', count: 3 }], cost: COST },
  '/api/v1/attributes': { keys: [{ key: 'pool.name', type: 'string' }] },
};

function serve(over: Record<string, unknown> = {}) {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const url = input as string;
    asked.push(url);
    const path = url.split('?')[0]!;
    const answer = { ...ANSWERS, ...over }[path] ?? {};
    return Promise.resolve(
      answer instanceof Response ? answer : new Response(JSON.stringify(answer)),
    );
  });
  return asked;
}

const page = (
  <Routes>
    <Route path="/logs" element={<LogsPage />} />
    <Route path="/logs/:tab" element={<LogsPage />} />
  </Routes>
);

Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 400 });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { value: 800 });
globalThis.ResizeObserver = class {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
};

afterEach(() => vi.restoreAllMocks());

test.each([
  ['ko', '로그 2건이 들어왔고, 그중 1건이 오류입니다.'],
  ['en', '2 log records, 1 of them errors.'],
] as const)('%s: the first line says how many, and how many failed', async (lang, words) => {
  serve();
  const { container } = await show(page, { at: '/logs?from=now-15m&to=now', lang });
  await screen.findByText('ok');
  expect(container.querySelector('.cop-head__lead')?.textContent).toContain(words);
});

test('everything in the URL is asked of the server, of list and histogram alike', async () => {
  const asked = serve();
  await show(page, {
    at: `/logs?from=now-1h&to=now&text=pool&severity=warn&service=order&template=7&attr=a%3D1&attr=b`,
    lang: 'en',
  });
  await screen.findByText('ok');
  for (const path of ['/api/v1/logs?', '/api/v1/logs/histogram?']) {
    const query = new URLSearchParams(asked.find((u) => u.startsWith(path))?.split('?')[1]);
    expect(query.get('text')).toBe('pool');
    expect(query.get('severity')).toBe('warn');
    expect(query.get('service')).toBe('order');
    expect(query.get('template')).toBe('7');
    expect(query.getAll('attr')).toEqual(['a=1', 'b']);
  }
});

test('an open record leads to its trace, its pattern and its app; its text is never markup', async () => {
  serve();
  const { container } = await show(page, { at: '/logs?from=now-1h&to=now', lang: 'en' });
  fireEvent.click(await screen.findByText(EVIL));
  const link = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(link('Open the trace')).toBe(
    `/traces/${TRACE}?around=2026-11-21T12%3A00%3A02.000Z&span=00f067aa0ba902b7&from=now-1h&to=now`,
  );
  expect(link('Only this pattern')).toBe('/logs?template=7&from=now-1h&to=now');
  expect(link('Only this app')).toBe('/logs?service=order&from=now-1h&to=now');
  expect(link('Only service.name = order')).toBe(
    '/logs?attr=service.name%3Dorder&from=now-1h&to=now',
  );
  expect(screen.queryByRole('link', { name: /Only exception.stacktrace/ })).toBeNull();
  expect(container.querySelector('img, script, .cop-logs__line b')).toBeNull();
  expect(screen.getByText('<script>alert(2)</script>')).toBeTruthy();
});

test('a live list holds still while a record is open, and says why', async () => {
  serve();
  await show(page, { at: '/logs?from=now-1h&to=now', lang: 'ko' });
  fireEvent.click(await screen.findByText('ok'));
  expect(await screen.findByText(/갱신을 멈췄습니다. 펼친 로그가 있습니다/)).toBeTruthy();
});

test('the keyboard moves between records and opens them', async () => {
  serve();
  const { container } = await show(page, { at: '/logs?from=now-1h&to=now', lang: 'en' });
  await screen.findByText('ok');
  const row = container.querySelector<HTMLElement>('[aria-rowindex="2"]')!;
  expect(row.tabIndex).toBe(0);
  fireEvent.keyDown(row, { key: 'Enter' });
  expect(row.getAttribute('aria-expanded')).toBe('true');
});

test('no match: what to do is said, and the way to all logs is a link', async () => {
  serve({ '/api/v1/logs': { logs: [], next_cursor: null, cost: COST } });
  await show(page, { at: '/logs?from=now-1h&to=now&text=nothing', lang: 'ko' });
  expect(await screen.findByText('조건에 맞는 로그가 없습니다')).toBeTruthy();
  const all = screen.getByRole('link', { name: '모든 로그 보기' });
  expect(all.getAttribute('href')).toBe('/logs?from=now-1h&to=now');
});

test('patterns: the frequent first, the new marked, a row leads to its records', async () => {
  serve();
  const { container } = await show(page, { at: '/logs/patterns?from=now-1h&to=now', lang: 'ko' });
  await screen.findByText('product <*> served');
  const rows = [...container.querySelectorAll<HTMLElement>('.cop-table__row')];
  expect(rows[0]!.textContent).toContain('product <*> served');
  expect(rows[0]!.textContent).not.toContain('새 패턴');
  expect(rows[1]!.textContent).toContain('새 패턴');
  expect(within(rows[1]!).getByRole('link').getAttribute('href')).toBe(
    '/logs?template=7&from=now-1h&to=now',
  );
  expect(container.querySelector('img')).toBeNull();
});

test('the tail shows what comes, says what it skipped, and pauses under the pointer', async () => {
  const event = (name: string, data: unknown) =>
    `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  let send: (text: string) => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (c) => {
      send = (text) => c.enqueue(new TextEncoder().encode(text));
    },
  });
  const asked = serve({ '/api/v1/logs/tail': new Response(body) });
  const { container } = await show(page, {
    at: '/logs/live?from=now-1h&to=now&severity=warn',
    lang: 'en',
  });
  send(event('log', LOGS[0]) + event('skipped', { count: 41 }));
  await screen.findByText(EVIL);
  expect(asked.some((u) => u === '/api/v1/logs/tail?severity=warn')).toBe(true);
  expect(screen.getByText(/Not shown: 41 records/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
  send(event('log', LOGS[1]));
  await screen.findByText(/Paused\. 1 new record waits\./);
  expect(container.textContent).not.toContain('catalog');
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  await screen.findByText('catalog');
});

test('a refused tail says why', async () => {
  const problem = { type: 'about:blank', title: 'Too many live tails', status: 429, code: 'COP-9' };
  serve({ '/api/v1/logs/tail': new Response(JSON.stringify(problem), { status: 429 }) });
  await show(page, { at: '/logs/live?from=now-1h&to=now', lang: 'en' });
  expect((await screen.findByRole('alert')).textContent).toContain('Too many live tails');
});
