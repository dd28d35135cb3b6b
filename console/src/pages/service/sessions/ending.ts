import type { TFunction } from 'i18next';
import type { AppSessions, FoundSessions } from '../../../api/contract';
import type { Format } from '../../../format/useFormat';

// What ending sessions will do, and to whom.

export type Found = FoundSessions['sessions'][number];

function shared({ shared_with: others }: AppSessions, t: TFunction): string[] {
  return others.length > 0 ? [t('sessions.will.shared', { apps: others.join(', ') })] : [];
}

export function endingOne(sessions: AppSessions, { id, user }: Found, who: string, t: TFunction) {
  const what = user ? t('sessions.will.one', { id, who }) : t('sessions.will.oneNobody', { id });
  return [what, t('sessions.will.lost'), ...shared(sessions, t)];
}

export function endingUser(
  sessions: AppSessions,
  count: number,
  who: string,
  t: TFunction,
  format: Format,
) {
  return [
    t('sessions.will.user', { count, number: format.count(count), who }),
    t('sessions.will.lost'),
    ...shared(sessions, t),
  ];
}

export function endingAll(sessions: AppSessions, t: TFunction, format: Format): string[] {
  const { app, counted } = sessions;
  if (!counted) {
    return [
      t('sessions.will.allUnknown', { app }),
      t('sessions.will.lost'),
      ...shared(sessions, t),
    ];
  }
  const { sessions: count, users } = counted;
  return [
    t('sessions.will.all', { app, count, number: format.count(count) }),
    ...(users > 0
      ? [t('sessions.will.allUsers', { count: users, number: format.count(users) })]
      : []),
    t('sessions.will.lost'),
    ...shared(sessions, t),
  ];
}
