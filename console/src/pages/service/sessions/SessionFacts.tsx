import { useTranslation } from 'react-i18next';
import type { AppSessions } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { Fact, Facts } from '../../../ui/Facts';

/** Every figure of the moment by its name; what it means is on hover and in docs/console.md. */
export function SessionFacts({ sessions }: { sessions: AppSessions }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { counted, sum, active_minutes: minutes } = sessions;
  const active = t('sessions.activeHint', { minutes });
  const count = (of: number | undefined) => (of === undefined ? '–' : format.count(of));
  const rate = (name: string) => (sum ? format.rate(sum.per_second[name] ?? 0) : '–');
  const total = (name: string) => sum?.totals[name] ?? 0;
  const recent = t('sessions.lastMinute');
  return (
    <section className="cop-card" aria-label={t('sessions.figures')}>
      <Facts>
        <Fact name={t('sessions.fact.sessions')} value={count(counted?.sessions)} />
        <Fact
          name={t('sessions.fact.active')}
          value={count(counted?.active_sessions)}
          hint={active}
        />
        <Fact name={t('sessions.fact.signedIn')} value={count(counted?.signed_in)} />
        <Fact name={t('sessions.fact.users')} value={count(counted?.users)} />
        <Fact
          name={t('sessions.fact.activeUsers')}
          value={count(counted?.active_users)}
          hint={active}
        />
        <Fact
          name={t('sessions.fact.bytes')}
          value={counted ? format.bytes(counted.bytes) : '–'}
          note={
            counted && counted.sessions > 0
              ? t('sessions.note.each', { size: format.bytes(counted.size_bytes.p50) })
              : undefined
          }
        />
        <Fact name={t('sessions.fact.created')} value={rate('created')} note={recent} />
        <Fact
          name={t('sessions.fact.expired')}
          value={rate('expired')}
          note={recent}
          hint={t('sessions.hint.expired')}
        />
        <Fact
          name={t('sessions.fact.ended')}
          value={rate('ended')}
          note={recent}
          hint={t('sessions.hint.ended')}
        />
        <Fact
          name={t('sessions.fact.logins')}
          value={rate('logins')}
          note={
            total('logins_refused') > 0
              ? t('sessions.note.refusedLogins', { count: total('logins_refused') })
              : recent
          }
        />
        <Fact
          name={t('sessions.fact.conflicts')}
          value={format.count(total('conflicts'))}
          note={t('sessions.note.merged', { count: total('merged') })}
          hint={t('sessions.hint.conflicts')}
        />
        <Fact
          name={t('sessions.fact.degraded')}
          value={format.duration(total('degraded_ms'))}
          note={t('sessions.note.degraded', {
            refused: format.count(total('refused')),
            local: format.count(total('served_locally')),
          })}
          hint={t('sessions.hint.degraded')}
          bad={sum?.degraded !== undefined}
        />
      </Facts>
    </section>
  );
}
