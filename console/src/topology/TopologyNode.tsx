import { useTranslation } from 'react-i18next';
import type { Graph } from '../api/contract';
import { useFormat } from '../format/useFormat';
import { healthOf, type Health } from '../ui/health';
import { HealthMark } from '../ui/HealthMark';
import { DatabaseIcon, ExternalIcon, QueueIcon, UserIcon } from '../ui/icons';
import { RangeLink } from '../ui/RangeLink';
import { appPath } from '../time/link';

type Node = Graph['nodes'][number];

const ICONS = { database: DatabaseIcon, queue: QueueIcon, external: ExternalIcon, user: UserIcon };

interface Props {
  node: Node;
  style: React.CSSProperties;
  health: Health | undefined;
  faded: boolean;
  onLit: (on: boolean) => void;
}

/** A service opens its page; what is not ours (database, queue, host) is named and described. */
export function TopologyNode({ node, style, health, faded, onLit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = node.kind === 'user' ? t('now.users') : node.name;
  const className = `cop-topo__node cop-topo__node--${node.kind}${faded ? ' cop-topo--faded' : ''}`;
  const lit = {
    onPointerEnter: () => onLit(true),
    onPointerLeave: () => onLit(false),
    onFocus: () => onLit(true),
    onBlur: () => onLit(false),
  };
  if (node.kind === 'service') {
    return (
      <RangeLink to={appPath(node.name)} className={className} style={style} title={name} {...lit}>
        <HealthMark health={health ?? healthOf(node.red)} />
        <span>
          <strong className="cop-clip">{name}</strong>
          <small className="cop-clip">
            {node.red && format.rate(node.red.rate)}
            {node.red && <span> · {format.duration(node.red.p95_ms)}</span>}
          </small>
        </span>
      </RangeLink>
    );
  }
  const Icon = ICONS[node.kind];
  return (
    <div className={className} style={style} title={name} {...lit}>
      <Icon />
      <span>
        <strong className="cop-clip">{name}</strong>
        {node.system && <small className="cop-clip">{node.system}</small>}
      </span>
    </div>
  );
}
