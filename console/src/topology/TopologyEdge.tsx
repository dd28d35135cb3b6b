import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../format/useFormat';
import { useHref } from '../time/link';
import type { Health } from '../ui/health';
import { pathOf, type Point } from './layout';
import { requestsBehind, type Around } from './requests';
import { onlyChecks, type Edge, type Node } from './traffic';

interface Props {
  edge: Edge;
  from: Node;
  to: Node;
  points: readonly Point[];
  health: Health;
  /** rate as a share of the busiest edge's */
  share: number;
  around: Around;
  faded: boolean;
}

/** Width 1.5 px to 9 px: the root of the rate, so that small traffic is still seen. */
export function widthOf(share: number): number {
  return 1.5 + 7.5 * Math.sqrt(Math.max(0, Math.min(1, share)));
}

/** A line of traffic. It is a link to its requests; where some fail it says how many. */
export function TopologyEdge({ edge, from, to, points, health, share, around, faded }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const href = useHref();
  const checks = onlyChecks(edge);
  const failing = edge.red.count >= 10 && edge.red.error_ratio >= 0.01;
  const target = href('/traces', requestsBehind(edge, from, to, around));
  const d = pathOf(points);
  const traffic = t('now.traffic', {
    from: from.kind === 'user' ? t('now.users') : from.name,
    to: to.name,
    rate: format.rate(edge.red.rate),
    errors: format.percent(edge.red.error_ratio),
    p95: format.duration(edge.red.p95_ms),
  });
  const part = edge.health_checks ?? 0;
  const note = checks
    ? t('now.checksOnly')
    : part > 0
      ? t('now.checksPart', { number: format.count(part) })
      : '';
  const words = note ? `${traffic} · ${note}` : traffic;
  // A long line is level past the first nodes it passes: there its words stand clear of them.
  const place = checks && points.length > 3 ? 2 : Math.floor(points.length / 2);
  const middle = points[place]!;
  const before = points[place - 1] ?? middle;
  const x = (middle.x + before.x) / 2;
  const y = (middle.y + before.y) / 2;
  return (
    <a
      href={target}
      className={`cop-topo__edge cop-topo__edge--${checks ? 'checks' : health}${faded ? ' cop-topo--faded' : ''}`}
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
        strokeDasharray={checks ? '2 4' : edge.async ? '7 5' : undefined}
      />
      {checks && (
        <text className="cop-topo__note" x={x} y={y - 5} textAnchor="middle">
          {t('now.checksOnly')}
        </text>
      )}
      {failing && (
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
