import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client';
import type { App, ServiceDetail } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { Confirm } from '../act/Confirm';
import { scaling } from '../act/plan';
import type { TabProps } from '../tabProps';
import { ChangeList } from './ChangeList';
import { Elsewhere } from './Elsewhere';
import { WhyScaling } from './WhyScaling';

/** How many run, what decides that, and setting it by hand. */
export default function ScalingTab({ app, detail }: TabProps) {
  return app ? <Scaling app={app} detail={detail} /> : <Elsewhere />;
}

function Scaling({ app, detail }: { app: App; detail: ServiceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { min = app.wanted, max = app.wanted, targets = [] } = app.scale ?? {};
  const words = targets.map((target) =>
    t(`app.scaling.target.${target.measure}`, {
      value: format.figure(target.value),
      metric: target.metric ?? '',
    }),
  );
  return (
    <div className="cop-stack">
      <p className="cop-first">
        {targets.length === 0
          ? t('app.scaling.fixed', { count: app.wanted })
          : t('app.scaling.auto', { wanted: app.wanted, min, max, targets: words.join(', ') })}
      </p>
      {app.scaling && <WhyScaling scaling={app.scaling} />}
      <SetReplicas app={app} />
      {targets.length === 0 && (
        <p className="cop-dim">
          {t('app.scaling.automatic', { example: 'scale: { min: 2, max: 10, cpu: 70 }' })}
        </p>
      )}
      <ChangeList
        detail={detail}
        kind="scale"
        title={t('app.scaling.history')}
        none={t('app.scaling.noHistory')}
      />
    </div>
  );
}

function SetReplicas({ app }: { app: App }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [typed, type] = useState<string | null>(null);
  const [asked, ask] = useState(false);
  const text = typed ?? String(app.wanted);
  const replicas = /^\d{1,4}$/.test(text) ? Number(text) : null;
  const close = () => {
    ask(false);
    type(null);
  };
  return (
    <section className="cop-card cop-quiet" aria-label={t('app.scaling.set')}>
      <h2>{t('app.scaling.set')}</h2>
      <form
        className="cop-row"
        onSubmit={(e) => {
          e.preventDefault();
          ask(replicas !== null);
        }}
      >
        <input
          className="cop-number"
          type="number"
          min={0}
          max={1000}
          required
          aria-label={t('app.scaling.number')}
          value={text}
          onChange={(e) => {
            type(e.target.value);
            ask(false);
          }}
        />
        <Button size="sm" variant="secondary" type="submit" isDisabled={replicas === null || asked}>
          {t('app.scaling.apply')}
        </Button>
      </form>
      {asked && replicas !== null && (
        <Confirm
          service={app.name}
          name="scale"
          sentences={scaling(app, replicas, t, format)}
          idle={replicas === app.wanted}
          how={() => call('scaleApp', { app: app.name }, { body: { replicas } })}
          onClose={close}
        />
      )}
    </section>
  );
}
