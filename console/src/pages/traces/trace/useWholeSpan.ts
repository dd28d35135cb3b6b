import { useEffect, useState } from 'react';
import type { Span, Trace } from '../../../api/contract';
import { useApi } from '../../../api/hooks';

/** Going through a waterfall by the arrow keys must not ask for every span on the way. */
const PAUSE = 150;

/**
 * A span with everything known of it. A large trace comes without attributes; those of the span the
 * viewer stays on are asked for. `problem` is why they could not be had.
 */
export function useWholeSpan(trace: Trace, span: Span) {
  const lean = trace.lean === true;
  const [stays, setStays] = useState(false);
  useEffect(() => {
    if (!lean) return undefined;
    const timer = setTimeout(() => setStays(true), PAUSE);
    return () => clearTimeout(timer);
  }, [lean]);
  const { trace_id, start: around } = trace;
  const query = useApi(
    'getSpan',
    { trace_id, span_id: span.span_id, around },
    { enabled: lean && stays, fresh: 600_000 },
  );
  return {
    span: lean ? (query.data?.span ?? span) : span,
    pending: lean && query.data === undefined && !query.isError,
    problem: query.error,
  };
}
