import { expect, test } from 'vitest';
import {
  clampView,
  moved,
  ticks,
  viewOf,
  viewText,
  zoomed,
} from '../../src/pages/traces/trace/view';

test('a view goes through the URL and back', () => {
  const view = { from: 12.5, to: 300 };
  expect(viewText(view, 1000)).toBe('12.5-300');
  expect(viewOf('12.5-300', 1000)).toEqual(view);
});

test('the whole trace is no view, and nonsense is the whole trace', () => {
  expect(viewText({ from: 0, to: 1000 }, 1000)).toBeNull();
  for (const text of [null, '', 'x', '5-5', '9-3']) {
    expect(viewOf(text, 1000)).toEqual({ from: 0, to: 1000 });
  }
});

test('zooming keeps the place under the pointer; nothing leaves the trace', () => {
  expect(zoomed({ from: 0, to: 100 }, 0.5, 0.25, 100)).toEqual({ from: 12.5, to: 62.5 });
  expect(zoomed({ from: 40, to: 60 }, 100, 0.5, 100)).toEqual({ from: 0, to: 100 });
  expect(moved({ from: 80, to: 100 }, 1, 100)).toEqual({ from: 80, to: 100 });
  expect(clampView({ from: -5, to: 5 }, 100)).toEqual({ from: 0, to: 10 });
});

test('a trace of no length still has a time axis', () => {
  const { from, to } = viewOf(null, 0);
  expect(to).toBeGreaterThan(from);
  expect(ticks({ from, to }, 6).length).toBeGreaterThan(0);
});

test('the ruler has round times, a handful of them', () => {
  expect(ticks({ from: 0, to: 1000 }, 5)).toEqual([0, 200, 400, 600, 800, 1000]);
  expect(ticks({ from: 3.2, to: 3.9 }, 5).map((v) => v.toFixed(1))).toEqual([
    '3.2',
    '3.4',
    '3.6',
    '3.8',
  ]);
});
