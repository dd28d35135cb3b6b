import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Logo } from '../../app/Logo';
import { ApiError } from '../../api/client';
import { Command } from '../../ui/Command';
import { useProblemText } from '../../ui/ProblemView';
import { localPath, signIn } from './signIn';
import './signin.css';

/** A token, or the one-time link (`/?code=…`), becomes a cookie that scripts cannot read. */
export default function SignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [params] = useSearchParams();
  const code = params.get('code');
  const then = localPath(params.get('then'));
  const [token, setToken] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(code !== null);
  const id = useId();

  useEffect(() => {
    document.title = t('frame.title', { page: t('signin.title') });
  }, [t]);

  const enter = (what: { token: string } | { code: string }) => {
    setBusy(true);
    setError(null);
    signIn(what)
      .then(() => {
        client.clear();
        // Replaced, so that Back does not lead to a link that was used up.
        void navigate(then, { replace: true });
      })
      .catch((e: unknown) => {
        setBusy(false);
        setError(
          e instanceof ApiError
            ? e
            : new ApiError({ type: 'about:blank', title: String(e), status: -1, code: '' }),
        );
      });
  };

  useEffect(() => {
    if (code !== null) enter({ code });
    // Once per link; `enter` is new on every draw.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [code]);

  return (
    <main className="cop-signin">
      <form
        className="cop-card"
        onSubmit={(e) => {
          e.preventDefault();
          if (token.trim()) enter({ token: token.trim() });
        }}
      >
        <p className="cop-signin__brand">
          <Logo size={32} /> OpenCOP
        </p>
        <h1>{t('signin.title')}</h1>
        <p className="cop-dim">{busy && code ? t('signin.checking') : t('signin.lead')}</p>
        <label htmlFor={id}>{t('signin.token')}</label>
        <input
          id={id}
          className="cop-input"
          type="password"
          autoComplete="current-password"
          autoFocus
          value={token}
          onChange={(e) => setToken(e.target.value)}
        />
        {error && <Failure error={error} />}
        <Button type="submit" variant="primary" isDisabled={busy || !token.trim()}>
          {t('signin.submit')}
        </Button>
        <p className="cop-dim">{t('signin.where')}</p>
        <Command>cop link</Command>
      </form>
    </main>
  );
}

function Failure({ error }: { error: ApiError }) {
  const { t } = useTranslation();
  const { title, detail, next } = useProblemText(error);
  return (
    <p className="cop-bad" role="alert">
      {t('signin.failed', { reason: [title, detail, next].filter(Boolean).join(' ') })}
    </p>
  );
}
