import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../../api/client';
import type { LogList } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { Answered } from '../../../ui/Answered';
import { RangeLink } from '../../../ui/RangeLink';
import { Skeleton } from '../../../ui/Skeleton';
import { LogLine } from './LogLine';
import type { TraceModel } from './model';
import type { Colours } from './serviceColours';
import type { TraceState } from './useTraceState';

interface Props {
  model: TraceModel;
  state: TraceState;
  query: UseQueryResult<LogList, ApiError>;
  colours: Colours;
  /** of the trace, epoch ms */
  start: number;
}

/** The log lines of the trace. A line leads to its span, and the selected span marks its lines. */
export function TraceLogs({ model, state, query, colours, start }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [mine, setMine] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = state.selected?.span.span_id;
  const { trace } = model;
  // The first line of the span comes into view inside the panel; the page stays where it is.
  useEffect(() => {
    const panel = box.current;
    const line = panel?.querySelector<HTMLElement>('[data-on]');
    if (!panel || !line) return;
    const top = line.offsetTop - panel.offsetTop;
    if (top < panel.scrollTop || top + line.offsetHeight > panel.scrollTop + panel.clientHeight) {
      panel.scrollTop = top - 40;
    }
  }, [id, query.data]);
  const all = query.data?.logs ?? [];
  const rows = mine ? all.filter((l) => l.span_id === id) : all;
  const total = Math.max(trace.logs ?? 0, all.length);
  return (
    <section className="cop-card cop-tlogs" id="trace-logs" aria-label={t('traces.logs.label')}>
      <header className="cop-row">
        <h2>{t('traces.logs.title', { count: total, number: format.count(total) })}</h2>
        {all.length > 0 && (
          <div className="cop-segment" role="group" aria-label={t('traces.logs.show')}>
            <button type="button" aria-pressed={!mine} onClick={() => setMine(false)}>
              {t('traces.logs.all')}
            </button>
            <button type="button" aria-pressed={mine} onClick={() => setMine(true)}>
              {t('traces.logs.span')}
            </button>
          </div>
        )}
        <RangeLink
          className="cop-small"
          to="/logs"
          params={{
            trace_id: trace.trace_id,
            from: new Date(start - 3_600_000).toISOString(),
            to: new Date(start + trace.duration_ms + 3_600_000).toISOString(),
          }}
        >
          {t('traces.logs.open')}
        </RangeLink>
      </header>
      <Answered query={query} skeleton={<Skeleton lines={5} />}>
        {() => (
          <>
            {all.length === 0 && (
              <div className="cop-dim cop-tlogs__none">
                <p>{t('traces.logs.none')}</p>
                <p>{t('traces.logs.noneNext')}</p>
              </div>
            )}
            {all.length > 0 && rows.length === 0 && (
              <p className="cop-dim cop-tlogs__none">{t('traces.logs.noneOfSpan')}</p>
            )}
            <div className="cop-tlogs__lines" ref={box}>
              {rows.map((log, i) => (
                <LogLine
                  key={log.id ?? i}
                  log={log}
                  start={start}
                  colour={colours.get(log.service)}
                  on={log.span_id === id}
                  onSpan={() => {
                    const node = log.span_id ? model.byId.get(log.span_id) : undefined;
                    if (node) state.select(node);
                  }}
                  known={Boolean(log.span_id && model.byId.has(log.span_id))}
                />
              ))}
            </div>
            {total > all.length && (
              <p className="cop-small cop-dim">
                {t('traces.logs.more', {
                  shown: format.count(all.length),
                  total: format.count(total),
                })}
              </p>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}
