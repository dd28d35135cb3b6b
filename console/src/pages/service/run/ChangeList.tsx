import { useTranslation } from 'react-i18next';
import type { Change, ServiceDetail } from '../../../api/contract';
import { appPath } from '../../../time/link';
import { RangeLink } from '../../../ui/RangeLink';
import { RelativeTime } from '../../../ui/RelativeTime';

/** The last ones are enough: all of them stand under Changes. */
const MOST = 20;

interface Props {
  detail: ServiceDetail;
  kind: Change['kind'];
  title: string;
  none: string;
}

/** The Changes of one kind in the range, each in a sentence, the latest first. */
export function ChangeList({ detail, kind, title, none }: Props) {
  const { t } = useTranslation();
  const all = detail.changes
    .filter((c) => c.kind === kind)
    .sort((a, b) => Date.parse(b.time) - Date.parse(a.time));
  return (
    <section className="cop-card" aria-label={title}>
      <h2>{title}</h2>
      {all.length === 0 ? (
        <p className="cop-dim">{none}</p>
      ) : (
        <ul className="cop-restarts">
          {all.slice(0, MOST).map((c, i) => (
            <li key={i}>
              <RelativeTime time={c.time} />
              <span>{c.summary}</span>
            </li>
          ))}
        </ul>
      )}
      {all.length > MOST && (
        <p>
          <RangeLink to={appPath(detail.service, 'changes')}>
            {t('app.act.allChanges')} ({all.length})
          </RangeLink>
        </p>
      )}
    </section>
  );
}
