import { expect, test } from 'vitest';
import { evenColumns } from '../../src/pages/now/AppTiles';
import { wholePoints } from '../../src/ui/trend';
import { trend } from '../data';

const points = trend(Array.from({ length: 10 }, () => ({})));
const end = Date.parse(points[9]!.time) + 30_000;

test('a step that has only begun is left out, a step that is over stays', () => {
  expect(wholePoints(points, end - 1)).toHaveLength(9);
  expect(wholePoints(points, end)).toHaveLength(10);
  expect(wholePoints(points.slice(0, 2), 0)).toHaveLength(2);
});

test('tiles fill their rows evenly', () => {
  const room = (columns: number) => columns * 208 - 12;
  expect(evenColumns(5, room(5))).toBe(5);
  expect(evenColumns(6, room(5))).toBe(3);
  expect(evenColumns(12, room(5))).toBe(4);
  expect(evenColumns(3, room(1))).toBe(1);
  expect(evenColumns(0, 0)).toBe(1);
});
