import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRanged } from '../../api/hooks';
import { Topology } from '../../topology/Topology';
import { Answered } from '../../ui/Answered';
import { RangeLink } from '../../ui/RangeLink';
import { rowsOf } from '../../run/rows';
import { useApps } from '../../run/useApps';
import { Skeleton } from '../../ui/Skeleton';
import { AppTiles } from './AppTiles';
import { EmptyNow } from './EmptyNow';
import { StatusLine } from './StatusLine';
import './now.css';

/** Points of each app's trend line. */
export const TRENDS = { points: 40 };

/** More tiles than this are a list, and the list is Apps. */
const TILES = 12;

/** Is everything fine? A sentence, the apps that need attention, the traffic between them. */
export function NowPage() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = t('frame.title', { page: t('nav.now') });
  }, [t]);
  const overview = useRanged('overview', {});
  const empty = overview.data?.ever_received === false;
  const services = useRanged('listServices', TRENDS, { enabled: !empty });
  const graph = useRanged('graph', {}, { enabled: !empty });
  const { apps } = useApps();
  const rows = useMemo(
    () => rowsOf(services.data?.services ?? [], apps, [], graph.data),
    [services.data, apps, graph.data],
  );
  const health = useMemo(() => new Map(rows.map((r) => [r.name, r.health])), [rows]);
  if (empty) return <EmptyNow />;
  return (
    <div className="cop-stack">
      <Answered query={overview} skeleton={<Skeleton height={66} />}>
        {(o) => (
          <Answered query={services} skeleton={<Skeleton height={66} />}>
            {(s) => (
              <StatusLine overview={o} services={s.services} graph={graph.data} apps={apps} />
            )}
          </Answered>
        )}
      </Answered>
      {!overview.isLoadingError && (
        <>
          <section aria-label={t('now.apps', { count: overview.data?.services ?? 0 })}>
            <Answered query={services} skeleton={<Skeleton height={348} />}>
              {() => (
                <>
                  <AppTiles apps={rows.slice(0, TILES)} />
                  {rows.length > TILES && (
                    <p className="cop-tiles__all">
                      <RangeLink to="/apps">{t('now.allApps', { count: rows.length })}</RangeLink>
                    </p>
                  )}
                </>
              )}
            </Answered>
          </section>
          <Answered query={graph} skeleton={<Skeleton height={360} />}>
            {(g) => (g.nodes.length > 0 ? <Topology graph={g} health={health} /> : null)}
          </Answered>
        </>
      )}
    </div>
  );
}
