import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../../api/client';
import type { App } from '../../../api/contract';
import { appPath, useHref } from '../../../time/link';
import { HealthMark } from '../../../ui/HealthMark';
import { RangeLink } from '../../../ui/RangeLink';
import { RelativeTime } from '../../../ui/RelativeTime';
import { Say } from '../../../ui/Say';
import { Confirm } from '../act/Confirm';
import { removing, replacing } from '../act/plan';
import { runHealth } from '../../../run/health';
import { useRunLine } from './useRunLine';
import './run.css';

/** What this platform runs of the app, in a sentence, and what can be done to it. */
export function RunStrip({ app }: { app: App }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const href = useHref();
  const [asked, ask] = useState<'restart' | 'remove' | null>(null);
  const line = useRunLine(app);
  const serving = app.releases.find((r) => r.number === app.release);
  const close = () => ask(null);
  return (
    <section className="cop-run cop-card" aria-label={t('app.line.label')}>
      <div className="cop-run__line">
        <HealthMark health={runHealth(app)} size={18} />
        <p role="status">
          {line}{' '}
          {serving && (
            <span className="cop-dim">
              <RangeLink to={appPath(app.name, 'releases')}>
                {t('app.line.release', { number: serving.number, version: serving.version })}
              </RangeLink>{' '}
              <Say
                k="app.line.released"
                words={{ when: { text: '', node: <RelativeTime time={serving.created} /> } }}
              />
              {` · ${t(`app.kind.${app.kind}`)}`}
            </span>
          )}
        </p>
        <div className="cop-run__do">
          <Do name="restart" open={asked} ask={ask} />
          <RangeLink className="cop-go" to={appPath(app.name, 'scaling')}>
            {t('app.act.scale')}
          </RangeLink>
          <Do name="remove" open={asked} ask={ask} />
        </div>
      </div>
      {asked === 'restart' && (
        <Confirm
          service={app.name}
          name="restart"
          sentences={replacing(app, t)}
          idle={app.wanted === 0}
          how={() => call('restartApp', { app: app.name })}
          onClose={close}
        />
      )}
      {asked === 'remove' && (
        <Confirm
          service={app.name}
          name="remove"
          sentences={removing(app, t)}
          how={() => call('deleteApp', { app: app.name })}
          onClose={close}
          onDone={() => void navigate(href('/apps'))}
        />
      )}
    </section>
  );
}

interface DoProps {
  name: 'restart' | 'remove';
  open: string | null;
  ask: (name: 'restart' | 'remove' | null) => void;
}

function Do({ name, open, ask }: DoProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="cop-go"
      aria-expanded={open === name}
      onClick={() => ask(open === name ? null : name)}
    >
      {t(`app.act.${name}`)}
    </button>
  );
}
