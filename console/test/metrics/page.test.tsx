// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import MetricsPage from '../../src/pages/metrics/MetricsPage';
import { show } from '../render';

const COST = { rows_read: 1, bytes_read: 1, segments: 1, elapsed_ms: 1 };
const METRICS = [
  {
    name: 'http.server.request.duration',
    type: 'histogram',
    unit: 's',
    description: 'Duration of <b>HTTP</b> server requests.',
    series: 20,
    services: ['catalog', 'order'],
    attributes: ['http.route'],
  },
  { name: 'jvm.memory.used', type: 'gauge', unit: 'By', series: 4, services: ['order'] },
];

function serve(metrics: object[]) {
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const path = (input as string).split('?')[0]!;
    const answer = path === '/api/v1/metrics' ? { metrics, cost: COST } : {};
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
}

Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 400 });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { value: 800 });
afterEach(() => vi.restoreAllMocks());

test.each([
  ['ko', '앱 2개가 메트릭 2개를 보내고 있습니다(시계열 24개).'],
  ['en', '2 metrics in 24 series, sent by 2 apps.'],
] as const)('%s: the first line says what there is', async (lang, words) => {
  serve(METRICS);
  const { container } = await show(<MetricsPage />, { at: '/metrics?from=now-1h&to=now', lang });
  await screen.findByText('jvm.memory.used');
  expect(container.textContent).toContain(words);
});

test('a metric of several apps opens with a line for each, and keeps the pinned charts', async () => {
  serve(METRICS);
  const { container } = await show(<MetricsPage />, {
    at: '/metrics?from=now-1h&to=now',
    lang: 'en',
  });
  const link = await screen.findByRole('link', { name: 'http.server.request.duration' });
  expect(link.getAttribute('href')).toBe(
    '/metrics?name=http.server.request.duration&by=service.name&from=now-1h&to=now',
  );
  expect(container.querySelector('.cop-table b')).toBeNull();
});

test('the catalogue is narrowed by words of name or description, and by app', async () => {
  serve(METRICS);
  await show(<MetricsPage />, { at: '/metrics?from=now-1h&to=now', lang: 'en' });
  await screen.findByText('jvm.memory.used');
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'server duration' } });
  expect(screen.queryByText('jvm.memory.used')).toBeNull();
  expect(screen.getByText('http.server.request.duration')).toBeTruthy();
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: '' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'App' }), { target: { value: 'catalog' } });
  expect(await screen.findByText('catalog sends 1 metric in 20 series.')).toBeTruthy();
  expect(screen.queryByText('jvm.memory.used')).toBeNull();
});

test('no metrics: how to send them stands there', async () => {
  serve([]);
  const { container } = await show(<MetricsPage />, {
    at: '/metrics?from=now-1h&to=now',
    lang: 'ko',
  });
  expect(await screen.findByText('이 기간에는 메트릭이 없습니다')).toBeTruthy();
  expect(container.textContent).toContain('OTEL_EXPORTER_OTLP_ENDPOINT=http://');
});
