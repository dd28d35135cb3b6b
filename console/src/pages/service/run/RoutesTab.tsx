import { useTranslation } from 'react-i18next';
import type { App, AppRoutes } from '../../../api/contract';
import { useApi } from '../../../api/hooks';
import { useFormat } from '../../../format/useFormat';
import { appPath } from '../../../time/link';
import { Answered } from '../../../ui/Answered';
import { Empty } from '../../../ui/Empty';
import { Fact, Facts } from '../../../ui/Facts';
import { PlainTable } from '../../../ui/PlainTable';
import { RangeLink } from '../../../ui/RangeLink';
import { Say } from '../../../ui/Say';
import { Skeleton } from '../../../ui/Skeleton';
import type { TabProps } from '../tabProps';
import { Elsewhere } from './Elsewhere';

type Instance = NonNullable<AppRoutes['instances']>[number];

/** Where the app can be called, what the gateway does for it now, and within which limits. */
export default function RoutesTab({ app }: TabProps) {
  return app ? <Ask app={app} /> : <Elsewhere />;
}

function Ask({ app }: { app: App }) {
  const routes = useApi('appRoutes', { app: app.name }, { every: 2_000 });
  return (
    <Answered query={routes} skeleton={<Skeleton height={280} />}>
      {(r) => <Routes app={app} routes={r} />}
    </Answered>
  );
}

function Routes({ app, routes }: { app: App; routes: AppRoutes }) {
  const { t } = useTranslation();
  const url = routes.routes.find((r) => r.url)?.url;
  if (routes.routes.length === 0) return <Empty title={t('app.routes.noRoutes')} />;
  return (
    <div className="cop-stack">
      <p className="cop-first">
        {url ? (
          <Say k="app.routes.first" words={{ url: { text: url, node: <Out url={url} /> } }} />
        ) : routes.gateway ? (
          t('app.routes.pattern', { host: routes.routes[0]?.host ?? '' })
        ) : (
          t('app.routes.noGateway')
        )}
      </p>
      <section className="cop-card">
        <PlainTable<AppRoutes['routes'][number]>
          label={t('app.tab.routes')}
          rows={routes.routes}
          rowKey={(r) => `${r.host ?? ''} ${r.path}`}
          columns={[
            { head: t('app.routes.host'), cell: (r) => r.host ?? t('app.routes.anyHost') },
            { head: t('app.routes.path'), cell: (r) => <code>{r.path}</code> },
            { head: t('app.routes.url'), cell: (r) => (r.url ? <Out url={r.url} /> : '–') },
          ]}
        />
      </section>
      {routes.in_flight !== undefined && <Counts routes={routes} />}
      {routes.instances && routes.instances.length > 0 && (
        <section className="cop-card">
          <Instances app={app} instances={routes.instances} />
        </section>
      )}
      {routes.limits && <Limits limits={routes.limits} />}
    </div>
  );
}

function Counts({ routes }: { routes: AppRoutes }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (n: number | undefined) => format.count(n ?? 0);
  return (
    <section className="cop-card">
      <Facts>
        <Fact
          name={t('app.routes.inFlight')}
          value={count(routes.in_flight)}
          hint={t('app.routes.inFlightHint')}
        />
        <Fact
          name={t('app.routes.waiting')}
          value={count(routes.waiting)}
          hint={t('app.routes.waitingHint')}
        />
        <Fact
          name={t('app.routes.requests')}
          value={count(routes.requests)}
          note={t('app.routes.since')}
        />
        <Fact name={t('app.routes.retries')} value={count(routes.retries)} />
        <Fact
          name={t('app.routes.failures')}
          value={count(routes.failures)}
          bad={(routes.failures ?? 0) > 0}
        />
        <Fact name={t('app.routes.refusals')} value={count(routes.refusals)} />
      </Facts>
    </section>
  );
}

function Instances({ app, instances }: { app: App; instances: Instance[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <PlainTable<Instance>
      label={t('service.tab.instances')}
      rows={instances}
      rowKey={(i) => i.instance}
      columns={[
        {
          head: t('app.routes.instance'),
          cell: (i) => (
            <RangeLink to={appPath(app.name, 'logs')} params={{ instance: i.instance }}>
              {i.instance}
            </RangeLink>
          ),
        },
        {
          head: t('app.instances.state'),
          cell: (i) =>
            i.ejected_ms > 0
              ? t('app.routes.ejected', { time: format.duration(i.ejected_ms) })
              : t(`app.routes.state.${i.state}`),
        },
        { head: t('app.instances.address'), cell: (i) => i.address },
        { head: t('app.routes.inFlight'), numeric: true, cell: (i) => format.count(i.in_flight) },
        { head: t('app.routes.requests'), numeric: true, cell: (i) => format.count(i.requests) },
        { head: t('app.routes.failures'), numeric: true, cell: (i) => format.count(i.failures) },
      ]}
    />
  );
}

const LIMITS = [
  'max_in_flight',
  'connect_timeout_ms',
  'response_timeout_ms',
  'requests_per_second',
  'burst',
  'max_waiting',
  'wait_ms',
] as const;

function Limits({ limits }: { limits: NonNullable<AppRoutes['limits']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="cop-card cop-quiet" aria-label={t('app.routes.limits')}>
      <h2>{t('app.routes.limits')}</h2>
      <Facts>
        {LIMITS.map((name) => {
          const value = limits[name];
          if (value === undefined) return null;
          const time = name.endsWith('_ms');
          return (
            <Fact
              key={name}
              name={t(`app.routes.limit.${name}`)}
              value={time ? format.duration(value) : format.count(value)}
            />
          );
        })}
      </Facts>
    </section>
  );
}

/** A way out of the console: its own window, which learns nothing of this one. */
function Out({ url }: { url: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {url}
    </a>
  );
}
