import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { call, type ApiError } from '../../../api/client';
import type { AppSessions, FoundSessions } from '../../../api/contract';
import { ProblemView } from '../../../ui/ProblemView';
import { Skeleton } from '../../../ui/Skeleton';
import { useRole, useWhyNot } from '../act/useMay';
import { readWanted, wantedOf, type Wanted } from './asked';
import { EndAll } from './EndAll';
import { FoundList, foundKey } from './FoundList';

/** A user's sessions, one session, or all of them: found, and ended by those who may. */
export function FindSessions({ sessions }: { sessions: AppSessions }) {
  const { t } = useTranslation();
  const role = useRole();
  const whyNot = useWhyNot();
  return (
    <section className="cop-card cop-quiet" aria-label={t('sessions.find.title')}>
      <h2>{t('sessions.find.title')}</h2>
      {/* Nothing is asked for whom it may not be shown. */}
      {!role ? <Skeleton height={58} /> : whyNot ? <p>{whyNot}</p> : <Find sessions={sessions} />}
    </section>
  );
}

function Find({ sessions }: { sessions: AppSessions }) {
  const { t } = useTranslation();
  const { app } = sessions;
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const [typed, type] = useState('');
  /** the name behind a pseudonym, known only to the page it was typed on */
  const [named, name] = useState<{ user: string; name: string } | null>(null);
  const [everybody, endEverybody] = useState(false);
  const wanted = wantedOf(params);
  const show = (next: Wanted) =>
    setParams(
      (old) => {
        const merged = new URLSearchParams(old);
        merged.delete('user');
        merged.delete('session');
        if ('user' in next) merged.set('user', next.user);
        else merged.set('session', next.id);
        return merged;
      },
      { preventScrollReset: true },
    );
  const byName = useMutation<FoundSessions, ApiError, string>({
    mutationFn: (user) => call('findAppSessions', { app }, { body: { user } }),
    onSuccess: (answer, typedName) => {
      const user = answer.user ?? '';
      client.setQueryData(foundKey(app, { user }), answer);
      name({ user, name: typedName });
      show({ user });
    },
  });
  const find = () => {
    const next = readWanted(typed);
    if (next === null) return;
    byName.reset();
    if ('name' in next) byName.mutate(next.name);
    else show(next);
  };
  return (
    <>
      <form
        className="cop-row"
        onSubmit={(e) => {
          e.preventDefault();
          find();
        }}
      >
        <input
          className="cop-select cop-sessions__find"
          type="search"
          required
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
          aria-label={t('sessions.find.label')}
          placeholder={t('sessions.find.label')}
          value={typed}
          onChange={(e) => type(e.target.value)}
        />
        <Button size="sm" variant="secondary" type="submit" isDisabled={byName.isPending}>
          {t('sessions.find.button')}
        </Button>
        <button
          type="button"
          className="cop-textlink cop-sessions__all"
          aria-expanded={everybody}
          onClick={() => endEverybody(!everybody)}
        >
          {t('sessions.find.endAll', { app })}
        </button>
      </form>
      <p className="cop-dim">{t('sessions.find.hint')}</p>
      {everybody && <EndAll sessions={sessions} onClose={() => endEverybody(false)} />}
      {byName.error && <ProblemView error={byName.error} />}
      {wanted && (
        <FoundList
          key={JSON.stringify(wanted)}
          sessions={sessions}
          wanted={wanted}
          name={named && 'user' in wanted && wanted.user === named.user ? named.name : null}
          onShow={show}
        />
      )}
    </>
  );
}
