import { lazy, Suspense } from 'react';
import type { Change } from '../api/contract';
import './charts.css';
import type { PlotBox } from './Plot';

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

// Asked for as soon as a page with charts is, not when its figures have arrived.
const plot = import('./Plot');
const Plot = lazy(() => plot);

/** Lines over time. The plotting library is a chunk of its own; the room is kept meanwhile. */
export function TimeSeries(props: TimeSeriesProps) {
  const height = props.height ?? 160;
  return (
    <figure className="cop-chart" aria-label={props.label}>
      <Suspense fallback={<div style={{ height }} />}>
        <Plot {...props} />
      </Suspense>
    </figure>
  );
}
