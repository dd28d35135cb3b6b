import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRanged } from '../../api/hooks';
import { NotFound } from '../../app/NotFound';
import { PageHead } from '../../ui/PageHead';
import { TabLinks } from '../../ui/TabLinks';
import { FilterBar } from './FilterBar';
import { linkOf } from './filter';
import { HistogramLead, PatternsLead } from './leads';
import { LiveTail } from './LiveTail';
import { PatternsTab } from './PatternsTab';
import { SearchTab } from './SearchTab';
import { useLogFilter } from './useLogFilter';
import './logs.css';
import '../../ui/charts.css';

const TABS = ['search', 'live', 'patterns'] as const;
const isTab = (name: string): name is (typeof TABS)[number] =>
  (TABS as readonly string[]).includes(name);

/** Logs: looked for, as they come, or each kind once. */
export default function LogsPage() {
  const { t } = useTranslation();
  const { tab = 'search' } = useParams();
  const { filter } = useLogFilter();
  const search = tab === 'search';
  const histogram = useRanged('logHistogram', { ...filter, points: 90 }, { enabled: search });
  if (!isTab(tab)) return <NotFound />;
  return (
    <div className={`cop-logs${tab === 'patterns' ? '' : ' cop-logs--fill'}`}>
      <PageHead
        title={t('logs.title')}
        lead={
          search ? (
            <HistogramLead histogram={histogram.data} />
          ) : tab === 'live' ? (
            t('logs.lead.live')
          ) : (
            <PatternsLead filter={filter} />
          )
        }
      />
      <TabLinks
        label={t('logs.tabs')}
        tabs={TABS.map((key) => ({
          path: key === 'search' ? '/logs' : `/logs/${key}`,
          name: t(`logs.tab.${key}`),
          params: linkOf(filter),
          end: true,
        }))}
      />
      <FilterBar patterns={tab === 'patterns'} />
      {search && <SearchTab histogram={histogram.data} />}
      {tab === 'live' && <LiveTail filter={filter} />}
      {tab === 'patterns' && <PatternsTab />}
    </div>
  );
}
