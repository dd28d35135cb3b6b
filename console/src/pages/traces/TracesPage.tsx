import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { TraceSummary } from '../../api/contract';
import { liveInterval } from '../../time/range';
import { useHref } from '../../time/link';
import { useTimeRange } from '../../time/useTimeRange';
import { CostLine } from '../../ui/CostLine';
import { PageHead } from '../../ui/PageHead';
import { ProblemView } from '../../ui/ProblemView';
import { Skeleton } from '../../ui/Skeleton';
import { VirtualTable } from '../../ui/VirtualTable';
import { useTraceColumns } from './search/columns';
import { criteriaOf, hasConditions, withCriteria, type Patch } from './search/criteria';
import { FoundLine } from './search/FoundLine';
import { NothingFound } from './search/NothingFound';
import { SearchForm } from './search/SearchForm';
import { useTracePages } from './search/useTracePages';
import './search.css';

const ROW = 50;
/** px before the end of the list at which the next page is asked for */
const NEAR = 12 * ROW;

/** Which requests? Conditions, then the traces that hold a span meeting all of them. */
export default function TracesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const href = useHref();
  const [params, setParams] = useSearchParams();
  const { range } = useTimeRange();
  const [held, setHeld] = useState(false);
  const criteria = criteriaOf(params);
  const conditions = hasConditions(criteria);
  const query = useTracePages(criteria, held);
  const pages = query.data?.pages ?? [];
  const rows = pages.flatMap((p) => p.traces);
  const longest = rows.reduce((max, s) => Math.max(max, s.duration_ms), 0);
  const columns = useTraceColumns(longest, conditions);
  const last = pages.at(-1);
  const change = (patch: Patch) =>
    setParams((old) => withCriteria(old, patch), { preventScrollReset: true });
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage && !query.isError) {
      void query.fetchNextPage();
    }
  };
  const open = (s: TraceSummary) =>
    void navigate(href(`/traces/${s.trace_id}`, { around: s.start }));
  return (
    <div className="cop-stack cop-traces">
      <PageHead
        title={t('traces.title')}
        lead={
          last ? (
            <FoundLine rows={rows} more={last.next_cursor !== null} conditions={conditions} />
          ) : (
            '\u00a0'
          )
        }
      >
        <div className="cop-segment" role="group" aria-label={t('traces.list.order')}>
          {(['newest', 'slowest'] as const).map((order) => (
            <button
              key={order}
              type="button"
              aria-pressed={criteria.order === order}
              onClick={() => change({ order })}
            >
              {t(`traces.list.${order}`)}
            </button>
          ))}
        </div>
      </PageHead>
      <SearchForm criteria={criteria} onChange={change} />
      {query.isPending && <Skeleton height={520} />}
      {query.isLoadingError && (
        <ProblemView error={query.error} retry={() => void query.refetch()} />
      )}
      {last && rows.length === 0 && <NothingFound criteria={criteria} onChange={change} />}
      {last && rows.length > 0 && (
        <div
          className={query.isPlaceholderData ? 'cop-traces__list cop-old' : 'cop-traces__list'}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onAuxClick={(e) => {
            const at = e.target as HTMLElement;
            const link = at.closest('[role=row]')?.querySelector<HTMLAnchorElement>('.cop-rowlink');
            if (e.button === 1 && link && !at.closest('a'))
              window.open(link.href, '_blank', 'noopener');
          }}
          onScrollCapture={(e) => {
            const el = e.target as HTMLElement;
            if (el.scrollHeight - el.scrollTop - el.clientHeight < NEAR) more();
          }}
        >
          <VirtualTable<TraceSummary>
            id="traces"
            label={t('traces.title')}
            columns={columns}
            rows={rows}
            rowKey={(s) => s.trace_id}
            rowHeight={ROW}
            maxHeight={Math.max(360, window.innerHeight - 290)}
            onOpen={open}
          />
          <div className="cop-traces__foot" role="status">
            {query.isFetchingNextPage && <span>{t('state.loading')}</span>}
            {query.hasNextPage && !query.isFetchingNextPage && (
              <button type="button" className="cop-go" onClick={() => void query.fetchNextPage()}>
                {t('state.more')}
              </button>
            )}
            {held && liveInterval(range) !== false && <span>{t('traces.list.paused')}</span>}
            {query.isError && !query.isLoadingError && (
              <ProblemView error={query.error} retry={() => void query.refetch()} />
            )}
            <CostLine cost={last.cost} />
          </div>
        </div>
      )}
    </div>
  );
}
