// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { StatusLine } from '../../src/pages/now/StatusLine';
import { app, overview, POOL_SHRUNK, red } from '../data';
import { show } from '../render';

const text = (el: HTMLElement) => el.textContent.replaceAll('\u00a0', ' ');
const well = [app('catalog')];
const failing = [app('payment', { red: red({ errors: 123 }), last_change: POOL_SHRUNK })];

test('Korean: all is well, with the figures of the range', async () => {
  const { container } = await show(<StatusLine overview={overview()} services={well} />);
  expect(text(container)).toContain('모두 정상입니다.');
  expect(text(container)).toContain(
    '앱 5개 · 인스턴스 8개 · 지난 15분 동안 요청 23,410건, 오류 0.02 %, p95 80 ms · 접속 사용자 312명',
  );
});

test('English: the same', async () => {
  const { container } = await show(<StatusLine overview={overview()} services={well} />, {
    lang: 'en',
  });
  expect(text(container)).toContain(
    '5 apps · 8 instances · 23,410 requests in the last 15 minutes, 0.02 % errors, p95 80 ms · 312 active users',
  );
});

test('Korean: a failing app is named, with its share of errors and its last Change', async () => {
  const { container } = await show(<StatusLine overview={overview()} services={failing} />);
  expect(text(container)).toContain(
    'payment에 장애가 있습니다. 지난 15분 동안 요청 1,000건 가운데 12.3 %가 오류로 끝났습니다.',
  );
  expect(text(container)).toMatch(/마지막 변경은 .+의 설정 “pool 20 → 2”입니다\./);
});

test('the figures of the sentence open the requests behind them, in the same range', async () => {
  const { getByRole } = await show(<StatusLine overview={overview()} services={failing} />, {
    at: '/?from=now-1h&to=now',
    lang: 'en',
  });
  const link = getByRole('link', { name: /12\.3/ });
  expect(link.getAttribute('href')).toBe('/traces?service=payment&status=error&from=now-1h&to=now');
});

test('a service whose name is markup is shown as text, never as markup', async () => {
  const evil = [app('<img src=x onerror=alert(1)>', { red: red({ errors: 500 }) })];
  const { container } = await show(<StatusLine overview={overview()} services={evil} />);
  expect(container.querySelector('img')).toBeNull();
  expect(text(container)).toContain('<img src=x onerror=alert(1)>');
});

test('no sessions known: the sentence says nothing about users', async () => {
  const { container } = await show(
    <StatusLine overview={overview({ active_sessions: null })} services={well} />,
  );
  expect(text(container)).not.toContain('접속 사용자');
});
