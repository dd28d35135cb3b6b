import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useDark } from '../app/useDark';
import { useFormat } from '../format/useFormat';
import { Flags } from './Flags';
import { dataOf, optionsOf } from './plotOptions';
import { PlotTip } from './PlotTip';
import type { TimeSeriesProps } from './TimeSeries';

/** Where the plot lies inside the figure, CSS px, and which times and values it spans. */
export interface PlotBox {
  left: number;
  top: number;
  width: number;
  height: number;
  from: number;
  to: number;
  low: number;
  high: number;
}

/** uPlot in React: made again when the shape changes, only fed when the figures do. */
export default function Plot(props: TimeSeriesProps) {
  const { times, series, height = 160, changes = [], legend = false } = props;
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(props);
  const [box, setBox] = useState<PlotBox | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const dark = useDark();
  const format = useFormat();
  const shape = JSON.stringify([
    series.map(({ values: _, ...s }) => s),
    props.group,
    props.axis,
    props.min,
    props.max,
    height,
    format.lang,
    dark,
  ]);

  useLayoutEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    const el = host.current!;
    const options = optionsOf(latest, format, { width: el.clientWidth, height }, setBox, setAt);
    const u = new uPlot(options, dataOf(latest.current), el);
    plot.current = u;
    const observer = new ResizeObserver(() => {
      if (el.clientWidth > 0) u.setSize({ width: el.clientWidth, height });
    });
    observer.observe(el);
    return () => {
      observer.disconnect();
      u.destroy();
      plot.current = null;
    };
    // `shape` stands for everything that uPlot cannot take later.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shape]);

  useEffect(() => {
    plot.current?.setData(dataOf(latest.current));
  }, [times, series]);

  return (
    <>
      <div className="cop-chart__plot">
        <div ref={host} style={{ height }} />
        {box && <Flags changes={changes} box={box} />}
        {box && props.overlay?.(box)}
        {box && at !== null && (
          <PlotTip index={at} times={times} series={series} format={props.format} box={box} />
        )}
      </div>
      {legend && (
        <ul className="cop-legend">
          {series.map((s) => (
            <li key={s.label}>
              <i
                style={{
                  background: s.colour.startsWith('#') ? s.colour : `var(--cop-${s.colour})`,
                }}
              />
              {s.label}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
