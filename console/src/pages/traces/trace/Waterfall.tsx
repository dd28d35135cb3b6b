import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from './keys';
import type { LogsBySpan } from './logsBySpan';
import { Minimap } from './Minimap';
import { isError, type TraceModel } from './model';
import type { Path } from './path';
import { Ruler } from './Ruler';
import type { Colours } from './serviceColours';
import type { TraceState } from './useTraceState';
import { WaterfallRow } from './WaterfallRow';
import { WaterfallTools } from './WaterfallTools';
import { ticks, type View } from './view';

const ROW = 27;

/** Where a time lies in a row: past the names, then its share of the rest. */
function gridLeft(ms: number, { from, to }: View): string {
  return `calc(var(--names) + (100% - var(--names)) * ${(ms - from) / (to - from)})`;
}

interface Props {
  model: TraceModel;
  path: Path;
  colours: Colours;
  state: TraceState;
  logs: LogsBySpan;
  /** of the trace, epoch ms */
  start: number;
  /** Enter: on to the details */
  onOpen: () => void;
}

/** Every span as a row on one time axis; only the rows in view exist. */
export function Waterfall(props: Props) {
  const { model, path, colours, state, logs, start } = props;
  const { t } = useTranslation();
  const { rows, selected, view } = state;
  const scroller = useRef<HTMLDivElement>(null);
  const room = Math.max(200, Math.round(window.innerHeight * 0.46));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 15,
    initialRect: { width: 800, height: room },
  });
  const found = useMemo(() => new Set(state.found), [state.found]);
  const at = selected ? rows.indexOf(selected) : -1;
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    // Only a new selection moves the list; the virtualizer itself changes with every draw.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [at]);
  return (
    <section className="cop-fall" aria-label={t('traces.fall.label')}>
      <div className="cop-fall__top">
        <WaterfallTools model={model} state={state} />
        <div className="cop-fall__axis">
          <Minimap model={model} path={path} colours={colours} state={state} />
          <Ruler view={view} />
        </div>
      </div>
      <div
        className="cop-fall__scroll"
        ref={scroller}
        style={{ maxHeight: room }}
        tabIndex={0}
        role="treegrid"
        aria-label={t('traces.fall.label')}
        aria-rowcount={rows.length}
        aria-activedescendant={selected && at >= 0 ? `span-${selected.span.span_id}` : undefined}
        onKeyDown={(e) => keyed(e, { ...props, rows, at })}
      >
        {rows.length === 0 && <p className="cop-fall__none cop-dim">{t('traces.fall.none')}</p>}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="rowgroup">
          {ticks(view, 6).map((ms) => (
            <i key={ms} className="cop-fall__grid" style={{ left: gridLeft(ms, view) }} />
          ))}
          {virtual.getVirtualItems().map((item) => {
            const node = rows[item.index]!;
            const id = node.span.span_id;
            return (
              <WaterfallRow
                key={node.index}
                node={node}
                row={item.index}
                top={item.start}
                height={ROW}
                view={view}
                colour={colours.get(node.span.service) ?? ''}
                path={path.bySpan.get(id)}
                folded={state.folded.has(id)}
                selected={node === selected}
                found={found.has(node)}
                faded={state.text !== '' && !found.has(node)}
                logs={logs.get(id)}
                start={start}
                onSelect={state.select}
                onFold={state.fold}
              />
            );
          })}
        </div>
      </div>
      <p className="cop-fall__key">
        <span>
          <i className="cop-key cop-key--path" /> {t('traces.path.label')}
        </span>
        <span>
          <i className="cop-key cop-key--own" /> {t('traces.fall.own')}
        </span>
        <span>
          <i className="cop-key cop-key--children" /> {t('traces.fall.inChildren')}
        </span>
        {model.nodes.some(isError) && (
          <span>
            <i className="cop-key cop-key--error" /> {t('traces.fall.error')}
          </span>
        )}
        <span className="cop-fall__hint">{t('traces.fall.keys')}</span>
      </p>
    </section>
  );
}
