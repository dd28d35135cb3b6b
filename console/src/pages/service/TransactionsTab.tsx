import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { ServiceDetail } from '../../api/contract';
import { useRanged } from '../../api/hooks';
import { useFormat } from '../../format/useFormat';
import { middleOf, type Selection } from '../../heatmap/grid';
import { HeatmapView } from '../../heatmap/HeatmapView';
import { useHref } from '../../time/link';
import { liveInterval } from '../../time/range';
import { useTimeRange } from '../../time/useTimeRange';
import { Answered } from '../../ui/Answered';
import { CostLine } from '../../ui/CostLine';
import { Empty } from '../../ui/Empty';
import { CloseIcon } from '../../ui/icons';
import { Skeleton } from '../../ui/Skeleton';
import { axisOf, groupOf } from './axis';
import { entryKind } from './entryKind';

const HEIGHT = 280;

interface Props {
  detail: ServiceDetail;
  /** the page stands still while the pointer is on the picture */
  held: boolean;
  onHold: (held: boolean) => void;
}

/** Every request of the app as time by duration; a box leads to the requests in it. */
export function TransactionsTab({ detail, held: over, onHold }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const href = useHref();
  const { range } = useTimeRange();
  const [params, setParams] = useSearchParams();
  const operation = params.get('operation') ?? undefined;
  const errorsOnly = params.get('status') === 'error';
  const live = liveInterval(range);
  const span = axisOf(detail);
  useEffect(() => () => onHold(false), [onHold]);
  const map = useRanged(
    'heatmap',
    { service: detail.service, operation, columns: 120, rows: 40 },
    // A picture that moves on under the pointer cannot be marked.
    { every: over ? false : live },
  );
  const change = (name: string, value: string | null) =>
    setParams((old) => {
      const next = new URLSearchParams(old);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  const open = (s: Selection) =>
    void navigate(
      href('/traces', {
        service: detail.service,
        operation,
        kind: entryKind(detail.operations, operation),
        status: errorsOnly ? 'error' : undefined,
        min_duration_ms: s.min_ms,
        max_duration_ms: s.max_ms,
        from: new Date(s.from).toISOString(),
        to: new Date(s.to).toISOString(),
      }),
    );
  return (
    <section className="cop-card" aria-label={t('service.tab.transactions')}>
      <Answered query={map} skeleton={<Skeleton height={HEIGHT + 78} />}>
        {(m) => {
          const middle = middleOf(m);
          if (!middle) {
            return (
              <Empty title={t('service.heat.none')}>
                <p>{t('service.heat.noneNext')}</p>
              </Empty>
            );
          }
          return (
            <>
              <div className="cop-heat__tools">
                <p className="cop-first">
                  {t('service.heat.first', {
                    low: format.duration(middle.low),
                    high: format.duration(middle.high),
                  })}
                </p>
                <div className="cop-row">
                  {operation && (
                    <button
                      type="button"
                      className="cop-chip"
                      title={t('service.heat.allOperations')}
                      onClick={() => change('operation', null)}
                    >
                      {t('service.heat.of', { operation })} <CloseIcon size={12} />
                    </button>
                  )}
                  <div className="cop-segment" role="group" aria-label={t('service.heat.show')}>
                    <button
                      type="button"
                      aria-pressed={!errorsOnly}
                      onClick={() => change('status', null)}
                    >
                      {t('service.heat.all')}
                    </button>
                    <button
                      type="button"
                      aria-pressed={errorsOnly}
                      onClick={() => change('status', 'error')}
                    >
                      {t('service.heat.errors')}
                    </button>
                  </div>
                </div>
              </div>
              <div onPointerEnter={() => onHold(true)} onPointerLeave={() => onHold(false)}>
                <HeatmapView
                  map={m}
                  errorsOnly={errorsOnly}
                  height={HEIGHT}
                  {...(span ? { span } : {})}
                  group={groupOf(detail)}
                  onOpen={open}
                />
              </div>
              <div className="cop-heat__key">
                <span>{t('service.heat.fewer')}</span>
                <i className="cop-heat__ramp" />
                <span>{t('service.heat.many')}</span>
                <i className="cop-heat__red" />
                <span>{t('service.heat.withErrors')}</span>
                {over && live !== false && <span role="status">{t('service.heat.paused')}</span>}
                <span>
                  <CostLine cost={m.cost} />
                </span>
              </div>
            </>
          );
        }}
      </Answered>
    </section>
  );
}
