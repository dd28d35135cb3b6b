import { useTranslation } from 'react-i18next';
import type { PlatformHealth } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { Fact, Facts } from '../../ui/Facts';
import { nameOf } from './names';

/** What the platform itself uses, and where it listens. */
export function ProcessCard({ health }: { health: PlatformHealth }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { process, endpoints = [] } = health;
  return (
    <section className="cop-card" aria-label={t('platform.process')}>
      <h2>{t('platform.process')}</h2>
      <Facts>
        <Fact
          name={t('platform.cpu')}
          value={t('platform.cores', { cores: format.figure(process.cpu_ratio ?? 0) })}
          note={t('platform.cpuTotal', { time: format.duration((process.cpu_s ?? 0) * 1000) })}
        />
        <Fact
          name={t('platform.memory')}
          value={format.bytes(process.rss_bytes ?? 0)}
          note={t('platform.heap', {
            used: format.bytes(process.heap_bytes ?? 0),
            max: format.bytes(process.heap_max_bytes ?? 0),
          })}
        />
        <Fact name={t('platform.threads')} value={format.count(process.threads ?? 0)} />
      </Facts>
      <h3 className="cop-note">{t('platform.endpoints')}</h3>
      <ul className="cop-endpoints">
        {endpoints.map((e) => (
          <li key={`${e.name} ${e.address}`}>
            <span>{nameOf(t, i18n, 'endpointNames', e.name ?? '')}</span>
            <code>{e.address}</code>
            <span className="cop-dim">{e.tls ? t('platform.tls') : t('platform.noTls')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
