import { useTranslation } from 'react-i18next';
import type { Change } from '../api/contract';
import { useFormat } from '../format/useFormat';
import type { PlotBox } from './chartTypes';

/** Every Change as a flag on the time axis: a line through the plot, its words on hover or focus. */
export function Flags({ changes, box }: { changes: readonly Change[]; box: PlotBox }) {
  const { t } = useTranslation();
  const format = useFormat();
  const span = box.to - box.from;
  return changes.map((c, i) => {
    const share = (Date.parse(c.time) - box.from) / span;
    if (!(share >= 0 && share <= 1)) return null;
    const words = [t(`change.${c.kind}`), c.version, c.summary].filter(Boolean).join(' · ');
    return (
      <button
        type="button"
        key={`${c.time}${c.id}${i}`}
        className={`cop-flag cop-flag--${c.kind}${share > 0.6 ? ' cop-flag--left' : ''}`}
        style={{ left: box.left + share * box.width, top: box.top, height: box.height }}
        aria-label={`${format.clock(c.time)} ${words}`}
      >
        <span className="cop-flag__words">
          <strong>{words}</strong>
          <span>
            {format.clock(c.time)}
            {c.author ? ` · ${t('change.by', { author: c.author })}` : ''}
          </span>
        </span>
      </button>
    );
  });
}
