import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from './chart';

/** An operation in words: p95, per second, mean … */
export function useOpName() {
  const { t } = useTranslation();
  return useCallback(
    ({ op, q }: Choice) =>
      op === 'quantile' ? `p${Number(((q ?? 0.95) * 100).toFixed(2))}` : t(`metrics.ops.${op}`),
    [t],
  );
}
