import { useTranslation } from 'react-i18next';
import type { Graph, ServiceDetail } from '../../api/contract';
import { useRanged } from '../../api/hooks';
import { Topology } from '../../topology/Topology';
import { onlyChecks } from '../../topology/traffic';
import { Answered } from '../../ui/Answered';
import { Empty } from '../../ui/Empty';
import { Skeleton } from '../../ui/Skeleton';

/** Who calls this app, and whom it calls. */
export default function CallsTab({ detail }: { detail: ServiceDetail }) {
  const { t } = useTranslation();
  const graph = useRanged('graph', { service: detail.service });
  const names = (g: Graph, pick: 'from' | 'to') => {
    const self = g.nodes.find((n) => n.kind === 'service' && n.name === detail.service)?.id;
    const other = pick === 'from' ? 'to' : 'from';
    const calls = g.edges.filter((e) => e[other] === self && !onlyChecks(e));
    const ids = calls.map((e) => e[pick]);
    const found = g.nodes.filter((n) => ids.includes(n.id));
    const text = found.map((n) => (n.kind === 'user' ? t('now.users') : n.name)).join(', ');
    return text || t('service.calls.nobody');
  };
  return (
    <Answered query={graph} skeleton={<Skeleton height={260} />}>
      {(g) =>
        g.edges.length === 0 ? (
          <Empty title={t('service.calls.none')} />
        ) : (
          <div className="cop-stack">
            <p className="cop-first">
              {t('service.calls.first', { callers: names(g, 'from'), callees: names(g, 'to') })}
            </p>
            <Topology graph={g} />
          </div>
        )
      }
    </Answered>
  );
}
