import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Operation, ServiceDetail } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { appPath, useHref } from '../../time/link';
import { Empty } from '../../ui/Empty';
import { healthOf } from '../../ui/health';
import { HealthMark } from '../../ui/HealthMark';
import { RangeLink } from '../../ui/RangeLink';
import type { Column } from '../../ui/column';
import { VirtualTable } from '../../ui/VirtualTable';
import { redColumns } from './redColumns';

const timeOf = (o: Operation) => o.red.count * (o.red.avg_ms ?? 0);

/** Where the time goes. A row opens the operation's heat map. */
export default function OperationsTab({ detail }: { detail: ServiceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const href = useHref();
  const { operations, service } = detail;
  const all = operations.reduce((sum, o) => sum + timeOf(o), 0) || 1;
  const first = [...operations].sort((a, b) => timeOf(b) - timeOf(a))[0];
  if (!first) return <Empty title={t('service.operations.none')} />;
  const page = appPath(service);
  const columns: Column<Operation>[] = [
    {
      key: 'operation',
      head: t('service.operations.operation'),
      width: 'minmax(180px, 2fr)',
      sortBy: (o) => o.operation,
      cell: (o) => (
        <>
          <HealthMark health={healthOf(o.red)} size={14} />{' '}
          <RangeLink to={page} params={{ operation: o.operation }} title={o.operation}>
            {o.operation}
          </RangeLink>
        </>
      ),
    },
    ...redColumns<Operation>(t, format, (o) => o.red),
    {
      key: 'share',
      head: t('service.operations.share'),
      width: '150px',
      sortBy: timeOf,
      cell: (o) => (
        <span className="cop-share" title={t('service.operations.shareHint')}>
          <i className="cop-bar" style={{ width: `${(70 * timeOf(o)) / all}%` }} />
          {format.percent(timeOf(o) / all)}
        </span>
      ),
    },
    {
      key: 'open',
      head: '',
      width: '76px',
      cell: (o) => (
        <RangeLink to="/traces" params={{ service, operation: o.operation, kind: o.kind }}>
          {t('service.operations.open')}
        </RangeLink>
      ),
    },
  ];
  return (
    <div className="cop-stack">
      <p className="cop-first">
        {t('service.operations.first', {
          operation: first.operation,
          share: format.percent(timeOf(first) / all),
        })}
      </p>
      <VirtualTable
        id="operations"
        label={t('service.tab.operations')}
        columns={columns}
        rows={operations}
        rowKey={(o) => `${o.kind} ${o.operation}`}
        initial={{ key: 'share', down: true }}
        onOpen={(o) => void navigate(href(page, { operation: o.operation }))}
      />
    </div>
  );
}
