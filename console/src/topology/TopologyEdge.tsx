import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Graph } from '../api/contract';
import { useFormat } from '../format/useFormat';
import { useHref } from '../time/link';
import { healthOf } from '../ui/health';
import { pathOf, type Point } from './layout';
import { requestsBehind, type Around } from './requests';

type Node = Graph['nodes'][number];
type Edge = Graph['edges'][number];

interface Props {
  edge: Edge;
  from: Node;
  to: Node;
  points: readonly Point[];
  /** rate as a share of the busiest edge's */
  share: number;
  around: Around;
  faded: boolean;
}

/** Width 1.5 px to 9 px: the root of the rate, so that small traffic is still seen. */
export function widthOf(share: number): number {
  return 1.5 + 7.5 * Math.sqrt(Math.max(0, Math.min(1, share)));
}

/** A line of traffic. It is a link to its requests; where it is not well it says how bad it is. */
export function TopologyEdge({ edge, from, to, points, share, around, faded }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const href = useHref();
  const health = healthOf(edge.red);
  const target = href('/traces', requestsBehind(edge, from, to, around));
  const d = pathOf(points);
  const words = t('now.traffic', {
    from: from.kind === 'user' ? t('now.users') : from.name,
    to: to.name,
    rate: format.rate(edge.red.rate),
    errors: format.percent(edge.red.error_ratio),
    p95: format.duration(edge.red.p95_ms),
  });
  const middle = points[Math.floor(points.length / 2)]!;
  const before = points[Math.floor(points.length / 2) - 1] ?? middle;
  const x = (middle.x + before.x) / 2;
  const y = (middle.y + before.y) / 2;
  return (
    <a
      href={target}
      className={`cop-topo__edge cop-topo__edge--${health}${faded ? ' cop-topo--faded' : ''}`}
      aria-label={words}
      onClick={(e) => {
        if (e.ctrlKey || e.metaKey || e.shiftKey) return;
        e.preventDefault();
        void navigate(target);
      }}
    >
      <title>{words}</title>
      <path className="cop-topo__hit" d={d} />
      <path
        className="cop-topo__line"
        d={d}
        strokeWidth={widthOf(share)}
        strokeDasharray={edge.async ? '7 5' : undefined}
      />
      {(health === 'bad' || health === 'warn') && (
        <g transform={`translate(${x} ${y})`} className="cop-topo__mark">
          <rect x="-19" y="-9" width="38" height="18" rx="9" />
          <text textAnchor="middle" y="4">
            {format.percent(Math.round(edge.red.error_ratio * 100) / 100)}
          </text>
        </g>
      )}
    </a>
  );
}
