import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { NotFound } from '../../app/NotFound';
import { useRanged } from '../../api/hooks';
import { Answered } from '../../ui/Answered';
import { Skeleton } from '../../ui/Skeleton';
import { TabLinks } from '../../ui/TabLinks';
import { ServiceHead } from './ServiceHead';
import { Story } from './Story';
import { TransactionsTab } from './TransactionsTab';
import './service.css';
import { appPath } from '../../time/link';

const OperationsTab = lazy(() => import('./OperationsTab'));
const InstancesTab = lazy(() => import('./InstancesTab'));
const VersionsTab = lazy(() => import('./VersionsTab'));
const CallsTab = lazy(() => import('./CallsTab'));
const ChangesTab = lazy(() => import('./ChangesTab'));
const DetailsTab = lazy(() => import('./DetailsTab'));

const TABS = {
  transactions: TransactionsTab,
  operations: OperationsTab,
  instances: InstancesTab,
  versions: VersionsTab,
  calls: CallsTab,
  changes: ChangesTab,
  details: DetailsTab,
} as const;

const isTab = (name: string): name is keyof typeof TABS => name in TABS;

/** One app: its story on one time axis, and below it a view per question. */
export default function ServicePage() {
  const { t } = useTranslation();
  const { service = '', tab = 'transactions' } = useParams();
  const [held, hold] = useState(false);
  // The charts share one time axis, so they stand still together.
  const detail = useRanged('getService', { service }, held ? { every: false } : {});
  if (!isTab(tab)) return <NotFound />;
  const Body = TABS[tab];
  return (
    <div className="cop-stack">
      <ServiceHead service={service} detail={detail.data} />
      <Answered query={detail} skeleton={<Skeleton height={366} />}>
        {(d) => (
          <>
            <Story detail={d} />
            <TabLinks
              label={t('service.tabs')}
              tabs={Object.keys(TABS).map((key) => ({
                path: appPath(service, key === 'transactions' ? undefined : key),
                name: t(`service.tab.${key as keyof typeof TABS}`),
                end: true,
              }))}
            />
            <Suspense fallback={<Skeleton height={320} />}>
              <Body detail={d} held={held} onHold={hold} />
            </Suspense>
          </>
        )}
      </Answered>
    </div>
  );
}
