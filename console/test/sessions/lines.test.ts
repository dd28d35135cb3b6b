import { expect, test } from 'vitest';
import type { MetricResult } from '../../src/api/contract';
import { readWanted, wantedOf } from '../../src/pages/service/sessions/asked';
import { byLabel, joined } from '../../src/pages/service/sessions/lines';

const START = Date.parse('2026-11-22T08:00:00Z');
const MUCH_LATER = START + 3_600_000;

function result(values: (number | null)[], labels: Record<string, string>[] = [{}]): MetricResult {
  return {
    name: 'opencop.session.count',
    unit: '{session}',
    type: 'sum',
    op: 'last',
    step_s: 10,
    times: values.map((_, i) => new Date(START + i * 10_000).toISOString()),
    series: labels.map((l) => ({ labels: l, values })),
    cost: { rows_read: 1, bytes_read: 1, segments: 1, elapsed_ms: 1 },
  };
}

test('lines of several answers stand on one axis', () => {
  const drawn = joined(
    [
      { label: 'a', colour: 'data', result: result([1, 2, 3]) },
      { label: 'b', colour: 'bad', result: result([7, null]) },
      { label: 'not answered', colour: 'bad', result: undefined },
    ],
    MUCH_LATER,
  );
  expect(drawn?.times).toEqual([START, START + 10_000, START + 20_000]);
  expect(drawn?.series.map((s) => [s.label, s.values])).toEqual([
    ['a', [1, 2, 3]],
    ['b', [7, null, null]],
  ]);
  expect(drawn?.step).toBe(10_000);
});

test('what is counted now and then holds until the next count, but not for ever', () => {
  const values = [5, null, null, null, 6, null, null];
  const line = { label: 'a', colour: 'data', result: result(values) };
  expect(joined([{ ...line, hold: 20_000 }], MUCH_LATER)?.series[0]?.values).toEqual([
    ...[5, 5, 5, null],
    ...[6, 6, 6],
  ]);
  expect(joined([line], MUCH_LATER)?.series[0]?.values).toEqual(values);
});

test('the step that has only begun is left out, and no figure at all is no chart', () => {
  const now = START + 25_000;
  expect(
    joined([{ label: 'a', colour: 'data', result: result([1, 2, 3]) }], now)?.series[0]?.values,
  ).toEqual([1, 2]);
  expect(joined([{ label: 'a', colour: 'data', result: result([null, null]) }], now)).toBeNull();
  expect(joined([], now)).toBeNull();
});

test('an instance that is gone gives its line to one that runs', () => {
  const answer = result([1, 1, 1]);
  answer.series = [
    { labels: { 'service.instance.id': 'gone' }, values: [1, null, null] },
    { labels: { 'service.instance.id': 'b' }, values: [1, 1, 1] },
    { labels: { 'service.instance.id': 'a' }, values: [null, 1, 1] },
    { labels: { 'service.instance.id': '' }, values: [9, 9, 9] },
  ];
  expect(byLabel(answer, 2, String).map((l) => [l.label, l.of])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});

test('what was typed is a session, a pseudonym or a name; only the first two stand in the address', () => {
  const pseudonym = '0123456789abcdef01234567';
  expect(readWanted(' #0123456789AB ')).toEqual({ id: '0123456789ab' });
  expect(readWanted(pseudonym)).toEqual({ user: pseudonym });
  expect(readWanted('김하늘')).toEqual({ name: '김하늘' });
  // A name may well be of such digits: only # makes a session of it.
  expect(readWanted('0123456789ab')).toEqual({ name: '0123456789ab' });
  expect(readWanted('  ')).toBeNull();
  expect(wantedOf(new URLSearchParams({ user: pseudonym }))).toEqual({ user: pseudonym });
  expect(wantedOf(new URLSearchParams({ session: '0123456789ab' }))).toEqual({
    id: '0123456789ab',
  });
  expect(wantedOf(new URLSearchParams({ user: 'kim' }))).toBeNull();
});
