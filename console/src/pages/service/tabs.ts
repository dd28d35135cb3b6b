import type { TFunction } from 'i18next';
import { lazy } from 'react';
import type { App } from '../../api/contract';
import { TransactionsTab } from './TransactionsTab';

export const TABS = {
  transactions: TransactionsTab,
  operations: lazy(() => import('./OperationsTab')),
  instances: lazy(() => import('./InstancesTab')),
  sessions: lazy(() => import('./sessions/SessionsTab')),
  releases: lazy(() => import('./ReleasesTab')),
  versions: lazy(() => import('./VersionsTab')),
  scaling: lazy(() => import('./run/ScalingTab')),
  routes: lazy(() => import('./run/RoutesTab')),
  logs: lazy(() => import('./run/LogsTab')),
  calls: lazy(() => import('./CallsTab')),
  changes: lazy(() => import('./ChangesTab')),
  details: lazy(() => import('./DetailsTab')),
} as const;

export type TabKey = keyof typeof TABS;

export const isTab = (name: string): name is TabKey => name in TABS;

/** Only where this platform runs the app. */
const RUN = ['releases', 'scaling', 'routes'] as const;
const isRun = (key: TabKey): key is (typeof RUN)[number] =>
  (RUN as readonly string[]).includes(key);

/** Whose names are those of what runs here. */
const NAMED = [...RUN, 'sessions', 'logs'] as const;
const isNamed = (key: TabKey): key is (typeof NAMED)[number] =>
  (NAMED as readonly string[]).includes(key);

/**
 * The tabs of an app, in order. Releases are versions, and more, where the app runs here; sessions are
 * there where the app has any in a session grid.
 */
export function tabsOf(
  app: App | undefined,
  sessions: boolean,
  t: TFunction,
): { key: TabKey; name: string }[] {
  return (Object.keys(TABS) as TabKey[]).flatMap((key) => {
    if (app ? key === 'versions' : isRun(key)) return [];
    if (key === 'sessions' && !sessions) return [];
    const name = isNamed(key) ? t(`app.tab.${key}`) : t(`service.tab.${key}`);
    return [{ key, name }];
  });
}
