import type { TFunction } from 'i18next';
import { lazy } from 'react';
import type { App } from '../../api/contract';
import { TransactionsTab } from './TransactionsTab';

export const TABS = {
  transactions: TransactionsTab,
  operations: lazy(() => import('./OperationsTab')),
  instances: lazy(() => import('./InstancesTab')),
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

/** The tabs of an app, in order. Releases are versions, and more, where the app runs here. */
export function tabsOf(app: App | undefined, t: TFunction): { key: TabKey; name: string }[] {
  return (Object.keys(TABS) as TabKey[]).flatMap((key) => {
    if (app ? key === 'versions' : isRun(key)) return [];
    const name = isRun(key) || key === 'logs' ? t(`app.tab.${key}`) : t(`service.tab.${key}`);
    return [{ key, name }];
  });
}
