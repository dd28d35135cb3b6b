import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, call } from '../../../api/client';
import type { Change } from '../../../api/contract';

const LOOK_EVERY_MS = 700;
const LOOKS = 30;
/** What is read again as soon as it was done, and once its Change is known. */
const AT_ONCE = ['getApp', 'appSessions', 'findAppSessions'];
const WITH_CHANGE = [...AT_ONCE, 'listApps', 'getService', 'listChanges'];

export type Acting =
  | { state: 'ready' }
  | { state: 'working' }
  | { state: 'done'; change: Change | null; said?: string }
  | { state: 'failed'; error: ApiError };

async function newest(service: string): Promise<Change | undefined> {
  const range = { from: 'now-1h', to: 'now' };
  const found = await call('listChanges', { service, ...range, limit: 10 }).catch(() => null);
  return found?.changes.reduce<Change | undefined>(
    (late, c) => (late && Date.parse(late.time) >= Date.parse(c.time) ? late : c),
    undefined,
  );
}

/** Does something to an app, and finds the Change it became on the timeline. */
export function useAct(service: string) {
  const client = useQueryClient();
  const [acting, setActing] = useState<Acting>({ state: 'ready' });
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const set = (next: Acting) => here.current && setActing(next);

  const act = useCallback(
    async (how: () => Promise<unknown>) => {
      set({ state: 'working' });
      const before = await newest(service);
      let answer: unknown;
      try {
        answer = await how();
      } catch (e) {
        if (!(e instanceof ApiError)) throw e;
        set({ state: 'failed', error: e });
        return;
      }
      const again = (keys: readonly string[]) =>
        keys.forEach((key) => void client.invalidateQueries({ queryKey: [key] }));
      again(AT_ONCE);
      if (typeof answer === 'string') {
        set({ state: 'done', change: null, said: answer });
        return;
      }
      set({ state: 'done', change: null });
      for (let look = 0; look < LOOKS && here.current; look++) {
        const change = await newest(service);
        if (change && (!before || Date.parse(change.time) > Date.parse(before.time))) {
          set({ state: 'done', change });
          break;
        }
        await new Promise((next) => setTimeout(next, LOOK_EVERY_MS));
      }
      again(WITH_CHANGE);
    },
    [client, service],
  );
  return { acting, act, reset: () => setActing({ state: 'ready' }) };
}
