import { useFormat } from '../format/useFormat';
import type { PlotBox, Series } from './chartTypes';

interface Props {
  index: number;
  times: readonly number[];
  series: readonly Series[];
  format: (value: number) => string;
  box: PlotBox;
  /** ms a value stands for */
  step: number;
}

/** The figures under the pointer; on the side where there is room. */
export function PlotTip({ index, times, series, format, box, step }: Props) {
  const { clock, dayMinute } = useFormat();
  const time = times[index];
  if (time === undefined) return null;
  const x = box.left + ((time + step / 2 - box.from) / (box.to - box.from)) * box.width;
  const right = x > box.left + box.width / 2;
  const day = Math.abs(Date.now() - time) > 86_400_000;
  const top = series.length > 12 ? series.slice(0, 12) : series;
  return (
    <div
      className={`cop-tip${right ? ' cop-tip--left' : ''}`}
      style={{ left: x, top: box.top }}
      role="presentation"
    >
      <strong>{day ? dayMinute(time) : clock(time)}</strong>
      <dl>
        {top.map((s) => {
          const value = s.values[index];
          if (value === null || value === undefined) return null;
          return (
            <div key={s.label}>
              <dt>
                <i
                  style={{
                    background: s.colour.startsWith('#') ? s.colour : `var(--cop-${s.colour})`,
                  }}
                />
                {s.label}
              </dt>
              <dd>{format(value)}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
