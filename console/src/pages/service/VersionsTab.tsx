import { useTranslation } from 'react-i18next';
import type { RedSlice, ServiceDetail } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { Empty } from '../../ui/Empty';
import { healthOf } from '../../ui/health';
import { HealthMark } from '../../ui/HealthMark';
import { RangeLink } from '../../ui/RangeLink';
import { RelativeTime } from '../../ui/RelativeTime';
import { TrendLine } from '../../ui/TrendLine';
import type { Column } from '../../ui/column';
import { VirtualTable } from '../../ui/VirtualTable';
import { redColumns } from './redColumns';

/** Is the newest version better or worse than the one before? */
export default function VersionsTab({ detail }: { detail: ServiceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { versions, red, service } = detail;
  const byAge = [...versions].sort((a, b) =>
    (a.first_seen ?? '').localeCompare(b.first_seen ?? ''),
  );
  const newest = byAge.at(-1);
  const before = byAge.at(-2);
  if (!newest) return <Empty title={t('service.versions.none')} />;
  const name = (v: RedSlice) => v.key || t('service.versions.unnamed');
  const share = (v: RedSlice) => (red.count > 0 ? v.red.count / red.count : 0);
  const columns: Column<RedSlice>[] = [
    {
      key: 'version',
      head: t('service.versions.version'),
      width: 'minmax(140px, 2fr)',
      sortBy: (v) => v.key,
      cell: (v) => (
        <>
          <HealthMark health={healthOf(v.red)} size={14} />{' '}
          <RangeLink
            to="/traces"
            params={{ service, attr: v.key ? [`service.version=${v.key}`] : undefined }}
          >
            {name(v)}
          </RangeLink>
        </>
      ),
    },
    {
      key: 'trend',
      head: t('service.list.trend'),
      width: 'minmax(90px, 1fr)',
      cell: (v) => <TrendLine name={name(v)} points={v.series} height={24} />,
    },
    {
      key: 'share',
      head: t('service.versions.share'),
      width: '72px',
      numeric: true,
      sortBy: share,
      cell: (v) => format.percent(share(v)),
    },
    ...redColumns<RedSlice>(t, format, (v) => v.red),
    {
      key: 'seen',
      head: t('service.versions.seen'),
      width: '96px',
      sortBy: (v) => v.first_seen,
      cell: (v) => v.first_seen && <RelativeTime time={v.first_seen} />,
    },
  ];
  return (
    <div className="cop-stack">
      <p className="cop-first">
        {before
          ? t('service.versions.many', {
              version: name(newest),
              share: format.percent(share(newest)),
              p95: format.duration(newest.red.p95_ms),
              before: format.duration(before.red.p95_ms),
              errors: format.percent(newest.red.error_ratio),
              errorsBefore: format.percent(before.red.error_ratio),
            })
          : t('service.versions.one', { version: name(newest) })}
      </p>
      <VirtualTable
        id="versions"
        label={t('service.tab.versions')}
        columns={columns}
        rows={versions}
        rowKey={(v) => v.key}
        initial={{ key: 'seen', down: true }}
      />
    </div>
  );
}
