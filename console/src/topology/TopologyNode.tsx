import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import type { Health } from '../ui/health';
import { HealthMark } from '../ui/HealthMark';
import { DatabaseIcon, ExternalIcon, QueueIcon, UserIcon } from '../ui/icons';
import { RangeLink } from '../ui/RangeLink';
import { appPath } from '../time/link';
import { breakable, type Node } from './traffic';

const ICONS = { database: DatabaseIcon, queue: QueueIcon, external: ExternalIcon, user: UserIcon };

interface Props {
  node: Node;
  style: React.CSSProperties;
  health: Health;
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
        <HealthMark health={health} />
        <span>
          <strong>{breakable(name)}</strong>
          <small className="cop-clip">
            {node.red && format.rate(node.red.rate)}
            {node.red && <span> · {format.duration(node.red.p95_ms)}</span>}
          </small>
        </span>
      </RangeLink>
    );
  }
  const Icon = ICONS[node.kind];
  const ports = portsOf(node, t);
  const about = [node.system, ports].filter(Boolean).join(' · ');
  const fixed = (node.ports ?? []).length > 0 ? about : node.system;
  return (
    <div
      className={className}
      style={style}
      title={[name, about].filter(Boolean).join('\n')}
      {...lit}
    >
      <Icon />
      <span>
        <strong>{breakable(name)}</strong>
        {fixed && <small className="cop-clip">{fixed}</small>}
      </span>
    </div>
  );
}

/** The ports a host is called on; those a program takes at random are only counted. */
function portsOf(node: Node, t: TFunction): string {
  const { ports = [], ephemeral_ports: ephemeral = 0 } = node;
  return [
    ports.length > 0 ? t('now.ports', { ports: ports.join(', ') }) : '',
    ephemeral > 0 ? t('now.ephemeral', { count: ephemeral }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}
