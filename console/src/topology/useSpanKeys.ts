import { useMemo } from 'react';
import { useApi } from '../api/hooks';

/** The attribute keys spans carry here. They hardly change: asked for once in five minutes. */
export function useSpanKeys(): ReadonlySet<string> {
  const keys = useApi('listAttributes', { signal: 'spans' }, { fresh: 300_000 }).data?.keys;
  return useMemo(() => new Set(keys?.map((k) => k.key)), [keys]);
}
