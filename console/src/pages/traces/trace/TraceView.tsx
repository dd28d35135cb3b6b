import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trace } from '../../../api/contract';
import { useApi } from '../../../api/hooks';
import { CostLine } from '../../../ui/CostLine';
import { Legend } from './Legend';
import { logsBySpan } from './logsBySpan';
import { modelOf } from './model';
import { pathOf } from './path';
import { serviceColours } from './serviceColours';
import { SpanPane } from './SpanPane';
import { TraceHead } from './TraceHead';
import { TraceLogs } from './TraceLogs';
import { useTraceState } from './useTraceState';
import { Waterfall } from './Waterfall';

const HOUR = 3_600_000;

/** The waterfall; under it the selected span and, beside that, the logs of the trace. */
export function TraceView({ trace }: { trace: Trace }) {
  const { t } = useTranslation();
  const model = useMemo(() => modelOf(trace), [trace]);
  const path = useMemo(() => pathOf(model), [model]);
  const colours = useMemo(() => serviceColours(model.services), [model]);
  const state = useTraceState(model, path);
  const details = useRef<HTMLElement>(null);
  const start = Date.parse(trace.start);
  // Clocks of machines differ, and a log line may be written after its span has ended.
  const logs = useApi(
    'searchLogs',
    {
      trace_id: trace.trace_id,
      from: new Date(start - HOUR).toISOString(),
      to: new Date(start + trace.duration_ms + HOUR).toISOString(),
      order: 'oldest',
      limit: 1000,
    },
    { fresh: 60_000 },
  );
  const bySpan = useMemo(() => logsBySpan(logs.data?.logs ?? []), [logs.data]);
  return (
    <div className="cop-stack cop-trace">
      <TraceHead model={model} path={path} state={state} />
      <Legend model={model} path={path} colours={colours} state={state} />
      <Waterfall
        model={model}
        path={path}
        colours={colours}
        state={state}
        logs={bySpan}
        start={start}
        onOpen={() => details.current?.focus()}
      />
      {model.orphans > 0 && (
        <p className="cop-dim">{t('traces.one.orphans', { count: model.orphans })}</p>
      )}
      <div className="cop-trace__below">
        <SpanPane
          key={state.selected?.span.span_id}
          ref={details}
          model={model}
          path={path}
          colours={colours}
          state={state}
          logs={bySpan}
        />
        <TraceLogs model={model} state={state} query={logs} colours={colours} start={start} />
      </div>
      <CostLine cost={trace.cost} />
    </div>
  );
}
