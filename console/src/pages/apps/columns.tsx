import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { appPath } from '../../time/link';
import type { Column } from '../../ui/column';
import { weightOf } from '../../ui/health';
import { HealthMark } from '../../ui/HealthMark';
import { RangeLink } from '../../ui/RangeLink';
import { RelativeTime } from '../../ui/RelativeTime';
import { TrendLine } from '../../ui/TrendLine';
import { redColumns } from '../service/redColumns';
import type { AppRow } from '../../run/rows';

const NO_RED = {
  count: 0,
  errors: 0,
  rate: 0,
  error_ratio: 0,
  avg_ms: null,
  p50_ms: null,
  p95_ms: null,
  p99_ms: null,
};

/** The columns of the list of apps. */
export function useAppColumns(): Column<AppRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'state',
      head: t('service.list.state'),
      width: '36px',
      sortBy: (r) => weightOf(r.health),
      cell: (r) => <HealthMark health={r.health} />,
    },
    {
      key: 'app',
      head: t('service.list.app'),
      width: 'minmax(140px, 2fr)',
      sortBy: (r) => r.name,
      cell: (r) => (
        <>
          <RangeLink to={appPath(r.name)}>
            <strong>{r.name}</strong>
          </RangeLink>{' '}
          <span className="cop-dim">
            {[r.seen?.namespace, r.seen?.language ?? (r.app && t(`app.kind.${r.app.kind}`))]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'instances',
      head: t('app.list.instances'),
      width: '72px',
      numeric: true,
      sortBy: (r) => r.app?.ready ?? r.seen?.instances,
      cell: (r) => <Instances row={r} />,
    },
    {
      key: 'trend',
      head: t('service.list.trend'),
      width: 'minmax(90px, 1fr)',
      cell: (r) => r.seen && <TrendLine name={r.name} points={r.seen.trend} height={26} />,
    },
    ...redColumns<AppRow>(t, format, (r) => r.seen?.red ?? NO_RED)
      .filter((c) => c.key !== 'p50' && c.key !== 'p99')
      .map((c) => ({ ...c, width: '68px' })),
    {
      key: 'restarts',
      head: t('app.list.restarts'),
      width: '62px',
      numeric: true,
      sortBy: (r) => r.restarts,
      cell: (r) =>
        r.restarts > 0 ? (
          <RangeLink to={appPath(r.name, 'instances')} title={t('app.list.restartsHint')}>
            {format.shortCount(r.restarts)}
          </RangeLink>
        ) : (
          format.count(0)
        ),
    },
    {
      key: 'logs',
      head: t('service.list.logs'),
      width: '68px',
      numeric: true,
      sortBy: (r) => r.seen?.error_logs,
      cell: (r) =>
        r.seen?.error_logs ? (
          <RangeLink to="/logs" params={{ service: r.name, severity: 'error' }}>
            {format.shortCount(r.seen.error_logs)}
          </RangeLink>
        ) : (
          format.count(0)
        ),
    },
    {
      key: 'release',
      head: t('app.list.release'),
      width: 'minmax(60px, 1fr)',
      sortBy: (r) => r.app?.release ?? r.seen?.versions[0],
      cell: (r) => <Release row={r} />,
    },
    {
      key: 'change',
      head: t('service.list.change'),
      width: 'minmax(100px, 1fr)',
      sortBy: (r) => r.seen?.last_change?.time,
      cell: (r) =>
        r.seen?.last_change ? (
          <span title={r.seen.last_change.summary}>
            {t(`change.${r.seen.last_change.kind}`)} <RelativeTime time={r.seen.last_change.time} />
          </span>
        ) : (
          '–'
        ),
    },
  ];
}

/** Ready of wanted where it runs here; else those that sent telemetry. */
function Instances({ row: { app, seen } }: { row: AppRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!app) {
    return (
      <span title={t('app.list.elsewhere')}>{seen ? `×${format.count(seen.instances)}` : '–'}</span>
    );
  }
  return (
    <span
      title={t(`app.phase.${app.phase}`)}
      className={app.ready < app.wanted ? 'cop-bad' : undefined}
    >
      {format.count(app.ready)}/{format.count(app.wanted)}
    </span>
  );
}

function Release({ row: { name, app, seen } }: { row: AppRow }) {
  if (!app) {
    const versions = seen?.versions.join(', ') ?? '';
    return <span title={versions}>{versions || '–'}</span>;
  }
  const number = app.release || app.target;
  const release = app.releases.find((r) => r.number === number);
  return (
    <RangeLink to={appPath(name, 'releases')} title={release?.version}>
      {app.target === app.release || app.release === 0
        ? `#${number}`
        : `#${app.release} → #${app.target}`}
    </RangeLink>
  );
}
