import type { RefObject } from 'react';
import uPlot from 'uplot';
import type { Format } from '../format/useFormat';
import { colour } from './colours';
import type { PlotBox } from './Plot';
import type { Series, TimeSeriesProps } from './TimeSeries';

const FONT = '11px "Console Sans", "Pretendard Variable", system-ui, sans-serif';

function css(name: string): string {
  return /^(#|rgb)/.test(name) ? name : colour(name);
}

/** Times in seconds, as uPlot wants them, then one array per series. */
export function dataOf({ times, series }: TimeSeriesProps): uPlot.AlignedData {
  return [times.map((t) => t / 1000), ...series.map((s) => [...s.values])];
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
    points: { show: false },
    spanGaps: false,
  };
}

/** Labels of the time axis: the day only where it changes. */
function timeLabels(format: Format) {
  return (_: uPlot, splits: number[]) => {
    const whole = splits.length > 1 && splits[1]! - splits[0]! < 60;
    return splits.map((s, i) => {
      const day = new Date(s * 1000).getDate();
      const before = i === 0 ? day : new Date(splits[i - 1]! * 1000).getDate();
      if (day !== before) return format.dayMinute(s * 1000);
      return whole ? format.clock(s * 1000) : format.hourMinute(s * 1000);
    });
  };
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
    padding: [8, 8, axis ? 0 : 6, 0],
    cursor: {
      y: false,
      points: { size: 6 },
      drag: { x: latest.current.onSelect !== undefined, y: false, setScale: false },
      ...(group ? { sync: { key: group } } : {}),
    },
    scales: {
      x: { time: true },
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
        space: 72,
        values: timeLabels(format),
      },
      {
        stroke: ink,
        font: FONT,
        grid,
        ticks: { show: false },
        size: 62,
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
