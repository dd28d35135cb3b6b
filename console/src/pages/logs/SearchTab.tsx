import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { LogHistogram } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { useTimeRange } from '../../time/useTimeRange';
import { CostLine } from '../../ui/CostLine';
import { ProblemView } from '../../ui/ProblemView';
import { Skeleton } from '../../ui/Skeleton';
import { wordsOf } from './body';
import { HistogramView } from './HistogramView';
import { LogTable, type Busy, type Row } from './LogTable';
import { NoLogs } from './NoLogs';
import { totalsOf } from './stack';
import { useAnchor } from './useAnchor';
import { useLogFilter } from './useLogFilter';
import { MOST_ROWS, useLogPages } from './useLogPages';

/** Records over time, and the records themselves. */
export function SearchTab({ histogram }: { histogram: LogHistogram | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { filter } = useLogFilter();
  const { range } = useTimeRange();
  const [params, setParams] = useSearchParams();
  const order = params.get('order') === 'oldest' ? 'oldest' : 'newest';
  const [busy, setBusy] = useState<Busy>(null);
  const { fixed, at, live } = useAnchor(range, busy !== null);
  const { query, rows, last } = useLogPages(filter, fixed, order);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const words = useMemo(() => wordsOf(filter.text), [filter.text]);
  const table = useMemo<Row[]>(
    () => rows.map((record, i) => ({ key: record.id ?? `${record.time} ${i}`, record })),
    [rows],
  );
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const turn = () =>
    setParams((old) => {
      const next = new URLSearchParams(old);
      if (order === 'newest') next.set('order', 'oldest');
      else next.delete('order');
      return next;
    });
  if (query.isLoadingError) {
    return <ProblemView error={query.error} retry={() => void query.refetch()} />;
  }
  return (
    <>
      {histogram ? (
        <div className="cop-logs__over">
          <HistogramView histogram={histogram} />
          <ul className="cop-logs__key">
            {totalsOf(histogram).map((s) => (
              <li key={s.severity}>
                <i className={`cop-sev-key--${s.severity}`} />
                {t(`severity.${s.severity}`)} {format.count(s.count)}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <Skeleton height={122} />
      )}
      {query.isPending ? (
        <Skeleton height={360} />
      ) : rows.length === 0 ? (
        <NoLogs />
      ) : (
        <>
          <LogTable
            label={t('logs.title')}
            rows={table}
            words={words}
            onBusy={setBusy}
            onEnd={more}
            foot={
              hasNextPage ? (
                <p className="cop-logs__foot">{t('state.loading')}</p>
              ) : rows.length >= MOST_ROWS ? (
                <p className="cop-logs__foot">
                  {t('logs.tooMany', { count: MOST_ROWS, number: format.count(MOST_ROWS) })}
                </p>
              ) : (
                <p className="cop-logs__foot">{t('logs.end')}</p>
              )
            }
          />
          <div className="cop-logs__under">
            <button type="button" className="cop-logs__clear" onClick={turn}>
              {t(order === 'newest' ? 'logs.newestFirst' : 'logs.oldestFirst')}
            </button>
            <span role="status" className={live && busy ? 'cop-logs__paused' : undefined}>
              {live && busy ? t(`logs.held.${busy}`, { time: format.clock(at) }) : ''}
            </span>
            <span className="cop-dim">
              {t('logs.loaded', { number: format.count(rows.length) })}
            </span>
            {last && <CostLine cost={last.cost} />}
          </div>
        </>
      )}
    </>
  );
}
