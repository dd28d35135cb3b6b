import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api/client';
import { HealthMark } from './HealthMark';
import './state.css';

/** Title, detail and next step of an error, in the viewer's language. */
export function useProblemText(error: ApiError) {
  const { t } = useTranslation();
  const p = error.problem;
  if (p.status === 0) {
    return { title: t('state.unreachable'), detail: '', next: t('state.unreachableNext') };
  }
  return { title: p.title, detail: p.detail ?? '', next: p.next ?? '' };
}

/** What went wrong, where, and what to do now. */
export function ProblemView({ error, retry }: { error: ApiError; retry?: () => void }) {
  const { t } = useTranslation();
  const { title, detail, next } = useProblemText(error);
  const { errors, code, status } = error.problem;
  return (
    <section className="cop-problem" role="alert">
      <HealthMark health="warn" size={20} />
      <div>
        <h2>{title}</h2>
        {detail && <p>{detail}</p>}
        {errors && errors.length > 0 && (
          <ul>
            {errors.map((e, i) => (
              <li key={i}>
                {e.field && <code>{e.field}</code>} {e.message} {e.expected}
              </li>
            ))}
          </ul>
        )}
        {next && <p>{next}</p>}
        <p className="cop-problem__foot">
          {retry && (
            <Button variant="secondary" size="sm" onClick={retry}>
              {t('state.retry')}
            </Button>
          )}
          {status !== 0 && <span className="cop-dim">{code}</span>}
        </p>
      </div>
    </section>
  );
}
