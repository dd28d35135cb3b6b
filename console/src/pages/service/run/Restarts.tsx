import { useTranslation } from 'react-i18next';
import type { ServiceDetail } from '../../../api/contract';
import { RelativeTime } from '../../../ui/RelativeTime';

/** The last ones are enough: all of them stand under Changes. */
const MOST = 20;

/** Every instance that was replaced in the range, each with its reason in a sentence. */
export function Restarts({ detail }: { detail: ServiceDetail }) {
  const { t } = useTranslation();
  const restarts = detail.changes
    .filter((c) => c.kind === 'restart')
    .sort((a, b) => Date.parse(b.time) - Date.parse(a.time))
    .slice(0, MOST);
  return (
    <section className="cop-card" aria-label={t('app.instances.restarts')}>
      <h2>{t('app.instances.restarts')}</h2>
      {restarts.length === 0 ? (
        <p className="cop-dim">{t('app.instances.noRestarts')}</p>
      ) : (
        <ul className="cop-restarts">
          {restarts.map((c, i) => (
            <li key={i}>
              <RelativeTime time={c.time} />
              <span>{c.summary}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
