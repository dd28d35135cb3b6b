import { useTranslation } from 'react-i18next';
import type { PlatformHealth } from '../../api/contract';
import { HealthMark } from '../../ui/HealthMark';
import { RelativeTime } from '../../ui/RelativeTime';

/** What is wrong with the platform itself, and what to do about each. */
export function Problems({ health }: { health: PlatformHealth }) {
  const { t } = useTranslation();
  const problems = health.problems ?? [];
  if (problems.length === 0) return null;
  return (
    <section className="cop-card" aria-label={t('platform.problems')}>
      <h2>{t('platform.problems')}</h2>
      <ul className="cop-woes">
        {problems.map((p) => (
          <li key={p.code + p.message}>
            <HealthMark health={health.status === 'refusing' ? 'bad' : 'warn'} />
            <div>
              <p>{p.message}</p>
              {p.next && <p>{p.next}</p>}
              <p className="cop-dim">
                {p.code}
                {p.since && (
                  <>
                    {' · '}
                    <RelativeTime time={p.since} />
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
