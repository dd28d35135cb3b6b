import { expect, test } from 'vitest';
import type { Heatmap } from '../../src/api/contract';
import {
  boxOf,
  cellAt,
  heightOf,
  MARGIN,
  middleOf,
  selectionOf,
  xOf,
} from '../../src/heatmap/grid';

const MAP: Heatmap = {
  step_s: 30,
  times: ['2026-11-21T12:00:00Z', '2026-11-21T12:00:30Z', '2026-11-21T12:01:00Z'],
  bounds_ms: [1, 10, 100, 1000],
  counts: [
    [5, 2, 0],
    [6, 1, 1],
    [0, 0, 9],
  ],
  errors: [
    [0, 0, 0],
    [0, 0, 1],
    [0, 0, 7],
  ],
  cost: { rows_read: 0, bytes_read: 0, segments: 0, elapsed_ms: 0 },
};
const SIZE = { width: MARGIN.left + MARGIN.right + 300, height: MARGIN.top + MARGIN.bottom + 90 };

test('a point finds its cell: time to the right, duration upwards', () => {
  expect(cellAt(MAP, SIZE, MARGIN.left + 1, MARGIN.top + 1)).toEqual({ column: 0, row: 2 });
  expect(cellAt(MAP, SIZE, MARGIN.left + 299, MARGIN.top + 89)).toEqual({ column: 2, row: 0 });
  expect(cellAt(MAP, SIZE, 0, 10_000)).toEqual({ column: 0, row: 0 });
});

test('a box of cells is a time range, a duration range and their counts', () => {
  const selection = selectionOf(MAP, { column: 2, row: 2 }, { column: 1, row: 1 });
  expect(selection).toEqual({
    from: Date.parse('2026-11-21T12:00:30Z'),
    to: Date.parse('2026-11-21T12:01:30Z'),
    min_ms: 10,
    max_ms: 1000,
    count: 11,
    errors: 8,
  });
});

test('the box is drawn around exactly those cells', () => {
  expect(boxOf(MAP, SIZE, { column: 1, row: 1 }, { column: 2, row: 2 })).toEqual({
    left: MARGIN.left + 100,
    top: MARGIN.top,
    width: 200,
    height: 60,
  });
});

test('on the axis of the page a time stands where it does on the charts', () => {
  const from = Date.parse('2026-11-21T11:59:30Z');
  const size = { ...SIZE, span: { from, to: from + 150_000 } };
  // Three columns of 30 s in 150 s of 300 px; the first begins 30 s after the axis.
  const box = boxOf(MAP, size, { column: 0, row: 0 }, { column: 0, row: 0 });
  expect(box).toMatchObject({ left: MARGIN.left + 60, width: 60 });
  expect(xOf(MAP, size, Date.parse(MAP.times[1]!))).toBe(MARGIN.left + 120);
  expect(cellAt(MAP, size, MARGIN.left + 121, MARGIN.top + 1).column).toBe(1);
});

test('durations stand on the logarithmic scale of the rows', () => {
  expect(heightOf(MAP, SIZE, 10)).toBeCloseTo(MARGIN.top + 60);
  expect(heightOf(MAP, SIZE, Math.sqrt(1000))).toBeCloseTo(MARGIN.top + 45);
  expect(heightOf(MAP, SIZE, 5000)).toBeNull();
});

test('the middle names where four of five requests end; an empty map has none', () => {
  expect(middleOf(MAP)).toEqual({ low: 1, high: 1000 });
  expect(middleOf({ ...MAP, counts: [[], [], []] })).toBeNull();
});
