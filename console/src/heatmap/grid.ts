import type { Heatmap } from '../api/contract';
import { SIDES, type TimeSpan } from '../ui/chartTypes';

/** Room around the cells, CSS px; at the sides that of the charts above. */
export const MARGIN = { ...SIDES, top: 6, bottom: 24 };

export interface Size {
  width: number;
  height: number;
  /** what the time axis spans; exactly the columns where it is left out */
  span?: TimeSpan;
}

/** A cell: column (time) and row (duration, 0 is the fastest). */
export interface Cell {
  column: number;
  row: number;
}

/** What a box of cells stands for. */
export interface Selection {
  from: number;
  to: number;
  min_ms: number;
  max_ms: number;
  count: number;
  errors: number;
}

export const columnsOf = (map: Heatmap) => map.times.length;
export const rowsOf = (map: Heatmap) => Math.max(0, map.bounds_ms.length - 1);

/** Length of a column in ms; of a single column the answer must say it. */
export function stepOf(map: Heatmap): number {
  if (map.step_s) return map.step_s * 1000;
  const [a, b] = map.times;
  return a && b ? Date.parse(b) - Date.parse(a) : 60_000;
}

/** The time axis: that of the page's charts, or as long as the columns. */
export function spanOf(map: Heatmap, size: Size): TimeSpan {
  if (size.span) return size.span;
  const from = Date.parse(map.times[0] ?? '');
  return { from, to: from + columnsOf(map) * stepOf(map) };
}

/** Where a time stands on the axis, CSS px. */
export function xOf(map: Heatmap, size: Size, time: number): number {
  const { from, to } = spanOf(map, size);
  const share = (time - from) / (to - from || 1);
  return MARGIN.left + share * (size.width - MARGIN.left - MARGIN.right);
}

/** Where the first column begins, and width and height of one cell, CSS px. */
export function cellSize(map: Heatmap, size: Size) {
  const { from, to } = spanOf(map, size);
  const perMs = (size.width - MARGIN.left - MARGIN.right) / (to - from || 1);
  return {
    x: MARGIN.left + (Date.parse(map.times[0] ?? '') - from) * perMs,
    w: stepOf(map) * perMs,
    h: (size.height - MARGIN.top - MARGIN.bottom) / Math.max(1, rowsOf(map)),
  };
}

/** The cell under a point; points outside belong to the nearest cell. */
export function cellAt(map: Heatmap, size: Size, x: number, y: number): Cell {
  const { x: first, w, h } = cellSize(map, size);
  const clamp = (v: number, n: number) => Math.max(0, Math.min(n - 1, Math.floor(v)));
  return {
    column: clamp((x - first) / w, columnsOf(map)),
    row: rowsOf(map) - 1 - clamp((y - MARGIN.top) / h, rowsOf(map)),
  };
}

/** The rectangle that holds two cells and all between them, CSS px. */
export function boxOf(map: Heatmap, size: Size, a: Cell, b: Cell) {
  const { x, w, h } = cellSize(map, size);
  const left = Math.min(a.column, b.column);
  const top = rowsOf(map) - 1 - Math.max(a.row, b.row);
  return {
    left: x + left * w,
    top: MARGIN.top + top * h,
    width: (Math.abs(a.column - b.column) + 1) * w,
    height: (Math.abs(a.row - b.row) + 1) * h,
  };
}

/** Time and duration range of a box, and how much is in it. */
export function selectionOf(map: Heatmap, a: Cell, b: Cell): Selection {
  const [left, right] = [Math.min(a.column, b.column), Math.max(a.column, b.column)];
  const [low, high] = [Math.min(a.row, b.row), Math.max(a.row, b.row)];
  let count = 0;
  let errors = 0;
  for (let c = left; c <= right; c++) {
    for (let r = low; r <= high; r++) {
      count += map.counts[c]?.[r] ?? 0;
      errors += map.errors[c]?.[r] ?? 0;
    }
  }
  return {
    from: Date.parse(map.times[left]!),
    to: Date.parse(map.times[right]!) + stepOf(map),
    min_ms: map.bounds_ms[low]!,
    max_ms: map.bounds_ms[high + 1]!,
    count,
    errors,
  };
}

/** Durations between which four of five requests end: from the tenth to the ninetieth percent. */
export function middleOf(map: Heatmap): { low: number; high: number } | null {
  const byRow = Array.from({ length: rowsOf(map) }, (_, r) =>
    map.counts.reduce((n, column) => n + (column[r] ?? 0), 0),
  );
  const all = byRow.reduce((n, v) => n + v, 0);
  if (all === 0) return null;
  const rowAt = (share: number) => {
    let seen = 0;
    return byRow.findIndex((n) => (seen += n) >= share * all);
  };
  return { low: map.bounds_ms[rowAt(0.1)]!, high: map.bounds_ms[rowAt(0.9) + 1]! };
}

/** Height (CSS px from the top) of a duration, on the scale of the rows; null outside of them. */
export function heightOf(map: Heatmap, size: Size, ms: number): number | null {
  const bounds = map.bounds_ms;
  const row = bounds.findIndex((b, i) => b <= ms && ms < (bounds[i + 1] ?? -1));
  if (row < 0) return null;
  const low = bounds[row]!;
  const high = bounds[row + 1]!;
  const part = low > 0 ? Math.log(ms / low) / Math.log(high / low) : (ms - low) / (high - low);
  const { h } = cellSize(map, size);
  return MARGIN.top + (rowsOf(map) - row - part) * h;
}
