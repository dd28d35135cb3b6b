import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { App, ServiceDetail } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { ChangeList } from './ChangeList';
import { InstanceRow } from './InstanceRow';
import '../../../ui/table.css';

/** Of those that ended the last few are enough: why they did stands below. */
const ENDED = 4;

/** What runs, how each copy is, and what was replaced and why. */
export function RunInstances({ app, detail }: { app: App; detail: ServiceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked, ask] = useState<string | null>(null);
  const running = app.instances.filter((i) => i.state !== 'ended');
  const ended = app.instances
    .filter((i) => i.state === 'ended')
    .sort((a, b) => Date.parse(b.since) - Date.parse(a.since));
  const memory = running.reduce((sum, i) => sum + (i.memory_bytes ?? 0), 0);
  const red = new Map(detail.instances.map((i) => [i.key, i]));
  const heads: [string, boolean][] = [
    [t('service.instances.instance'), false],
    [t('app.instances.state'), false],
    [t('app.instances.age'), true],
    [t('app.instances.cpu'), true],
    [t('app.instances.memory'), false],
    [t('red.rate'), true],
    [t('red.errors'), true],
    [t('red.p95'), true],
    [t('app.instances.release'), true],
    [t('app.instances.address'), false],
  ];
  return (
    <div className="cop-stack">
      <p className="cop-first">
        {running.length === 0
          ? t('app.instances.nothing')
          : t('app.instances.first', { count: running.length, memory: format.bytes(memory) })}
        {ended.length > 0 && ` · ${t('app.instances.ended', { count: ended.length })}`}
      </p>
      <div className="cop-card cop-plain">
        <table aria-label={t('service.tab.instances')}>
          <thead>
            <tr>
              {heads.map(([head, numeric]) => (
                <th key={head} scope="col" className={numeric ? 'cop-num' : ''}>
                  {head}
                </th>
              ))}
              <th scope="col" className="cop-num">
                {t('app.instances.actions')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...running, ...ended.slice(0, ENDED)].map((i) => (
              <InstanceRow
                key={i.name}
                app={app}
                instance={i}
                red={red.get(i.name)}
                asked={asked === i.name}
                onAsk={(on) => ask(on ? i.name : null)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ChangeList
        detail={detail}
        kind="restart"
        title={t('app.instances.restarts')}
        none={t('app.instances.noRestarts')}
      />
    </div>
  );
}
