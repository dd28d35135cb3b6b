import { useTranslation } from 'react-i18next';
import type { PlatformHealth } from '../../api/contract';
import { useApi } from '../../api/hooks';
import { useFormat } from '../../format/useFormat';
import { Answered } from '../../ui/Answered';
import type { Health } from '../../ui/health';
import { HealthMark } from '../../ui/HealthMark';
import { PageHead } from '../../ui/PageHead';
import { Skeleton } from '../../ui/Skeleton';
import { GridCard } from './GridCard';
import { LimitsCard } from './LimitsCard';
import { Problems } from './Problems';
import { ProcessCard } from './ProcessCard';
import { ReceivedCard } from './ReceivedCard';
import { StoreCard } from './StoreCard';
import { WayCard } from './WayCard';
import './platform.css';

const MARK: Record<PlatformHealth['status'], Health> = {
  ok: 'ok',
  degraded: 'warn',
  refusing: 'bad',
};

/** The platform's own state: what it received, refused and why, where it stands, what it uses. */
export default function PlatformPage() {
  const { t } = useTranslation();
  const health = useApi('platformHealth', {}, { every: 5_000 });
  const data = health.data;
  return (
    <div className="cop-stack">
      <PageHead
        title={data ? t(`platform.${data.status}`) : t('nav.platform')}
        mark={<HealthMark health={data ? MARK[data.status] : 'idle'} size={20} />}
        lead={data ? <Lead health={data} /> : '\u00a0'}
      />
      <Answered query={health} skeleton={<Skeleton height={560} />}>
        {(h) => (
          <>
            <Problems health={h} />
            <ReceivedCard receiver={h.receiver} />
            <div className="cop-pair">
              <WayCard health={h} />
              <ProcessCard health={h} />
            </div>
            {h.sessions && <GridCard grid={h.sessions} />}
            <StoreCard store={h.store} />
            <LimitsCard limits={h.limits} />
          </>
        )}
      </Answered>
    </div>
  );
}

function Lead({ health }: { health: PlatformHealth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const perSecond = health.receiver.signals.reduce((sum, s) => sum + s.per_second, 0);
  const figures = t('platform.figures', {
    perSecond: format.figure(Math.round(perSecond)),
    lag: format.duration(health.pipeline.lag_ms),
    disk: format.bytes(health.store.disk_used_bytes ?? 0),
    free: format.bytes(health.store.disk_free_bytes ?? 0),
  });
  const up = t('platform.up', {
    version: health.version,
    uptime: format.duration(health.uptime_s * 1000),
  });
  return `${figures} · ${up}`;
}
