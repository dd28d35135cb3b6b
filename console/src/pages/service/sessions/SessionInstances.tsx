import { useTranslation } from 'react-i18next';
import type { InstanceSessions } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { appPath } from '../../../time/link';
import { HealthMark } from '../../../ui/HealthMark';
import { PlainTable, type PlainColumn } from '../../../ui/PlainTable';
import { RangeLink } from '../../../ui/RangeLink';

const FLOWS = ['created', 'expired', 'ended'] as const;

interface Props {
  app: string;
  instances: readonly InstanceSessions[];
}

/** What each instance did with the sessions it served. */
export function SessionInstances({ app, instances }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const total = (of: InstanceSessions, name: string) => of.totals[name] ?? 0;
  const p99 = (spread: InstanceSessions['lookup_ms']) =>
    spread.count > 0 ? format.duration(spread.p99) : '–';
  const columns: PlainColumn<InstanceSessions>[] = [
    {
      head: t('service.instances.instance'),
      cell: (i) => (
        <RangeLink
          className="cop-plain__name"
          to={appPath(app, 'logs')}
          params={{ instance: i.name }}
        >
          {i.name}
        </RangeLink>
      ),
    },
    {
      head: t('sessions.instances.grid'),
      cell: (i) => (
        <span className="cop-state" title={i.degraded}>
          <HealthMark health={i.degraded ? 'bad' : 'ok'} size={14} />
          {t(i.degraded ? 'sessions.instances.cutOff' : 'sessions.instances.reached')}
        </span>
      ),
    },
    {
      head: t('sessions.fact.active'),
      numeric: true,
      hint: t('sessions.instances.sum'),
      cell: (i) => format.count(i.active_sessions),
    },
    {
      head: t('sessions.fact.activeUsers'),
      numeric: true,
      hint: t('sessions.instances.sum'),
      cell: (i) => format.count(i.active_users),
    },
    ...FLOWS.map((flow) => ({
      head: t(`sessions.fact.${flow}`),
      numeric: true,
      cell: (i: InstanceSessions) => format.rate(i.per_second[flow] ?? 0),
    })),
    {
      head: t('sessions.history.lookupP99'),
      numeric: true,
      cell: (i) => p99(i.lookup_ms),
    },
    { head: t('sessions.history.writeP99'), numeric: true, cell: (i) => p99(i.write_ms) },
    {
      head: t('sessions.fact.conflicts'),
      numeric: true,
      hint: t('sessions.hint.conflicts'),
      cell: (i) => format.count(total(i, 'conflicts')),
    },
    {
      head: t('sessions.fact.degraded'),
      numeric: true,
      hint: t('sessions.hint.degraded'),
      cell: (i) => format.duration(total(i, 'degraded_ms')),
    },
  ];
  return (
    <section className="cop-card cop-quiet" aria-label={t('sessions.instances.title')}>
      <h2>{t('sessions.instances.title')}</h2>
      {instances.length === 0 ? (
        <p className="cop-dim">{t('sessions.instances.none')}</p>
      ) : (
        <PlainTable<InstanceSessions>
          label={t('sessions.instances.title')}
          rows={instances}
          rowKey={(i) => i.name}
          columns={columns}
        />
      )}
    </section>
  );
}
