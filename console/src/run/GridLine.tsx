import { useTranslation } from 'react-i18next';
import type { PlatformHealth } from '../api/contract';
import { useApi } from '../api/hooks';
import type { Health } from '../ui/health';
import { HealthMark } from '../ui/HealthMark';

export type Grid = NonNullable<PlatformHealth['sessions']>;

const HEALTH: Record<Grid['phase'], Health> = {
  off: 'idle',
  idle: 'idle',
  external: 'ok',
  starting: 'warn',
  ready: 'ok',
  degraded: 'warn',
  failed: 'bad',
};

/** How the session grid is, by shape and in a sentence. */
export function GridLine({ grid }: { grid: Grid }) {
  const { t } = useTranslation();
  const count = grid.members.length;
  const ready = grid.members.filter((m) => m.state === 'ready').length;
  return (
    <span className="cop-gridline">
      <HealthMark health={HEALTH[grid.phase]} size={14} />{' '}
      {t(`sessions.grid.${grid.phase}`, { count, ready })}
    </span>
  );
}

/** The grid as the platform sees it; undefined while it is not known. */
export function useGrid(): Grid | undefined {
  return useApi('platformHealth', {}, { every: 5_000 }).data?.sessions;
}
