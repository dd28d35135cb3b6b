import { useTranslation } from 'react-i18next';
import type { RedSlice, ServiceDetail } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { Empty } from '../../ui/Empty';
import { healthOf } from '../../ui/health';
import { HealthMark } from '../../ui/HealthMark';
import { RelativeTime } from '../../ui/RelativeTime';
import { TrendLine } from '../../ui/TrendLine';
import type { Column } from '../../ui/column';
import { VirtualTable } from '../../ui/VirtualTable';
import { oddOneOut } from './oddOneOut';
import { redColumns } from './redColumns';
import { RunInstances } from './run/RunInstances';
import type { TabProps } from './tabProps';

/** Do the instances behave alike, and if not, which one differs? */
export default function InstancesTab({ app, detail }: TabProps) {
  return app ? <RunInstances app={app} detail={detail} /> : <Seen detail={detail} />;
}

/** Those that sent requests, where the app runs elsewhere. */
function Seen({ detail }: { detail: ServiceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { instances } = detail;
  if (instances.length === 0) return <Empty title={t('service.instances.none')} />;
  const odd = oddOneOut(instances);
  const columns: Column<RedSlice>[] = [
    {
      key: 'instance',
      head: t('service.instances.instance'),
      width: 'minmax(180px, 2fr)',
      sortBy: (i) => i.key,
      cell: (i) => (
        <span title={i.key}>
          <HealthMark health={healthOf(i.red)} size={14} /> {i.key}
        </span>
      ),
    },
    {
      key: 'trend',
      head: t('service.list.trend'),
      width: 'minmax(90px, 1fr)',
      cell: (i) => <TrendLine name={i.key} points={i.series} height={24} />,
    },
    ...redColumns<RedSlice>(t, format, (i) => i.red),
    {
      key: 'seen',
      head: t('service.instances.seen'),
      width: '96px',
      sortBy: (i) => i.last_seen,
      cell: (i) => i.last_seen && <RelativeTime time={i.last_seen} />,
    },
  ];
  return (
    <div className="cop-stack">
      <p className="cop-first">
        {odd
          ? t('service.instances.odd', {
              instance: odd.slice.key,
              p95: format.duration(odd.slice.red.p95_ms),
              errors: format.percent(odd.slice.red.error_ratio),
              others: format.duration(odd.othersP95),
            })
          : t('service.instances.even', { count: instances.length })}
      </p>
      <VirtualTable
        id="instances"
        label={t('service.tab.instances')}
        columns={columns}
        rows={instances}
        rowKey={(i) => i.key}
        initial={{ key: 'instance', down: false }}
      />
    </div>
  );
}
