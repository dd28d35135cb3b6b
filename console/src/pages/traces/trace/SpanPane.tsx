import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/useFormat';
import { appPath } from '../../../time/link';
import { Fact, Facts } from '../../../ui/Facts';
import { HealthMark } from '../../../ui/HealthMark';
import { ProblemView } from '../../../ui/ProblemView';
import { RangeLink } from '../../../ui/RangeLink';
import { Skeleton } from '../../../ui/Skeleton';
import { AttributeList } from './AttributeList';
import { CopyButton } from './CopyButton';
import type { LogsBySpan } from './logsBySpan';
import { isError, type Node, type TraceModel } from './model';
import { timeOnPath, type Path } from './path';
import type { Colours } from './serviceColours';
import { SpanEvents } from './SpanEvents';
import { SpanLinks } from './SpanLinks';
import type { TraceState } from './useTraceState';
import { useWholeSpan } from './useWholeSpan';

interface Props {
  model: TraceModel;
  path: Path;
  colours: Colours;
  state: TraceState;
  logs: LogsBySpan;
  ref: Ref<HTMLElement>;
}

/** Everything known about the selected span; made anew for each. */
export function SpanPane(props: Props) {
  const node = props.state.selected;
  return node && <SpanDetails {...props} node={node} />;
}

function SpanDetails({ model, path, colours, node, logs, ref }: Props & { node: Node }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { span, pending, problem } = useWholeSpan(model.trace, node.span);
  const onPath = timeOnPath(path, span.span_id);
  const around = {
    from: new Date(Date.parse(span.start) - 60_000).toISOString(),
    to: new Date(Date.parse(span.start) + span.duration_ms + 60_000).toISOString(),
  };
  const lines = logs.get(span.span_id)?.length ?? 0;
  const dropped = Object.entries(span.dropped ?? {}).filter(([, n]) => n > 0);
  const { kind } = span;
  return (
    <section
      className="cop-card cop-spanpane"
      ref={ref}
      tabIndex={-1}
      aria-label={t('traces.span.label')}
    >
      <header>
        <h2>
          <i className="cop-fall__colour" style={{ background: colours.get(span.service) }} />
          {isError(node) && <HealthMark health="bad" size={15} />}
          <span>
            <RangeLink to={appPath(span.service)}>{span.service}</RangeLink> {span.name}
          </span>
        </h2>
        <p className="cop-row cop-small">
          <RangeLink
            to="/traces"
            params={{
              service: span.service,
              operation: span.name,
              kind: kind === 'unspecified' ? undefined : kind,
            }}
          >
            {t('traces.span.same')}
          </RangeLink>
          <RangeLink to="/logs" params={{ service: span.service, ...around }}>
            {t('traces.span.serviceLogs')}
          </RangeLink>
          <span className="cop-dim">
            {t('traces.span.id')} <code>{span.span_id}</code>
            <CopyButton text={span.span_id} />
          </span>
        </p>
      </header>
      {span.status_message && (
        <p className="cop-spanpane__error">
          {span.status_message}
          <CopyButton text={span.status_message} />
        </p>
      )}
      <Facts>
        <Fact
          name={t('traces.span.duration')}
          value={format.duration(span.duration_ms)}
          note={t('traces.span.share', {
            share: format.percent(span.duration_ms / (model.length || 1)),
          })}
        />
        <Fact
          name={t('traces.span.self')}
          value={format.duration(span.self_ms)}
          hint={t('traces.span.selfHint')}
          note={
            span.duration_ms > 0
              ? t('traces.span.selfShare', {
                  share: format.percent(span.self_ms / span.duration_ms),
                })
              : undefined
          }
        />
        <Fact
          name={t('traces.path.label')}
          value={onPath > 0 ? format.duration(onPath) : t('traces.span.notOnPath')}
          hint={t('traces.path.hint')}
          note={
            onPath > 0
              ? t('traces.span.share', { share: format.percent(onPath / (path.length || 1)) })
              : undefined
          }
        />
        <Fact
          name={t('traces.span.start')}
          value={`+${format.duration(span.start_ms)}`}
          note={<span title={format.absolute(span.start)}>{format.clock(span.start, true)}</span>}
        />
        <Fact name={t('traces.span.kind')} value={t(`traces.kind.${kind}`)} />
        <Fact
          name={t('traces.span.status')}
          value={t(`traces.status.${span.status}`)}
          bad={isError(node)}
        />
      </Facts>
      <p className="cop-row cop-small cop-dim">
        {span.version && <span>{t('traces.span.version', { version: span.version })}</span>}
        {span.instance && <span>{t('traces.span.instance', { instance: span.instance })}</span>}
        {lines > 0 && (
          <a
            href="#trace-logs"
            onClick={(e) => {
              e.preventDefault();
              document.getElementById('trace-logs')?.scrollIntoView({ block: 'nearest' });
            }}
          >
            {t('traces.span.logs', { count: lines, number: format.count(lines) })}
          </a>
        )}
        {node.orphan && <span>{t('traces.span.orphan', { id: span.parent_span_id ?? '' })}</span>}
      </p>
      {dropped.length > 0 && (
        <p className="cop-stale">
          {t('traces.span.dropped', {
            what: dropped
              .map(([what, n]) =>
                t(`traces.span.droppedOf.${what as 'attributes' | 'events' | 'links'}`, {
                  count: n,
                  number: format.count(n),
                }),
              )
              .join(', '),
          })}
        </p>
      )}
      {pending && <Skeleton lines={6} />}
      {problem && <ProblemView error={problem} />}
      <SpanEvents events={span.events ?? []} spanStart={span.start} />
      {!pending && !problem && (
        <>
          <AttributeList
            title={t('traces.span.attributes')}
            none={t('traces.span.noAttributes')}
            values={span.attributes ?? {}}
            service={span.service}
          />
          <SpanLinks links={span.links ?? []} />
          <AttributeList
            title={t('traces.span.resource')}
            none={t('traces.span.noAttributes')}
            values={span.resource ?? {}}
            closed
          />
        </>
      )}
      <p className="cop-small cop-dim">
        {span.scope?.name && (
          <>
            {t('traces.span.scope')}{' '}
            <code>{[span.scope.name, span.scope.version].filter(Boolean).join(' ')}</code>
          </>
        )}
        {span.trace_state && (
          <>
            {' · '}
            {t('traces.span.state')} <code>{span.trace_state}</code>
          </>
        )}
      </p>
    </section>
  );
}
