import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogRecord } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { HealthMark } from '../../../ui/HealthMark';
import { DatabaseIcon, DownIcon, QueueIcon, RightIcon } from '../../../ui/icons';
import { isError, type Node } from './model';
import { SpanBar } from './SpanBar';
import type { View } from './view';

interface Props {
  node: Node;
  /** place among the rows shown */
  row: number;
  /** px */
  top: number;
  height: number;
  view: View;
  colour: string;
  /** its stretches of the critical path */
  path: [number, number][] | undefined;
  folded: boolean;
  selected: boolean;
  found: boolean;
  faded: boolean;
  logs: readonly LogRecord[] | undefined;
  start: number;
  onSelect: (node: Node) => void;
  onFold: (node: Node, close: boolean) => void;
}

/** Full steps for the first levels, then small ones: forty levels still leave room for a name. */
export function indent(depth: number): number {
  return Math.min(depth, 10) * 13 + Math.min(Math.max(0, depth - 10), 30) * 2;
}

function KindIcon({ node }: { node: Node }) {
  const { kind, attributes = {} } = node.span;
  if ('db.system.name' in attributes || 'db.system' in attributes)
    return <DatabaseIcon size={12} />;
  if (kind === 'producer' || kind === 'consumer') return <QueueIcon size={12} />;
  return null;
}

export const WaterfallRow = memo(function WaterfallRow(props: Props) {
  const { node, view, colour, folded, onFold, onSelect } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { span } = node;
  const many = node.children.length > 0;
  const elsewhere = node.parent?.span.service !== span.service;
  const classes = ['cop-fall__row'];
  if (props.selected) classes.push('cop-fall__row--on');
  if (props.found) classes.push('cop-fall__row--found');
  if (props.faded) classes.push('cop-fall__row--faded');
  if (props.path) classes.push('cop-fall__row--path');
  return (
    <div
      id={`span-${span.span_id}`}
      role="row"
      aria-level={node.depth + 1}
      aria-rowindex={props.row + 1}
      aria-expanded={many ? !folded : undefined}
      aria-selected={props.selected}
      className={classes.join(' ')}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
      onClick={() => onSelect(node)}
    >
      <div
        role="gridcell"
        className="cop-fall__name"
        style={{ paddingInlineStart: indent(node.depth) }}
      >
        {many ? (
          <button
            type="button"
            tabIndex={-1}
            className="cop-fall__fold"
            aria-label={t(folded ? 'traces.fall.unfold' : 'traces.fall.fold', { span: span.name })}
            onClick={(e) => {
              e.stopPropagation();
              onFold(node, !folded);
            }}
          >
            {folded ? <RightIcon size={12} /> : <DownIcon size={12} />}
          </button>
        ) : (
          <span className="cop-fall__fold" />
        )}
        <i className="cop-fall__colour" style={{ background: colour }} />
        {isError(node) && <HealthMark health="bad" size={13} />}
        <span className="cop-clip" title={`${span.service} · ${span.name}`}>
          {elsewhere && <b>{span.service} </b>}
          <KindIcon node={node} /> {span.name}
        </span>
        {folded && (
          <span className="cop-fall__count">
            {format.shortCount(node.size)}
            {node.errorsBelow > 0 && <HealthMark health="bad" size={11} />}
          </span>
        )}
      </div>
      <div
        role="gridcell"
        className="cop-fall__line"
        aria-label={format.duration(span.duration_ms)}
      >
        <SpanBar
          node={node}
          view={view}
          colour={colour}
          path={props.path}
          folded={folded}
          logs={props.logs}
          start={props.start}
        />
      </div>
    </div>
  );
});
