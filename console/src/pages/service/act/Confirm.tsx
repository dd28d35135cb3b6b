import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { appPath } from '../../../time/link';
import { FlagIcon } from '../../../ui/icons';
import { ProblemView } from '../../../ui/ProblemView';
import { RangeLink } from '../../../ui/RangeLink';
import { useAct } from './useAct';
import { useWhyNot } from './useMay';
import './act.css';

export type ActName =
  'restart' | 'restartOne' | 'scale' | 'undo' | 'remove' | 'endOne' | 'endUser' | 'endAll';

/** What nobody can take back. */
const FOR_GOOD: readonly ActName[] = ['remove', 'endOne', 'endUser', 'endAll'];

interface Props {
  service: string;
  name: ActName;
  /** what will happen */
  sentences: readonly string[];
  /** whether there is nothing to do */
  idle?: boolean;
  /** does it; a text it answers is said where there is no Change */
  how: () => Promise<unknown>;
  onClose: () => void;
  /** called as soon as it is done */
  onDone?: () => void;
  children?: React.ReactNode;
}

/** What will happen, in words, and the button that does it; afterwards the Change it became. */
export function Confirm(props: Props) {
  const { service, name, sentences, how, onClose, onDone } = props;
  const { t } = useTranslation();
  const { acting, act } = useAct(service);
  const whyNot = useWhyNot();
  const panel = useRef<HTMLDivElement>(null);
  const { state } = acting;
  const forGood = FOR_GOOD.includes(name);
  useEffect(() => panel.current?.focus(), []);
  const did = useRef(onDone);
  useEffect(() => {
    did.current = onDone;
  });
  useEffect(() => {
    if (state === 'done') did.current?.();
  }, [state]);
  return (
    <div
      ref={panel}
      tabIndex={-1}
      className={`cop-act${forGood ? ' cop-act--forgood' : ''}`}
      role="group"
      aria-label={t(`app.act.confirm.${name}`)}
      onKeyDown={(e) => {
        if (e.key === 'Escape') onClose();
      }}
    >
      {state === 'done' ? (
        <p role="status" className="cop-act__done">
          <FlagIcon size={14} /> {acting.change?.summary ?? acting.said ?? t('app.act.done')}
          {!acting.said && (
            <RangeLink to={appPath(service, 'changes')}>{t('app.act.allChanges')}</RangeLink>
          )}
        </p>
      ) : (
        <div className="cop-act__will">
          {sentences.map((s) => (
            <p key={s}>{s}</p>
          ))}
          {props.children}
        </div>
      )}
      {state === 'failed' && <ProblemView error={acting.error} />}
      {whyNot && <p className="cop-act__whynot">{whyNot}</p>}
      <div className="cop-row">
        {state !== 'done' && !whyNot && (
          <Button
            size="sm"
            variant={forGood ? 'danger' : 'primary'}
            isDisabled={state === 'working' || props.idle === true}
            onClick={() => void act(how)}
          >
            {state === 'working' ? t('app.act.working') : t(`app.act.confirm.${name}`)}
          </Button>
        )}
        <Button size="sm" variant="link" onClick={onClose}>
          {t(state === 'done' || whyNot ? 'app.act.dismiss' : 'app.act.cancel')}
        </Button>
      </div>
    </div>
  );
}
