import { useTranslation } from 'react-i18next';
import type { ServiceSummary } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { stateOf, weightOf } from '../../ui/health';
import { HealthMark } from '../../ui/HealthMark';
import { RangeLink } from '../../ui/RangeLink';
import { RelativeTime } from '../../ui/RelativeTime';
import { TrendLine } from '../../ui/TrendLine';
import type { Column } from '../../ui/column';
import { redColumns } from '../service/redColumns';
import { appPath } from '../../time/link';

/** The columns of the list of apps. */
export function useAppColumns(): Column<ServiceSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'state',
      head: t('service.list.state'),
      width: '48px',
      sortBy: (a) => weightOf(stateOf(a).health),
      cell: (a) => <HealthMark health={stateOf(a).health} />,
    },
    {
      key: 'app',
      head: t('service.list.app'),
      width: 'minmax(140px, 2fr)',
      sortBy: (a) => a.service,
      cell: (a) => (
        <>
          <RangeLink to={appPath(a.service)}>
            <strong>{a.service}</strong>
          </RangeLink>{' '}
          <span className="cop-dim">{[a.namespace, a.language].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'trend',
      head: t('service.list.trend'),
      width: 'minmax(90px, 1fr)',
      cell: (a) => <TrendLine name={a.service} points={a.trend} height={26} />,
    },
    ...redColumns<ServiceSummary>(t, format, (a) => a.red).filter((c) => c.key !== 'p99'),
    {
      key: 'logs',
      head: t('service.list.logs'),
      width: '76px',
      numeric: true,
      sortBy: (a) => a.error_logs,
      cell: (a) =>
        a.error_logs ? (
          <RangeLink to="/logs" params={{ service: a.service, severity: 'error' }}>
            {format.shortCount(a.error_logs)}
          </RangeLink>
        ) : (
          format.count(0)
        ),
    },
    {
      key: 'versions',
      head: t('service.list.versions'),
      width: 'minmax(72px, 1fr)',
      sortBy: (a) => a.versions[0],
      cell: (a) => <span title={a.versions.join(', ')}>{a.versions.join(', ') || '–'}</span>,
    },
    {
      key: 'change',
      head: t('service.list.change'),
      width: 'minmax(96px, 1fr)',
      sortBy: (a) => a.last_change?.time,
      cell: (a) =>
        a.last_change ? (
          <span title={a.last_change.summary}>
            {t(`change.${a.last_change.kind}`)} <RelativeTime time={a.last_change.time} />
          </span>
        ) : (
          '–'
        ),
    },
  ];
}
