import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/useFormat';
import { HealthMark } from '../../../ui/HealthMark';
import { PageHead } from '../../../ui/PageHead';
import { RangeLink } from '../../../ui/RangeLink';
import { RelativeTime } from '../../../ui/RelativeTime';
import { Say, type Word } from '../../../ui/Say';
import { appPath } from '../../../time/link';
import { CopyButton } from './CopyButton';
import { firstError, type Node, type TraceModel } from './model';
import type { Path } from './path';
import type { TraceState } from './useTraceState';

interface Props {
  model: TraceModel;
  path: Path;
  state: TraceState;
}

/** The trace in two sentences: what it was and how it ended; what its time was spent on. */
export function TraceHead({ model, path, state }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { trace } = model;
  const root = model.nodes[0];
  const cause = firstError(model);
  const first = path.services[0];
  const word = (text: string, node: React.ReactNode): Word => ({ text, node });
  const jump = (node: Node, text: string): Word =>
    word(
      text,
      <button type="button" className="cop-textlink" onClick={() => state.select(node)}>
        {text}
      </button>,
    );
  const spanName = (n: Node) => `${n.span.service} ${n.span.name}`;
  return (
    <PageHead
      title={root?.span.name ?? t('traces.one.title')}
      mark={<HealthMark health={model.errors > 0 ? 'bad' : 'ok'} size={18} />}
      lead={
        <>
          {root && (
            <Say
              k="traces.one.lead"
              words={{
                service: word(
                  root.span.service,
                  <RangeLink to={appPath(root.span.service)}>{root.span.service}</RangeLink>,
                ),
                duration: word(
                  format.duration(trace.duration_ms),
                  <b>{format.duration(trace.duration_ms)}</b>,
                ),
                services: t('traces.one.services', {
                  count: model.services.length,
                  number: format.count(model.services.length),
                }),
                spans: t('traces.one.spans', {
                  count: model.nodes.length,
                  number: format.count(model.nodes.length),
                }),
              }}
            />
          )}{' '}
          {cause ? (
            <Say
              k="traces.one.failed"
              words={{
                count: model.errors,
                number: format.count(model.errors),
                span: jump(cause, spanName(cause)),
              }}
            />
          ) : (
            t('traces.one.noErrors')
          )}{' '}
          {first && path.top && (
            <Say
              k={first.share > 0.5 ? 'traces.one.spentMost' : 'traces.one.spent'}
              words={{
                service: first.service,
                share: format.percent(first.share),
                span: jump(path.top.node, spanName(path.top.node)),
                time: format.duration(path.top.ms),
              }}
            />
          )}
          {trace.truncated && (
            <> {t('traces.one.truncated', { number: format.count(model.nodes.length) })}</>
          )}
        </>
      }
    >
      <div className="cop-trace__ids">
        <span>
          <RelativeTime time={trace.start} /> · {format.clock(trace.start, true)}
        </span>
        <span>
          <code>{trace.trace_id}</code>
          <CopyButton text={trace.trace_id} label={t('traces.one.copyId')} />
        </span>
      </div>
    </PageHead>
  );
}
