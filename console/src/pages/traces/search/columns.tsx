import { useTranslation } from 'react-i18next';
import type { TraceSummary } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { HealthMark } from '../../../ui/HealthMark';
import { RangeLink } from '../../../ui/RangeLink';
import { RelativeTime } from '../../../ui/RelativeTime';
import type { Column } from '../../../ui/column';

/** more than ever fit; the tooltip names all */
const CHIPS = 8;

/**
 * Length of a duration's bar, 0..1. Logarithmic over four decades: among requests of 20 ms and one of
 * 20 s a bar in proportion would show nothing but that one.
 */
export function barShare(ms: number, longest: number): number {
  if (!(ms > 0) || !(longest > 0)) return 0;
  return Math.max(0.02, 1 + Math.log10(Math.min(ms, longest) / longest) / 4);
}

/** The root of a trace in words; the root span may not have arrived, or was never sent. */
function useRootName() {
  const { t } = useTranslation();
  return (s: TraceSummary) => s.root_operation ?? t('traces.list.noRoot');
}

/** Columns of the list. `longest` is the length of a full bar, ms. */
export function useTraceColumns(longest: number, conditions: boolean): Column<TraceSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const rootName = useRootName();
  return [
    {
      key: 'start',
      head: t('traces.list.start'),
      width: '104px',
      cell: (s) => (
        <div className="cop-two">
          <RelativeTime time={s.start} />
          <small title={format.absolute(s.start)}>{format.clock(s.start, true)}</small>
        </div>
      ),
    },
    {
      key: 'root',
      head: t('traces.list.root'),
      width: 'minmax(150px, 1.8fr)',
      cell: (s) => {
        const m = s.matched;
        const elsewhere =
          conditions && m && (m.service !== s.root_service || m.operation !== s.root_operation);
        return (
          <div className="cop-two">
            <RangeLink
              className="cop-rowlink"
              to={`/traces/${s.trace_id}`}
              params={{ around: s.start, span: elsewhere ? m.span_id : undefined }}
            >
              {s.errors > 0 && <HealthMark health="bad" size={13} />} <b>{rootName(s)}</b>
            </RangeLink>
            <small className="cop-clip">
              {s.root_service ?? t('traces.list.unknownService')}
              {elsewhere &&
                ` · ${t('traces.list.matched', {
                  span: `${m.service} ${m.operation}`,
                  duration: format.duration(m.duration_ms),
                })}`}
            </small>
          </div>
        );
      },
    },
    {
      key: 'duration',
      head: t('traces.list.duration'),
      width: 'minmax(112px, 1fr)',
      cell: (s) => (
        <div className="cop-tbar">
          <span className="cop-num">{format.duration(s.duration_ms)}</span>
          <i title={t('traces.list.scale')}>
            <i style={{ width: `${100 * barShare(s.duration_ms, longest)}%` }} />
          </i>
        </div>
      ),
    },
    {
      key: 'spans',
      head: t('traces.list.spans'),
      width: '50px',
      numeric: true,
      cell: (s) => format.shortCount(s.spans),
    },
    {
      key: 'errors',
      head: t('traces.list.errors'),
      width: '48px',
      numeric: true,
      cell: (s) =>
        s.errors > 0 ? (
          <strong className="cop-bad">{format.shortCount(s.errors)}</strong>
        ) : (
          <span className="cop-dim">0</span>
        ),
    },
    {
      key: 'services',
      head: t('traces.list.services'),
      width: 'minmax(120px, 2fr)',
      cell: (s) => <ServiceChips services={s.services} />,
    },
  ];
}

/** Who took part; those that failed come first, with a mark. What does not fit fades out. */
function ServiceChips({ services }: { services: TraceSummary['services'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ordered = [...services].sort(
    (a, b) => (b.errors ?? 0) - (a.errors ?? 0) || b.spans - a.spans,
  );
  const words = ordered.map((s) =>
    t('traces.list.serviceSpans', {
      service: s.service,
      spans: format.count(s.spans),
      errors: format.count(s.errors ?? 0),
    }),
  );
  return (
    <div className="cop-chips" title={words.join('\n')}>
      <span className="cop-dim">{format.count(services.length)}</span>
      <ul>
        {ordered.slice(0, CHIPS).map((s) => (
          <li key={s.service}>
            {s.errors ? <HealthMark health="bad" size={11} /> : null}
            <span className="cop-clip">{s.service}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
