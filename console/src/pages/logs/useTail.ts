import { useEffect, useRef, useState } from 'react';
import { ApiError, problemOf, urlOf } from '../../api/client';
import type { LogRecord } from '../../api/contract';
import { language } from '../../i18n/language';
import type { LogFilter } from './filter';
import { eventReader } from './sse';
import { EMPTY_TAIL, received, resumed, type Tail } from './tail';

const DRAW_EVERY_MS = 200;
const AGAIN_MS = 2_000;

export type TailState = 'connecting' | 'open' | 'lost';

/**
 * The live tail of a filter. Read with fetch, not EventSource, which cannot say why it was refused.
 * Records are drawn a few times a second however many come; a lost stream is opened again.
 */
export function useTail(filter: LogFilter, paused: boolean) {
  const [tail, setTail] = useState<Tail>(EMPTY_TAIL);
  const [state, setState] = useState<TailState>('connecting');
  const [problem, setProblem] = useState<ApiError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const held = useRef(paused);
  const url = urlOf('tailLogs', filter);

  useEffect(() => {
    held.current = paused;
    if (!paused) setTail(resumed);
  }, [paused]);

  useEffect(() => setTail(EMPTY_TAIL), [url]);

  useEffect(() => {
    const stop = new AbortController();
    let fresh: LogRecord[] = [];
    let skipped = 0;
    const draw = setInterval(() => {
      if (fresh.length === 0 && skipped === 0) return;
      const records = fresh;
      const more = skipped;
      fresh = [];
      skipped = 0;
      setTail((old) => {
        const next = received(old, records, held.current);
        return more > 0 ? { ...next, skipped: next.skipped + more } : next;
      });
    }, DRAW_EVERY_MS);
    const read = eventReader(({ name, data }) => {
      if (name === 'log') fresh.push(JSON.parse(data) as LogRecord);
      else if (name === 'skipped') skipped += (JSON.parse(data) as { count: number }).count;
    });
    let again: ReturnType<typeof setTimeout> | undefined;
    void stream(
      url,
      stop.signal,
      () => {
        setState('open');
        setProblem(null);
      },
      read,
    )
      .then(() => null)
      .catch((e: unknown) => (e instanceof ApiError ? e : null))
      .then((refused) => {
        if (stop.signal.aborted) return;
        setProblem(refused);
        setState('lost');
        // What is wrong with the question stays wrong; a full house or a lost line may pass.
        if (refused && refused.problem.status < 500 && refused.problem.status !== 429) return;
        again = setTimeout(() => setAttempt((n) => n + 1), AGAIN_MS);
      });
    return () => {
      clearInterval(draw);
      clearTimeout(again);
      stop.abort();
    };
  }, [url, attempt]);

  return { tail, state, problem, clear: () => setTail(EMPTY_TAIL) };
}

async function stream(
  url: string,
  signal: AbortSignal,
  opened: () => void,
  read: (piece: string) => void,
): Promise<void> {
  const response = await fetch(url, {
    headers: { Accept: 'text/event-stream', 'X-Cop-Lang': language() },
    credentials: 'same-origin',
    signal,
  });
  if (!response.ok) throw new ApiError(await problemOf(response));
  opened();
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return;
    read(piece.value);
  }
}
