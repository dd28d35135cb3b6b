import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/useFormat';
import { DownIcon, SearchIcon, ZoomOutIcon } from '../../../ui/icons';
import { nextFound } from './keys';
import type { TraceModel } from './model';
import { ONLY, type TraceState } from './useTraceState';

/** Find, fold, what to show, and back to the whole. */
export function WaterfallTools({ model, state }: { model: TraceModel; state: TraceState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { text, found, selected, view, only } = state;
  const step = (back: boolean) => {
    const next = nextFound(found, selected, back);
    if (next) state.select(next);
  };
  const lean = model.trace.lean === true;
  const whole = view.from <= 0 && view.to >= model.length;
  const current = selected ? found.indexOf(selected) : -1;
  const choices = ONLY.filter(
    (o) => (o !== 'errors' || model.errors > 0) && (o !== 'found' || text !== ''),
  );
  return (
    <div className="cop-fall__tools">
      <div className="cop-fall__find">
        <SearchIcon size={14} />
        <input
          type="search"
          aria-label={t(lean ? 'traces.fall.findLean' : 'traces.fall.find')}
          title={lean ? t('traces.fall.findLeanHint') : undefined}
          placeholder={t(lean ? 'traces.fall.findLean' : 'traces.fall.find')}
          value={text}
          onChange={(e) => state.setText(e.target.value)}
          onKeyDown={(e) => {
            if (e.key === 'Enter') {
              e.preventDefault();
              step(e.shiftKey);
            }
          }}
        />
        {text && (
          <>
            <span className="cop-dim" role="status">
              {current >= 0
                ? `${format.count(current + 1)}/${format.count(found.length)}`
                : format.count(found.length)}
            </span>
            <button
              type="button"
              className="cop-iconbutton"
              aria-label={t('traces.fall.next')}
              title={t('traces.fall.next')}
              disabled={found.length === 0}
              onClick={() => step(false)}
            >
              <DownIcon size={13} />
            </button>
          </>
        )}
      </div>
      <div className="cop-fall__choices">
        <select
          className="cop-field"
          aria-label={t('traces.fall.show')}
          value={only ?? ''}
          onChange={(e) => state.setOnly(ONLY.find((o) => o === e.target.value) ?? null)}
        >
          <option value="">
            {t('traces.fall.all', {
              count: model.nodes.length,
              number: format.count(model.nodes.length),
            })}
          </option>
          {choices.map((o) => (
            <option key={o} value={o}>
              {t(`traces.fall.only.${o}`)}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="cop-textlink"
          onClick={() => (state.folded.size > 0 ? state.openAll() : state.foldAll())}
        >
          {t(state.folded.size > 0 ? 'traces.fall.openAll' : 'traces.fall.foldAll')}
        </button>
        {!whole && (
          <button
            type="button"
            className="cop-iconbutton"
            title={t('traces.fall.whole')}
            aria-label={t('traces.fall.whole')}
            onClick={() => state.setView({ from: 0, to: model.length })}
          >
            <ZoomOutIcon size={14} />
          </button>
        )}
      </div>
    </div>
  );
}
