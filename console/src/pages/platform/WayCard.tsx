import { useTranslation } from 'react-i18next';
import type { PlatformHealth } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { Fact, Facts } from '../../ui/Facts';

/** Between acknowledged and queryable: queue, lag, journal, sealing. */
export function WayCard({ health }: { health: PlatformHealth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pipeline, journal, store } = health;
  const full = (pipeline.queued_bytes ?? 0) / (pipeline.queue_limit_bytes || Infinity);
  return (
    <section className="cop-card" aria-label={t('platform.way')}>
      <h2>{t('platform.way')}</h2>
      <Facts>
        <Fact
          name={t('platform.queue')}
          value={t('platform.queueOf', {
            used: format.bytes(pipeline.queued_bytes ?? 0),
            limit: format.bytes(pipeline.queue_limit_bytes ?? 0),
          })}
          note={t('platform.frames', { count: pipeline.queued_frames ?? 0 })}
          bad={full > 0.8}
        />
        <Fact
          name={t('platform.lag')}
          hint={t('platform.lagHint')}
          value={format.duration(pipeline.lag_ms)}
          note={t('platform.lagHint')}
        />
        <Fact
          name={t('platform.journal')}
          value={t('platform.journalFiles', {
            count: journal.files ?? 0,
            bytes: format.bytes(journal.bytes ?? 0),
          })}
        />
        <Fact
          name={t('platform.sync')}
          value={format.duration(journal.last_sync_ms)}
          note={t('platform.syncs', {
            syncs: format.shortCount(journal.syncs ?? 0),
            frames: format.shortCount(journal.frames ?? 0),
          })}
        />
        <Fact name={t('platform.lastSeal')} value={format.duration(store.last_seal_ms)} />
        <Fact
          name={t('platform.quarantined')}
          value={format.count(store.quarantined ?? 0)}
          note={store.quarantined_bytes ? format.bytes(store.quarantined_bytes) : undefined}
          bad={(store.quarantined ?? 0) > 0}
        />
      </Facts>
    </section>
  );
}
