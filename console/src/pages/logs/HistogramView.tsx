import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogHistogram } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { useTimeRange } from '../../time/useTimeRange';
import { timeTicks } from '../../ui/timeAxis';
import { useWidth } from '../../ui/useWidth';
import { barsOf, type Bar } from './stack';

const HEIGHT = 78;
const AXIS = 18;

/** Records over time by severity. A bar or a dragged stretch becomes the time range. */
export function HistogramView({ histogram }: { histogram: LogHistogram }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { setRange } = useTimeRange();
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const bars = useMemo(() => barsOf(histogram), [histogram]);
  const [at, setAt] = useState<number | null>(null);
  const [drag, setDrag] = useState<[number, number] | null>(null);
  const max = Math.max(1, ...bars.map((b) => b.total));
  const step = bars.length > 0 ? width / bars.length : 0;
  const y = (n: number) => (n / max) * (HEIGHT - 4);
  const indexAt = (clientX: number) => {
    const left = root.current?.getBoundingClientRect().left ?? 0;
    return Math.min(bars.length - 1, Math.max(0, Math.floor((clientX - left) / (step || 1))));
  };
  const choose = (a: number, b: number) => {
    const from = bars[Math.min(a, b)];
    const to = bars[Math.max(a, b)];
    if (!from || !to) return;
    setRange({ from: new Date(from.from).toISOString(), to: new Date(to.to).toISOString() });
  };
  const [low, high] = drag ? [Math.min(...drag), Math.max(...drag)] : [-1, -1];
  const span = { from: bars[0]?.from ?? 0, to: bars.at(-1)?.to ?? 0 };
  const labels = timeTicks(span, width, format);
  return (
    <div
      ref={root}
      className="cop-logs__histogram"
      role="slider"
      tabIndex={0}
      aria-label={t('logs.histogram')}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, bars.length - 1)}
      aria-valuenow={at ?? 0}
      aria-valuetext={at === null || !bars[at] ? undefined : words(bars[at])}
      title={undefined}
      onPointerMove={(e) => {
        const i = indexAt(e.clientX);
        setAt(i);
        if (drag) setDrag([drag[0], i]);
      }}
      onPointerLeave={() => !drag && setAt(null)}
      onPointerDown={(e) => {
        if (e.button !== 0) return;
        e.currentTarget.setPointerCapture(e.pointerId);
        const i = indexAt(e.clientX);
        setDrag([i, i]);
      }}
      onPointerUp={() => {
        if (drag) choose(drag[0], drag[1]);
        setDrag(null);
      }}
      onPointerCancel={() => setDrag(null)}
      onBlur={() => setAt(null)}
      onKeyDown={(e) => {
        const now = at ?? (e.key === 'ArrowLeft' ? bars.length : -1);
        if (e.key === 'ArrowRight') setAt(Math.min(bars.length - 1, now + 1));
        else if (e.key === 'ArrowLeft') setAt(Math.max(0, now - 1));
        else if (e.key === 'Enter' && at !== null) choose(at, at);
        else if (e.key === 'Escape') setAt(null);
        else return;
        e.preventDefault();
      }}
    >
      <svg width={width} height={HEIGHT + AXIS} aria-hidden="true">
        {at !== null && (
          <rect className="cop-logs__at" x={at * step} y={0} width={step} height={HEIGHT} />
        )}
        {drag && (
          <rect
            className="cop-logs__drag"
            x={low * step}
            y={0}
            width={(high - low + 1) * step}
            height={HEIGHT}
          />
        )}
        {bars.flatMap((bar, i) =>
          bar.parts.map((p) => (
            <rect
              key={`${i}${p.severity}`}
              className={`cop-sev-fill--${p.severity}`}
              x={i * step + 0.5}
              width={Math.max(1, step - 1)}
              y={HEIGHT - y(p.below + p.count)}
              height={Math.max(y(p.count), 1.5)}
            />
          )),
        )}
        <line className="cop-logs__base" x1={0} x2={width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
        <text className="cop-logs__max" x={2} y={10}>
          {bars.some((b) => b.total > 0) ? format.shortCount(max) : ''}
        </text>
        {labels.map(({ time, text }) => {
          const x = ((time - span.from) / (span.to - span.from)) * width;
          return (
            <g key={time}>
              <line className="cop-logs__base" x1={x} x2={x} y1={HEIGHT} y2={HEIGHT + 4} />
              <text x={x} y={HEIGHT + 15} textAnchor="middle">
                {text}
              </text>
            </g>
          );
        })}
      </svg>
      {at !== null && bars[at] && (
        <div
          className={`cop-tip${at > bars.length / 2 ? ' cop-tip--left' : ''}`}
          style={{ left: (at + 0.5) * step, top: 0 }}
          role="presentation"
        >
          <strong>{`${format.dayMinute(bars[at].from)} – ${format.clock(bars[at].to)}`}</strong>
          <dl>
            {bars[at].parts.map((p) => (
              <div key={p.severity}>
                <dt>
                  <i className={`cop-sev-key--${p.severity}`} />
                  {t(`severity.${p.severity}`)}
                </dt>
                <dd>{format.count(p.count)}</dd>
              </div>
            ))}
          </dl>
          <span className="cop-dim">{t('logs.dragHint')}</span>
        </div>
      )}
    </div>
  );

  function words(bar: Bar): string {
    const parts = bar.parts.map((p) => `${t(`severity.${p.severity}`)} ${format.count(p.count)}`);
    return `${format.clock(bar.from)} ${parts.join(', ')}`;
  }
}
