import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/hooks';
import { Command } from '../../ui/Command';
import { instructionsFor, type Receivers } from './instructions';
import './empty.css';

const WAYS = [
  ['java', 'Java'],
  ['node', 'Node.js'],
  ['python', 'Python'],
  ['collector', 'Collector'],
  ['other', 'SDK'],
  ['curl', 'curl'],
  ['demo', 'Demo'],
] as const;

/** Nothing was ever received: how to send something, with commands to copy. */
export function EmptyNow() {
  const { t } = useTranslation();
  const [way, setWay] = useState<(typeof WAYS)[number][0]>('java');
  const receivers = useReceivers();
  const commands = instructionsFor(receivers);
  return (
    <section className="cop-begin cop-card">
      <h1>{t('now.empty.title')}</h1>
      <p>{t('now.empty.lead')}</p>
      <p className="cop-begin__wait" role="status">
        <i aria-hidden="true" />
        {t('now.empty.listening', { ...receivers })}
      </p>
      <div className="cop-begin__ways" role="tablist" aria-label={t('now.empty.choose')}>
        {WAYS.map(([key, name]) => (
          <button
            key={key}
            type="button"
            role="tab"
            aria-selected={key === way}
            onClick={() => setWay(key)}
          >
            {name}
          </button>
        ))}
      </div>
      <div className="cop-begin__how" role="tabpanel">
        <p>{t(`now.empty.${way}`)}</p>
        <Command>{commands[way]}</Command>
      </div>
    </section>
  );
}

/** The addresses the platform really listens on; the usual ones until it has said so. */
export function useReceivers(): Receivers {
  const endpoints = useApi('platformHealth', {}, { every: 30_000 }).data?.endpoints ?? [];
  const find = (pattern: RegExp) =>
    endpoints.find((e) => pattern.test(e.name ?? ''))?.address?.replace(/^\w+:\/\//, '');
  return {
    grpc: find(/grpc/i) ?? '127.0.0.1:4317',
    http: find(/otlp.*http/i) ?? '127.0.0.1:4318',
  };
}
