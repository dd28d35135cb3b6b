import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Graph } from '../api/contract';
import type { Health } from '../ui/health';
import { depthOf, layout, type Measures } from './layout';
import { edgeHealth, nodeHealth, onlyChecks, withoutChecks } from './traffic';
import { TopologyEdge } from './TopologyEdge';
import { useSpanKeys } from './useSpanKeys';
import { TopologyNode } from './TopologyNode';
import { useWidth } from '../ui/useWidth';
import './topology.css';

const PAD = 6;

/** Nodes as wide as the room allows, so that names need not be cut; between them room for lines. */
function measures(width: number, depth: number): Measures {
  const layerGap = width < 900 ? 26 : 40;
  const room = (width - 2 * PAD - (depth - 1) * layerGap) / depth;
  return {
    nodeWidth: Math.round(Math.min(190, Math.max(124, room))),
    nodeHeight: width < 900 ? 66 : 58,
    layerGap,
    nodeGap: 14,
    width: Math.max(0, width - 2 * PAD),
  };
}

interface Props {
  graph: Graph;
  /** of services by name, where it is known better than from the graph's own figures */
  health?: ReadonlyMap<string, Health>;
}

/** The service graph of real traffic: width is rate, colour and mark are health. */
export function Topology({ graph: whole, health }: Props) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const [lit, setLit] = useState<string | null>(null);
  const [params, setParams] = useSearchParams();
  const checks = whole.edges.filter(onlyChecks).length;
  const withChecks = params.get('checks') === 'on';
  const graph = useMemo(() => (withChecks ? whole : withoutChecks(whole)), [whole, withChecks]);
  // Laid out again only when nodes or edges come or go, or the room changes.
  const structure = JSON.stringify([
    graph.nodes.map((n) => n.id).sort(),
    graph.edges.map((e) => `${e.from} ${e.to}`).sort(),
  ]);
  const [m, picture] = useMemo(
    () => {
      const shape = { nodes: graph.nodes.map((n) => n.id), edges: graph.edges };
      const fitting = measures(width, depthOf(shape));
      return [fitting, layout(shape, fitting)] as const;
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [structure, width],
  );
  const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
  const colours = edgeHealth(graph, health);
  const keys = useSpanKeys();
  const callers = new Map<string, number>();
  graph.edges.forEach((e) => callers.set(e.to, (callers.get(e.to) ?? 0) + 1));
  const busiest = Math.max(1e-9, ...graph.edges.map((e) => e.red.rate));
  const near = (id: string) =>
    lit === null ||
    id === lit ||
    graph.edges.some((e) => (e.from === lit && e.to === id) || (e.to === lit && e.from === id));
  const natural = { width: picture.width + 2 * PAD, height: picture.height + 2 * PAD };
  const scale = width > 0 ? Math.max(0.6, Math.min(1, width / natural.width)) : 1;
  return (
    <section className="cop-card cop-topo" aria-label={t('now.topology')}>
      <header className="cop-row">
        <h2>{t('now.topology')}</h2>
        <p className="cop-dim">{t('now.topologyHint')}</p>
        {checks > 0 && (
          <p className="cop-dim">
            {!withChecks && t('now.checks', { count: checks })}{' '}
            <button
              type="button"
              className="cop-textlink"
              onClick={() =>
                setParams(
                  (old) => {
                    const next = new URLSearchParams(old);
                    if (withChecks) next.delete('checks');
                    else next.set('checks', 'on');
                    return next;
                  },
                  { preventScrollReset: true },
                )
              }
            >
              {t(withChecks ? 'now.checksHide' : 'now.checksShow')}
            </button>
          </p>
        )}
      </header>
      <div ref={host} className="cop-topo__room" style={{ height: natural.height * scale }}>
        <div
          className={`cop-topo__plane${width < 900 ? ' cop-topo__plane--narrow' : ''}`}
          style={{ ...natural, transform: scale === 1 ? undefined : `scale(${scale})` }}
        >
          <svg width={natural.width} height={natural.height}>
            <g transform={`translate(${PAD} ${PAD})`}>
              {graph.edges.map((e, i) => {
                const points = picture.edges.get(`${e.from}\0${e.to}`);
                const from = nodes.get(e.from);
                const to = nodes.get(e.to);
                if (!points || !from || !to) return null;
                return (
                  <TopologyEdge
                    key={`${e.from} ${e.to}`}
                    edge={e}
                    from={from}
                    to={to}
                    points={points}
                    health={colours[i] ?? 'idle'}
                    share={e.red.rate / busiest}
                    around={{ keys, soleCaller: callers.get(e.to) === 1 }}
                    faded={lit !== null && e.from !== lit && e.to !== lit}
                  />
                );
              })}
            </g>
          </svg>
          {graph.nodes.map((n) => {
            const at = picture.nodes.get(n.id);
            return (
              at && (
                <TopologyNode
                  key={n.id}
                  node={n}
                  style={{
                    left: at.x + PAD,
                    top: at.y + PAD,
                    width: m.nodeWidth,
                    height: m.nodeHeight,
                  }}
                  health={nodeHealth(n, health)}
                  faded={!near(n.id)}
                  onLit={(on) => setLit(on ? n.id : null)}
                />
              )
            );
          })}
        </div>
      </div>
    </section>
  );
}
