import { lazy, Suspense } from 'react';
import type { TimeSeriesProps } from './chartTypes';
import './charts.css';

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
