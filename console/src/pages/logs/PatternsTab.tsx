import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PatternList } from '../../api/contract';
import { useRanged } from '../../api/hooks';
import { useFormat } from '../../format/useFormat';
import { useHref } from '../../time/link';
import { Answered } from '../../ui/Answered';
import { CostLine } from '../../ui/CostLine';
import { RangeLink } from '../../ui/RangeLink';
import { RelativeTime } from '../../ui/RelativeTime';
import { Skeleton } from '../../ui/Skeleton';
import type { Column } from '../../ui/column';
import { VirtualTable } from '../../ui/VirtualTable';
import { NoLogs } from './NoLogs';
import { holds, LIMIT, severityOf } from './patterns';
import { useLogFilter } from './useLogFilter';

type Pattern = PatternList['patterns'][number];

/** What the logs say, each thing once: how often, since when, by whom. A row opens its records. */
export function PatternsTab() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const href = useHref();
  const { filter } = useLogFilter();
  const { service, severity, text } = filter;
  const patterns = useRanged('logPatterns', { service, severity, limit: LIMIT });
  const link = (p: Pattern) => ({ service, severity, template: p.template_id });
  const columns: Column<Pattern>[] = [
    {
      key: 'count',
      head: t('logs.count'),
      width: '84px',
      numeric: true,
      sortBy: (p) => p.count,
      cell: (p) => format.count(p.count),
    },
    {
      key: 'severity',
      head: t('logs.severity'),
      width: '84px',
      sortBy: (p) => p.severity,
      cell: (p) => (
        <span className={`cop-logs__sev cop-sev--${severityOf(p)}`}>
          {t(`severity.${severityOf(p)}`)}
        </span>
      ),
    },
    {
      key: 'template',
      head: t('logs.pattern'),
      width: 'minmax(260px, 4fr)',
      sortBy: (p) => p.template,
      cell: (p) => (
        <>
          <span className="cop-logs__template">
            {p.is_new && (
              <strong className="cop-logs__new" title={t('logs.newHint')}>
                {t('logs.new')}
              </strong>
            )}
            <RangeLink to="/logs" params={link(p)} className="cop-clip" title={p.template}>
              {p.template}
            </RangeLink>
          </span>
          <span className="cop-logs__example" title={p.example}>
            {p.example}
          </span>
        </>
      ),
    },
    {
      key: 'services',
      head: t('logs.service'),
      width: 'minmax(100px, 1fr)',
      sortBy: (p) => p.services?.[0],
      cell: (p) => <span title={p.services?.join(', ')}>{p.services?.join(', ') ?? '–'}</span>,
    },
    {
      key: 'first',
      head: t('logs.firstSeen'),
      width: '104px',
      sortBy: (p) => Date.parse(p.first_seen),
      cell: (p) => <RelativeTime time={p.first_seen} />,
    },
    {
      key: 'last',
      head: t('logs.lastSeen'),
      width: '104px',
      sortBy: (p) => Date.parse(p.last_seen),
      cell: (p) => <RelativeTime time={p.last_seen} />,
    },
  ];
  return (
    <Answered query={patterns} skeleton={<Skeleton height={420} />}>
      {(data) => {
        const rows = data.patterns.filter((p) => holds(p, text));
        if (rows.length === 0) return <NoLogs />;
        return (
          <>
            <VirtualTable
              id="patterns"
              label={t('logs.tab.patterns')}
              columns={columns}
              rows={rows}
              rowKey={(p) => p.template_id}
              rowHeight={52}
              maxHeight={640}
              initial={{ key: 'count', down: true }}
              onOpen={(p) => void navigate(href('/logs', link(p)))}
            />
            <CostLine cost={data.cost} />
          </>
        );
      }}
    </Answered>
  );
}
