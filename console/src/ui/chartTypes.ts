import type { Change } from '../api/contract';

/** A stretch of time, epoch ms. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** Where the plot lies inside the figure, CSS px, and which times and values it spans. */
export interface PlotBox extends TimeSpan {
  left: number;
  top: number;
  width: number;
  height: number;
  low: number;
  high: number;
}

export interface Series {
  label: string;
  values: readonly (number | null)[];
  /** a CSS colour, or one of the console's colour names: 'data', 'bad' … */
  colour: string;
  /** fill below the line */
  area?: boolean;
  /** fill down to the series of this index instead of to zero: a band */
  bandTo?: number;
  /** columns instead of a line */
  bars?: boolean;
  dashed?: boolean;
  width?: number;
}

export interface TimeSeriesProps {
  /** what the chart shows; its accessible name */
  label: string;
  /** epoch ms, ascending */
  times: readonly number[];
  /** length of a step in ms, where a value stands for the step that begins at its time */
  step?: number;
  /** what the time axis spans; from the first to the last of `times` where it is left out */
  span?: TimeSpan;
  series: readonly Series[];
  /** a value with its unit, for the axis and under the pointer */
  format: (value: number) => string;
  height?: number;
  /** Changes drawn as flags */
  changes?: readonly Change[];
  /** charts of one group share the pointer */
  group?: string;
  /** scale begins at this value or lower */
  min?: number;
  /** scale reaches at least to this value */
  max?: number;
  /** a dragged range, epoch ms */
  onSelect?: (from: number, to: number) => void;
  /** the time axis is drawn; off where a chart below shows the same */
  axis?: boolean;
  legend?: boolean;
  /** drawn over the plot, e.g. points that are links */
  overlay?: (box: PlotBox) => React.ReactNode;
}

/** Room at the left and right of every chart with a time axis, CSS px, so that axes are in line. */
export const SIDES = { left: 62, right: 8 };
