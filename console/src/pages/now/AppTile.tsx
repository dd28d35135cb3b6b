import { useTranslation } from 'react-i18next';
import type { Red, ServiceSummary } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import type { AppRow } from '../../run/rows';
import { appPath } from '../../time/link';
import type { Health } from '../../ui/health';
import { HealthMark } from '../../ui/HealthMark';
import { FlagIcon } from '../../ui/icons';
import { RangeLink } from '../../ui/RangeLink';
import { RelativeTime } from '../../ui/RelativeTime';
import { TrendLine } from '../../ui/TrendLine';

/** One app at a glance: state, rate, errors, latency, trend, instances, last Change. */
export function AppTile({ row }: { row: AppRow }) {
  const { t } = useTranslation();
  const { name, health, seen, app } = row;
  return (
    <li className={`cop-tile cop-tile--${health}`}>
      <header>
        <HealthMark health={health} />
        <h3 className="cop-clip">
          <RangeLink to={appPath(name)}>{name}</RangeLink>
        </h3>
        {app ? (
          <span
            className={app.ready < app.wanted ? 'cop-bad' : 'cop-dim'}
            title={t('app.list.instancesHint')}
          >
            {app.ready}/{app.wanted}
          </span>
        ) : (
          seen && (
            <span className="cop-dim" title={t('now.instances', { count: seen.instances })}>
              ×{seen.instances}
            </span>
          )
        )}
      </header>
      {seen ? <Seen app={seen} health={health} /> : <p className="cop-dim">{t('now.noFigures')}</p>}
    </li>
  );
}

/** What its telemetry tells. */
function Seen({ app, health }: { app: ServiceSummary; health: Health }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = app.last_change;
  return (
    <>
      <dl className="cop-figures">
        <Figure name={t('red.rate')} value={format.rate(app.red.rate)} />
        <Figure
          name={t('red.errors')}
          value={format.percent(app.red.error_ratio)}
          bad={health !== 'ok' && app.red.error_ratio >= 0.01}
        />
        <Figure
          name={t('red.p95')}
          note={<Slower red={app.red} previous={app.previous} />}
          value={format.duration(app.red.p95_ms)}
        />
      </dl>
      <TrendLine name={app.service} points={app.trend} height={36} />
      <footer className="cop-dim">
        {change ? (
          <span className="cop-clip" title={change.summary}>
            <FlagIcon size={12} /> {change.version ?? t(`change.${change.kind}`)}{' '}
            <RelativeTime time={change.time} />
          </span>
        ) : (
          <span>{t('now.noChange')}</span>
        )}
        {(app.error_logs ?? 0) > 0 && (
          <RangeLink to="/logs" params={{ service: app.service, severity: 'error' }}>
            {t('now.errorLogs', {
              count: app.error_logs ?? 0,
              number: format.shortCount(app.error_logs ?? 0),
            })}
          </RangeLink>
        )}
      </footer>
    </>
  );
}

function Figure(props: { name: string; value: string; bad?: boolean; note?: React.ReactNode }) {
  return (
    <div>
      <dt>
        {props.name}
        {props.note}
      </dt>
      <dd className={props.bad ? 'cop-bad' : undefined}>{props.value}</dd>
    </div>
  );
}

/** Said only where the p95 has at least doubled. */
function Slower({ red, previous }: { red: Red; previous: Red | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const before = previous?.p95_ms ?? 0;
  const now = red.p95_ms ?? 0;
  if (before <= 0 || now < 2 * before || now < 100) return null;
  const factor = format.figure(Math.round((now / before) * 10) / 10);
  return (
    <small className="cop-bad" title={t('now.than', { factor })}>
      {' '}
      ▲{factor}×
    </small>
  );
}
