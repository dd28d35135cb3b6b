import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, type ApiError } from '../../../api/client';
import type { AppSessions, FoundSessions } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { Answered } from '../../../ui/Answered';
import { PlainTable } from '../../../ui/PlainTable';
import { RelativeTime } from '../../../ui/RelativeTime';
import { Skeleton } from '../../../ui/Skeleton';
import { Confirm } from '../act/Confirm';
import { shortly, type Wanted } from './asked';
import { endingOne, endingUser, type Found } from './ending';

const EVERY_MS = 5_000;

export const foundKey = (app: string, wanted: Wanted) => ['findAppSessions', app, wanted] as const;

interface Props {
  sessions: AppSessions;
  wanted: Wanted;
  /** the user's name, where it was typed just now */
  name: string | null;
  onShow: (wanted: Wanted) => void;
}

/** What was found, each with the way to end it. */
export function FoundList(props: Props) {
  const { sessions, wanted } = props;
  const { app } = sessions;
  const found = useQuery<FoundSessions, ApiError>({
    queryKey: foundKey(app, wanted),
    queryFn: ({ signal }) => call('findAppSessions', { app }, { body: wanted, signal }),
    staleTime: 1_000,
    refetchInterval: EVERY_MS,
  });
  return (
    <Answered query={found} skeleton={<Skeleton height={90} />}>
      {(answer) => <List {...props} found={answer.sessions} />}
    </Answered>
  );
}

type Ask = { one: Found } | { all: number };

function List({ sessions, wanted, name, onShow, found }: Props & { found: readonly Found[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked, ask] = useState<Ask | null>(null);
  const { app } = sessions;
  const whose = (user: string) => name ?? t('sessions.find.pseudonym', { user: shortly(user) });
  const who = 'user' in wanted ? whose(wanted.user) : '';
  const count = found.length;
  const first =
    'user' in wanted
      ? count === 0
        ? t('sessions.find.userNone', { who })
        : t('sessions.find.user', { who, count, number: format.count(count) })
      : t(count === 0 ? 'sessions.find.oneNone' : 'sessions.find.one', { id: `#${wanted.id}` });
  const end = (body: { user: string } | { id: string }) => async () => {
    const { ended } = await call('endAppSessions', { app }, { body });
    return ended === 0 ? t('sessions.find.gone') : undefined;
  };
  return (
    <div className="cop-sessions__found">
      <p className="cop-row" role="status">
        {first}
        {'user' in wanted && <code className="cop-dim">{wanted.user}</code>}
        {'user' in wanted && count > 1 && (
          <button
            type="button"
            className="cop-textlink"
            aria-expanded={asked !== null && 'all' in asked}
            onClick={() => ask({ all: count })}
          >
            {t('sessions.find.endUser', { count, number: format.count(count) })}
          </button>
        )}
      </p>
      {count > 0 && (
        <PlainTable<Found>
          label={first}
          rows={found}
          rowKey={(s) => s.id}
          columns={[
            { head: t('sessions.find.session'), cell: (s) => <code>{s.id}</code> },
            {
              head: t('sessions.find.whose'),
              cell: (s) =>
                !s.user ? (
                  t('sessions.find.nobody')
                ) : 'user' in wanted ? (
                  who
                ) : (
                  <button
                    type="button"
                    className="cop-textlink"
                    onClick={() => onShow({ user: s.user })}
                  >
                    {whose(s.user)}
                  </button>
                ),
            },
            { head: t('sessions.find.created'), cell: (s) => <RelativeTime time={s.created} /> },
            { head: t('sessions.find.accessed'), cell: (s) => <RelativeTime time={s.accessed} /> },
            {
              head: t('sessions.find.timeout'),
              numeric: true,
              cell: (s) => (s.timeout_s > 0 ? format.duration(s.timeout_s * 1000) : '–'),
            },
            {
              head: t('sessions.find.bytes'),
              numeric: true,
              cell: (s) => format.bytes(s.bytes),
            },
            {
              head: t('sessions.find.attributes'),
              numeric: true,
              cell: (s) => format.count(s.attributes),
            },
            {
              head: t('app.instances.actions'),
              numeric: true,
              cell: (s) => (
                <button
                  type="button"
                  className="cop-textlink"
                  aria-expanded={asked !== null && 'one' in asked && asked.one.id === s.id}
                  onClick={() => ask({ one: s })}
                >
                  {t('sessions.find.end')}
                </button>
              ),
            },
          ]}
        />
      )}
      {/* Below the table: a row is gone as soon as its session is, and what was done must still be read. */}
      {asked && 'one' in asked && (
        <Confirm
          key={asked.one.id}
          service={app}
          name="endOne"
          sentences={endingOne(sessions, asked.one, whose(asked.one.user), t)}
          how={end({ id: asked.one.id })}
          onClose={() => ask(null)}
        />
      )}
      {asked && 'all' in asked && 'user' in wanted && (
        <Confirm
          key="all"
          service={app}
          name="endUser"
          sentences={endingUser(sessions, asked.all, who, t, format)}
          how={end({ user: wanted.user })}
          onClose={() => ask(null)}
        />
      )}
    </div>
  );
}
