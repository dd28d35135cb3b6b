import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ServiceDetail } from '../../api/contract';
import { NotFound } from '../../app/NotFound';
import { useRanged } from '../../api/hooks';
import { Answered } from '../../ui/Answered';
import { Skeleton } from '../../ui/Skeleton';
import { TabLinks } from '../../ui/TabLinks';
import { appPath } from '../../time/link';
import { isQuiet, quietDetail } from './run/detail';
import { QuietStory } from './run/QuietStory';
import { RunStrip } from './run/RunStrip';
import { useAppSessions } from '../../run/useAppSessions';
import { useRun } from '../../run/useRun';
import { ServiceHead } from './ServiceHead';
import { Story } from './Story';
import { isTab, TABS, tabsOf, type TabKey } from './tabs';
import './service.css';

/** How often it is looked whether an app has sessions by now. */
const SESSIONS_EVERY_MS = 20_000;

/** One app: its story on one time axis, and below it a view per question. */
export default function ServicePage() {
  const { t } = useTranslation();
  const { service = '', tab } = useParams();
  const [held, hold] = useState(false);
  const [first, setFirst] = useState<{ of: string; tab: TabKey } | null>(null);
  const { app, settled } = useRun(service);
  const sessions = useAppSessions(service, SESSIONS_EVERY_MS);
  const hasSessions =
    sessions.error?.problem.status !== 404 &&
    (sessions.data !== undefined || app?.clustered_sessions === true);
  // The charts share one time axis, so they stand still together.
  const detail = useRanged('getService', { service }, held ? { every: false } : {});
  // No telemetry in the range: what runs here and what was done to it is known all the same.
  const unseen = app !== undefined && detail.error?.problem.status === 404;
  const changes = useRanged('listChanges', { service, limit: 200 }, { enabled: unseen });
  const known = unseen ? quietDetail(service, changes.data?.changes ?? []) : detail.data;
  // Decided once: the page must not turn to another tab under the reader when requests come.
  if (known && settled && first?.of !== service) {
    setFirst({ of: service, tab: app && isQuiet(known) ? 'instances' : 'transactions' });
  }
  const opens = first?.tab ?? 'transactions';
  const shown = tab ?? opens;
  if (!isTab(shown)) return <NotFound />;
  const Body = TABS[shown];
  const page = (d: ServiceDetail) => (
    <>
      {app && <RunStrip app={app} />}
      {app && isQuiet(d) ? <QuietStory detail={d} /> : <Story detail={d} />}
      <TabLinks
        label={t('service.tabs')}
        tabs={tabsOf(app, hasSessions, t).map(({ key, name }) => ({
          path: appPath(service, key === opens ? undefined : key),
          name,
          current: key === shown,
        }))}
      />
      <Suspense fallback={<Skeleton height={320} />}>
        <Body detail={d} app={app} held={held} onHold={hold} />
      </Suspense>
    </>
  );
  return (
    <div className="cop-stack">
      <ServiceHead service={service} detail={known} app={app} />
      {!settled ? (
        <Skeleton height={366} />
      ) : unseen && known ? (
        page(known)
      ) : (
        <Answered query={detail} skeleton={<Skeleton height={366} />}>
          {page}
        </Answered>
      )}
    </div>
  );
}
