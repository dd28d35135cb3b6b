import type { Heatmap } from '../api/contract';
import type { Format } from '../format/useFormat';
import { colour } from '../ui/colours';
import { timeTicks } from '../ui/timeAxis';
import { cellSize, columnsOf, heightOf, MARGIN, rowsOf, spanOf, type Size } from './grid';

type Rgb = [number, number, number];

function rgb(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}

const mix = (a: Rgb, b: Rgb, share: number) =>
  `rgb(${a.map((v, i) => Math.round(v + (b[i]! - v) * share)).join(' ')})`;

/** Labels of the duration axis: 1, 3, 10, 30 … ms, as many as keep apart. */
function durationTicks(map: Heatmap, size: Size): { ms: number; y: number }[] {
  const ticks: { ms: number; y: number }[] = [];
  for (const steps of [[1], [1, 3]]) {
    for (let power = -3; power <= 7; power++) {
      for (const s of steps) {
        const ms = s * 10 ** power;
        const y = heightOf(map, size, ms);
        if (y !== null && ticks.every((t) => Math.abs(t.y - y) >= 20)) ticks.push({ ms, y });
      }
    }
  }
  return ticks;
}

/**
 * Cells by count, on a logarithmic scale of brightness; the share of errors turns a cell red. With
 * `errorsOnly` the counts are those of the errors.
 */
export function drawHeatmap(
  canvas: HTMLCanvasElement,
  map: Heatmap,
  size: Size,
  errorsOnly: boolean,
  format: Format,
): void {
  const dpr = window.devicePixelRatio || 1;
  canvas.width = Math.round(size.width * dpr);
  canvas.height = Math.round(size.height * dpr);
  const g = canvas.getContext('2d');
  if (!g) return;
  g.scale(dpr, dpr);
  const low = rgb(colour('heat-low'));
  const high = rgb(colour('heat-high'));
  const bad = rgb(colour('bad'));
  const { x, w, h } = cellSize(map, size);
  const room = size.width - MARGIN.left - MARGIN.right;
  const counts = errorsOnly ? map.errors : map.counts;
  const top = Math.log1p(Math.max(1, ...counts.map((c) => Math.max(0, ...c))));

  g.fillStyle = colour('sunken');
  g.globalAlpha = 0.45;
  g.fillRect(MARGIN.left, MARGIN.top, room, h * rowsOf(map));
  g.globalAlpha = 1;
  g.font = '11px "Console Sans", "Pretendard Variable", system-ui, sans-serif';
  g.textBaseline = 'middle';
  for (const { ms, y } of durationTicks(map, size)) {
    g.fillStyle = colour('line');
    g.fillRect(MARGIN.left, Math.round(y), room, 1);
    g.fillStyle = colour('dim');
    g.textAlign = 'right';
    g.fillText(format.duration(ms), MARGIN.left - 6, y);
  }

  // The first and the last column may reach beyond the axis of the page.
  g.save();
  g.beginPath();
  g.rect(MARGIN.left, MARGIN.top, room, h * rowsOf(map));
  g.clip();
  for (let c = 0; c < columnsOf(map); c++) {
    // Whole device pixels, or the grid shows seams.
    const x0 = Math.round((x + c * w) * dpr) / dpr;
    const x1 = Math.round((x + (c + 1) * w) * dpr) / dpr;
    for (let r = 0; r < rowsOf(map); r++) {
      const n = counts[c]?.[r] ?? 0;
      if (n === 0) continue;
      const y0 = Math.round((MARGIN.top + (rowsOf(map) - 1 - r) * h) * dpr) / dpr;
      const y1 = Math.round((MARGIN.top + (rowsOf(map) - r) * h) * dpr) / dpr;
      const strength = Math.log1p(n) / top;
      const errors = map.errors[c]?.[r] ?? 0;
      g.fillStyle =
        errors > 0
          ? mix(low, bad, 0.5 + 0.5 * (errors / (map.counts[c]?.[r] || 1)))
          : mix(low, high, strength);
      g.fillRect(x0, y0, x1 - x0, y1 - y0);
    }
  }

  g.restore();

  const span = spanOf(map, size);
  const bottom = size.height - MARGIN.bottom;
  g.textAlign = 'center';
  for (const { time, text } of timeTicks(span, room, format)) {
    const at = MARGIN.left + ((time - span.from) / (span.to - span.from)) * room;
    g.fillStyle = colour('line');
    g.fillRect(Math.round(at), bottom, 1, 4);
    g.fillStyle = colour('dim');
    g.fillText(text, at, size.height - MARGIN.bottom / 2 + 3);
  }
}
