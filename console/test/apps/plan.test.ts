// @vitest-environment jsdom
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { formatIn } from '../../src/format/useFormat';
import { startI18n, switchLanguage } from '../../src/i18n';
import {
  removing,
  replacing,
  restartingOne,
  rollingBack,
  scaling,
} from '../../src/pages/service/act/plan';
import { instance, running } from '../data-apps';

const t = i18next.t;
const ko = formatIn('ko');
const app = running('order');

beforeAll(async () => {
  await startI18n();
  await switchLanguage('ko');
});

test('a rolling restart says how many at a time, and that nothing is interrupted', () => {
  expect(replacing(app, t)).toEqual(['인스턴스 2개를 하나씩 바꿉니다.', '요청은 끊기지 않습니다.']);
  const three = { ...app, wanted: 8, rollout: { strategy: 'rolling', surge: 2, unavailable: 1 } };
  expect(replacing(three as typeof app, t)).toEqual([
    '인스턴스 8개를 3개씩 바꿉니다.',
    '인스턴스 8개 가운데 1개까지는 새것이 준비되기 전에 끝냅니다.',
    '요청은 끊기지 않습니다.',
  ]);
});

test('what would not be true is not promised', () => {
  const all = { ...app, rollout: { strategy: 'rolling', surge: 0, unavailable: 2 } };
  expect(replacing(all as typeof app, t).join(' ')).not.toContain('끊기지 않습니다');
  const direct = replacing({ ...app, routed: false }, t);
  expect(direct.at(-1)).toContain('끊길 수 있습니다');
});

test('one instance: who serves meanwhile', () => {
  expect(restartingOne(app, 'order-r1-a', t)).toEqual([
    'order-r1-a를 끝내고 새 인스턴스를 띄웁니다.',
    '그동안 나머지 1개가 요청을 처리합니다.',
    '처리 중인 요청은 최대 10초 동안 마무리합니다.',
  ]);
  const alone = running('order', { wanted: 1, instances: [instance('order-r1-a')] });
  expect(restartingOne(alone, 'order-r1-a', t)[1]).toContain('처리할 수 없습니다');
});

test('scaling: what it costs upwards, what ends downwards, and that it may be computed again', () => {
  expect(scaling(app, 4, t, ko)).toEqual([
    '인스턴스 2개를 더 띄웁니다.',
    '모두 합해 메모리를 최대 2\u00a0GiB까지 씁니다.',
  ]);
  expect(scaling(app, 1, t, ko)[0]).toBe('인스턴스 1개를 끝냅니다.');
  expect(scaling(app, 0, t, ko)[0]).toContain('다시 늘릴 때까지');
  expect(scaling(app, 2, t, ko)).toEqual(['이미 그만큼 유지하고 있습니다.']);
  const auto = running('order', {
    scale: { min: 0, max: 9, targets: [{ measure: 'cpu', value: 70 }] },
  });
  expect(scaling(auto, 0, t, ko)[0]).toContain('깨어납니다');
  expect(scaling(auto, 4, t, ko).at(-1)).toContain('자동 스케일링');
});

test('a way back says how many fields it changes; deleting says what stays', () => {
  expect(rollingBack(app, 3, 2, t).slice(0, 2)).toEqual([
    '릴리스 3의 내용을 새 릴리스로 다시 실행합니다.',
    '2개 항목이 바뀝니다.',
  ]);
  expect(removing(app, t)).toEqual([
    '인스턴스 2개를 모두 끝내고 앱을 지웁니다.',
    '로그와 트레이스, 변경 기록은 남습니다.',
  ]);
});
