import { useTranslation } from 'react-i18next';
import type { AppSessions } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { useAppSessions } from '../../../run/useAppSessions';
import { Answered } from '../../../ui/Answered';
import { RelativeTime } from '../../../ui/RelativeTime';
import { Say } from '../../../ui/Say';
import { Skeleton } from '../../../ui/Skeleton';
import type { TabProps } from '../tabProps';
import { FindSessions } from './FindSessions';
import { GridTrouble } from './GridTrouble';
import { HeaviestAttributes } from './HeaviestAttributes';
import { SessionFacts } from './SessionFacts';
import { SessionHistory } from './SessionHistory';
import { SessionInstances } from './SessionInstances';
import { SessionSpreads } from './SessionSpreads';
import './sessions.css';

/** Instances tell their figures every two seconds. */
const EVERY_MS = 2_000;

/** Who is in, how large and how fast their sessions are, and ending them. */
export default function SessionsTab({ detail }: TabProps) {
  const sessions = useAppSessions(detail.service, EVERY_MS);
  return (
    <Answered query={sessions} skeleton={<Skeleton height={520} />}>
      {(s) => (
        <div className="cop-stack">
          <First sessions={s} />
          <GridTrouble sessions={s} />
          <SessionFacts sessions={s} />
          <FindSessions sessions={s} />
          <SessionHistory detail={detail} />
          <SessionInstances app={s.app} instances={s.instances} />
          <div className="cop-sessions__pair">
            <SessionSpreads sessions={s} />
            <HeaviestAttributes heaviest={s.counted?.heaviest ?? []} />
          </div>
        </div>
      )}
    </Answered>
  );
}

/** How many there are, in words, and when they were counted. */
function First({ sessions }: { sessions: AppSessions }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { counted, shared_with: others } = sessions;
  if (!counted) return <p className="cop-first">{t('sessions.notCounted')}</p>;
  const { sessions: all, users } = counted;
  const number =
    all === 0
      ? t('sessions.none')
      : t('sessions.first', {
          count: all,
          number: format.count(all),
          active: format.count(counted.active_sessions),
          minutes: sessions.active_minutes,
        });
  const people =
    users === 0
      ? t('sessions.usersNone')
      : t('sessions.users', {
          count: users,
          number: format.count(users),
          active: format.count(counted.active_users),
        });
  return (
    <div>
      <p className="cop-first">{all === 0 ? number : `${number} ${people}`}</p>
      <p className="cop-dim">
        <Say
          k="sessions.counted"
          words={{
            when: { text: '', node: <RelativeTime time={counted.time} /> },
            took: format.duration(counted.took_ms),
          }}
        />
        {others.length > 0 && ` ${t('sessions.shared', { apps: others.join(', ') })}`}
        {counted.unreadable > 0 && ` ${t('sessions.unreadable', { count: counted.unreadable })}`}
      </p>
    </div>
  );
}
