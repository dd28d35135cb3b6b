import type { RefObject } from 'react';
import uPlot from 'uplot';
import type { Format } from '../format/useFormat';
import { colour } from './colours';
import { timeTicks } from './timeAxis';
import { SIDES, type PlotBox, type Series, type TimeSeriesProps } from './chartTypes';

const FONT = '11px "Console Sans", "Pretendard Variable", system-ui, sans-serif';

function css(name: string): string {
  return /^(#|rgb)/.test(name) ? name : colour(name);
}

/** Times in seconds, as uPlot wants them, a step's in its middle; then one array per series. */
export function dataOf({ times, series, step = 0 }: TimeSeriesProps): uPlot.AlignedData {
  return [times.map((t) => (t + step / 2) / 1000), ...series.map((s) => [...s.values])];
}

/** A value whose neighbours are missing: no line reaches it, so it is drawn as a point. */
function alone(u: uPlot, index: number, _show: boolean, _gaps?: null | number[][]): number[] {
  const values = u.data[index] ?? [];
  const is = (i: number) => values[i] !== null && values[i] !== undefined;
  return [...values.keys()].filter((i) => is(i) && !is(i - 1) && !is(i + 1));
}

function lineOf(s: Series): uPlot.Series {
  const stroke = css(s.colour);
  return {
    label: s.label,
    stroke,
    width: s.width ?? (s.bars ? 0 : 1.5),
    ...(s.dashed ? { dash: [4, 4] } : {}),
    ...(s.area || s.bars ? { fill: s.bars ? stroke : `${stroke}26` } : {}),
    ...(s.bars && uPlot.paths.bars ? { paths: uPlot.paths.bars({ size: [0.8, 40], gap: 1 }) } : {}),
    points: { show: !s.bars, size: 3, width: 0, fill: stroke, filter: alone },
    spanGaps: false,
  };
}

function ticksOf(u: uPlot, format: Format) {
  const { min = 0, max = 0 } = u.scales.x ?? {};
  return timeTicks({ from: min * 1000, to: max * 1000 }, u.bbox.width / devicePixelRatio, format);
}

/** Everything uPlot needs once; what changes later is read through `latest`. */
export function optionsOf(
  latest: RefObject<TimeSeriesProps>,
  format: Format,
  size: { width: number; height: number },
  onBox: (box: PlotBox) => void,
  onPoint: (index: number | null) => void,
): uPlot.Options {
  const { series, axis = true, group } = latest.current;
  const ink = colour('dim');
  const grid = { stroke: colour('line'), width: 1 };
  let box = '';
  return {
    ...size,
    legend: { show: false },
    padding: [8, SIDES.right, axis ? 0 : 6, 0],
    cursor: {
      y: false,
      points: { size: 6 },
      drag: { x: latest.current.onSelect !== undefined, y: false, setScale: false },
      ...(group ? { sync: { key: group } } : {}),
    },
    scales: {
      x: {
        time: true,
        range: (_u, low, high) => {
          const { span } = latest.current;
          return span ? [span.from / 1000, span.to / 1000] : [low, high];
        },
      },
      y: {
        range: (_u, low, high) => {
          const { min = 0, max = 0 } = latest.current;
          const bottom = Math.min(min, low);
          const top = Math.max(max, high);
          return [bottom, top > bottom ? top + (top - bottom) * 0.08 : bottom + 1];
        },
      },
    },
    axes: [
      {
        show: axis,
        stroke: ink,
        font: FONT,
        grid: { show: false },
        ticks: { stroke: colour('line'), width: 1, size: 4 },
        size: 26,
        gap: 3,
        splits: (u) => ticksOf(u, format).map((t) => t.time / 1000),
        values: (u) => ticksOf(u, format).map((t) => t.text),
      },
      {
        stroke: ink,
        font: FONT,
        grid,
        ticks: { show: false },
        size: SIDES.left,
        gap: 6,
        space: size.height < 100 ? 20 : 34,
        values: (_, splits) => splits.map((v) => latest.current.format(v)),
      },
    ],
    series: [{}, ...series.map(lineOf)],
    bands: series.flatMap((s, i) =>
      s.bandTo === undefined
        ? []
        : [{ series: [i + 1, s.bandTo + 1] as [number, number], fill: `${css(s.colour)}2e` }],
    ),
    hooks: {
      draw: [
        (u) => {
          const dpr = devicePixelRatio;
          const next: PlotBox = {
            left: u.bbox.left / dpr,
            top: u.bbox.top / dpr,
            width: u.bbox.width / dpr,
            height: u.bbox.height / dpr,
            from: (u.scales.x?.min ?? 0) * 1000,
            to: (u.scales.x?.max ?? 0) * 1000,
            low: u.scales.y?.min ?? 0,
            high: u.scales.y?.max ?? 1,
          };
          const text = JSON.stringify(next);
          if (text !== box) onBox(next);
          box = text;
        },
      ],
      setCursor: [(u) => onPoint(u.cursor.idx ?? null)],
      setSelect: [
        (u) => {
          if (u.select.width < 4) return;
          const at = (px: number) => u.posToVal(px, 'x') * 1000;
          latest.current.onSelect?.(at(u.select.left), at(u.select.left + u.select.width));
          u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}
