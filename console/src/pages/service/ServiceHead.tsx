import { useTranslation } from 'react-i18next';
import type { App, ServiceDetail } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { stateOf, worse } from '../../ui/health';
import { HealthMark } from '../../ui/HealthMark';
import { runHealth } from '../../run/health';
import { LogsIcon, MetricsIcon, TracesIcon } from '../../ui/icons';
import { PageHead } from '../../ui/PageHead';
import { RangeLink } from '../../ui/RangeLink';

interface Props {
  service: string;
  detail: ServiceDetail | undefined;
  /** what this platform runs of it */
  app: App | undefined;
}

/** Name, state and the app in one line; the ways to its traces, logs and metrics. */
export function ServiceHead({ service, detail, app }: Props) {
  const { t } = useTranslation();
  const own = detail ? stateOf({ ...detail, trend: detail.series }).health : 'idle';
  const health = app ? worse(own, runHealth(app)) : own;
  return (
    <PageHead
      title={service}
      mark={<HealthMark health={health} size={20} />}
      lead={
        detail ? (
          <Lead
            detail={detail}
            instances={app?.ready ?? detail.instances.length}
            runs={app !== undefined}
          />
        ) : (
          '\u00a0'
        )
      }
    >
      <RangeLink className="cop-go" to="/traces" params={{ service }}>
        <TracesIcon /> {t('service.traces')}
      </RangeLink>
      <RangeLink className="cop-go" to="/logs" params={{ service }}>
        <LogsIcon /> {t('service.logs')}
      </RangeLink>
      <RangeLink className="cop-go" to="/metrics" params={{ service }}>
        <MetricsIcon /> {t('service.metrics')}
      </RangeLink>
    </PageHead>
  );
}

interface LeadProps {
  detail: ServiceDetail;
  instances: number;
  /** whether it runs here */
  runs: boolean;
}

function Lead({ detail, instances: number, runs }: LeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { red, previous } = detail;
  const instances = t('now.instances', { count: number });
  // Of one that runs here the story below tells whether the gateway saw requests.
  if (red.count === 0) return runs ? instances : t('service.leadQuiet', { instances });
  const only = detail.versions[0]?.key;
  const versions =
    detail.versions.length > 1
      ? t('service.versionsMany', { count: detail.versions.length })
      : only
        ? t('service.version', { version: only })
        : t('service.noVersion');
  const change = previous && previous.count >= 10 ? red.count / previous.count - 1 : 0;
  const parts: string[] = [
    t('service.lead', {
      rate: format.rate(red.rate),
      errors: format.percent(red.error_ratio),
      p95: format.duration(red.p95_ms),
      instances,
      versions,
    }),
  ];
  if (Math.abs(change) >= 0.2) {
    const percent = format.percent(Math.round(Math.abs(change) * 100) / 100);
    parts.push(t(change > 0 ? 'service.more' : 'service.fewer', { percent }));
  }
  return parts.join(' · ');
}
