import { expect, test } from 'vitest';
import { formatIn } from '../../src/format/useFormat';
import { timeTicks } from '../../src/ui/timeAxis';

const en = formatIn('en');
const T = Date.parse('2026-11-21T12:00:07Z');
const minutes = (n: number) => ({ from: T, to: T + n * 60_000 });

test('ticks are round times, apart from each other, and clear of the edges', () => {
  const ticks = timeTicks(minutes(15), 930, en);
  expect(ticks.length).toBeGreaterThan(5);
  for (const { time } of ticks) expect(time % 60_000).toBe(0);
  const apart = (ticks[1]!.time - ticks[0]!.time) / 60_000;
  expect((apart / 15) * 930).toBeGreaterThanOrEqual(76);
  expect(ticks[0]!.time).toBeGreaterThanOrEqual(T + (18 / 930) * 900_000);
});

test('seconds are written where the step is shorter than a minute', () => {
  expect(timeTicks(minutes(2), 930, en)[0]!.text).toMatch(/^\d\d:\d\d:\d\d$/);
  expect(timeTicks(minutes(15), 930, en)[0]!.text).toMatch(/^\d\d:\d\d$/);
});

test('a day that begins is named; nothing is drawn without room or time', () => {
  const texts = timeTicks({ from: T, to: T + 86_400_000 }, 930, en).map((t) => t.text);
  expect(texts.filter((t) => t.includes('22'))).not.toEqual([]);
  expect(timeTicks(minutes(15), 0, en)).toEqual([]);
  expect(timeTicks({ from: T, to: T }, 930, en)).toEqual([]);
});
