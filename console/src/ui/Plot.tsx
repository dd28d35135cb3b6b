import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useDark } from '../app/useDark';
import { useFormat } from '../format/useFormat';
import type { PlotBox, TimeSeriesProps } from './chartTypes';
import { HEAT, onPoint, PLOTS, pointAt } from './cursor';
import { Flags } from './Flags';
import { LegendOf } from './LegendOf';
import { dataOf, optionsOf } from './plotOptions';
import { PlotTip } from './PlotTip';

/** uPlot in React: made again when the shape changes, only fed when the figures do. */
export default function Plot(props: TimeSeriesProps) {
  const { times, series, height = 160, changes = [], legend = false, group } = props;
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(props);
  const [box, setBox] = useState<PlotBox | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const dark = useDark();
  const format = useFormat();
  const shape = JSON.stringify([
    series.map(({ values: _, ...s }) => s),
    group,
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
  }, [times, series, props.span?.from, props.span?.to]);

  // The pointer of charts that are not plots, the heat map's, moves this one's too, and the reverse.
  useEffect(() => {
    if (!group) return undefined;
    return onPoint(group, (time, from) => {
      const u = plot.current;
      if (!u || from !== HEAT) return;
      const left = time === null ? -10 : u.valToPos(time / 1000, 'x');
      u.setCursor({ left, top: time === null ? -10 : 4 }, true);
    });
  }, [group]);
  useEffect(() => {
    if (group) pointAt(group, at === null ? null : (times[at] ?? null), PLOTS);
  }, [group, at, times]);

  return (
    <>
      <div className="cop-chart__plot">
        <div ref={host} style={{ height }} />
        {box && <Flags changes={changes} box={box} />}
        {box && props.overlay?.(box)}
        {box && at !== null && (
          <PlotTip
            index={at}
            times={times}
            series={series}
            format={props.format}
            box={box}
            step={props.step ?? 0}
          />
        )}
      </div>
      {legend && <LegendOf series={series} />}
    </>
  );
}
