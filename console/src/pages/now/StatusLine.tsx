import { useTranslation } from 'react-i18next';
import type { App, Graph, Overview, ServiceSummary } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { lookBack } from '../../time/range';
import { useTimeRange } from '../../time/useTimeRange';
import { HealthMark } from '../../ui/HealthMark';
import { RangeLink } from '../../ui/RangeLink';
import { RelativeTime } from '../../ui/RelativeTime';
import { Say, type Word } from '../../ui/Say';
import { statusOf, type Status } from './status';
import { appPath } from '../../time/link';

interface Props {
  overview: Overview;
  services: readonly ServiceSummary[];
  graph?: Graph | undefined;
  /** what runs here */
  apps?: readonly App[];
}

/** Is everything fine? Answered in a sentence; the figures follow it. */
export function StatusLine({ overview, services, graph, apps }: Props) {
  const { t } = useTranslation();
  const status = statusOf(overview, services, graph, apps);
  const words = useWords(overview);
  const nameOf = (id: string) => {
    const node = graph?.nodes.find((n) => n.id === id);
    return node?.kind === 'user' ? t('now.users') : (node?.name ?? id);
  };
  const about = status.about;
  return (
    <section className={`cop-status cop-status--${status.health}`} aria-live="polite">
      <HealthMark health={status.health} size={22} />
      <div>
        <h1>
          {status.kind === 'ok' && <Say k="now.ok" words={{}} />}
          {status.kind === 'silent' && <Say k="now.silent" words={words.all} />}
          {status.kind === 'quiet' && <Say k="now.quiet" words={words.all} />}
          {status.run && status.kind === 'down' && (
            <Say k="now.down" words={words.run(status.run)} />
          )}
          {status.run && status.kind === 'weak' && (
            <Say k="now.weak" words={words.run(status.run)} />
          )}
          {status.run && status.kind === 'takenBack' && (
            <Say k="now.takenBack" words={words.run(status.run)} />
          )}
          {about && status.kind === 'failing' && <Say k="now.failing" words={words.about(about)} />}
          {about && status.kind === 'attention' && (
            <Say k="now.attention" words={words.about(about)} />
          )}
          {about && status.kind === 'slower' && <Say k="now.slower" words={words.about(about)} />}
          {status.calls && (
            <Say
              k="now.calls"
              words={words.calls(status.calls, nameOf(status.calls.from), nameOf(status.calls.to))}
            />
          )}
          {status.more > 0 && (
            <>
              {' '}
              <Say k="now.failingMore" words={{ count: status.more }} />
            </>
          )}
        </h1>
        {about?.app.last_change && (
          <p>
            <Say k="now.changeBefore" words={words.change(about.app.last_change)} />
          </p>
        )}
        {status.kind !== 'silent' && (
          <p className="cop-dim">
            <Say k="now.okFigures" words={words.all} />
            {typeof overview.active_sessions === 'number' && (
              <>
                {' · '}
                <Say k="now.users" words={{ count: overview.active_sessions }} />
              </>
            )}
          </p>
        )}
      </div>
    </section>
  );
}

const minutes = (seconds: number) => Math.max(1, Math.round(seconds / 60));

/** The words of the sentences, with links where there is something to open. */
function useWords(overview: Overview) {
  const { t } = useTranslation();
  const format = useFormat();
  const { range } = useTimeRange();
  const m = /^(\d+)([smhd])$/.exec(lookBack(range) ?? '');
  const rangeText = m?.[1]
    ? t('now.rangeLast', {
        length: t(`time.${m[2] as 's' | 'm' | 'h' | 'd'}`, { count: Number(m[1]) }),
      })
    : t('now.rangeFixed');
  const requests = (n: number) => t('now.requests', { count: n, number: format.count(n) });
  const link = (text: string, to: string, params = {}): Word => ({
    text,
    node: (
      <RangeLink to={to} params={params}>
        {text}
      </RangeLink>
    ),
  });
  return {
    all: {
      range: rangeText,
      apps: t('now.apps', { count: overview.services }),
      instances: t('now.instances', { count: overview.instances }),
      requests: requests(overview.red.count),
      errors: format.percent(overview.red.error_ratio),
      p95: format.duration(overview.red.p95_ms),
    } satisfies Record<string, Word>,
    about: ({ app, state }: NonNullable<Status['about']>): Record<string, Word> => ({
      service: link(app.service, appPath(app.service)),
      range:
        state.seconds === null
          ? rangeText
          : t('now.rangeLast', { length: t('time.m', { count: minutes(state.seconds) }) }),
      requests: requests(state.red.count),
      ratio: link(format.percent(state.red.error_ratio), '/traces', {
        service: app.service,
        status: 'error',
      }),
      p95: format.duration(state.red.p95_ms),
      before: format.duration(app.previous?.p95_ms),
    }),
    run: (app: App): Record<string, Word> => ({
      service: link(app.name, appPath(app.name, 'instances')),
      count: app.wanted,
      ready: app.ready,
      wanted: app.wanted,
    }),
    calls: (e: Graph['edges'][number], from: string, to: string): Record<string, Word> => ({
      from,
      to,
      range: rangeText,
      ratio: format.percent(e.red.error_ratio),
    }),
    change: (c: NonNullable<ServiceSummary['last_change']>): Record<string, Word> => ({
      when: { text: format.relative(c.time), node: <RelativeTime time={c.time} /> },
      change: [t(`change.${c.kind}`), c.version, `“${c.summary}”`].filter(Boolean).join(' '),
    }),
  };
}
