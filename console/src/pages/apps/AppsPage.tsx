import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { ServiceSummary } from '../../api/contract';
import { useRanged } from '../../api/hooks';
import { appPath, useHref } from '../../time/link';
import { Answered } from '../../ui/Answered';
import { CostLine } from '../../ui/CostLine';
import { Empty } from '../../ui/Empty';
import { PageHead } from '../../ui/PageHead';
import { RangeLink } from '../../ui/RangeLink';
import { Skeleton } from '../../ui/Skeleton';
import { VirtualTable } from '../../ui/VirtualTable';
import { byAttention } from '../now/attention';
import { useAppColumns } from './columns';
import './apps.css';

/** Every app, those that need attention first. */
export default function AppsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const href = useHref();
  const [params, setParams] = useSearchParams();
  const text = params.get('text') ?? '';
  const services = useRanged('listServices', { points: 40 });
  const columns = useAppColumns();
  const filter = (value: string) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set('text', value);
        else next.delete('text');
        return next;
      },
      { replace: true },
    );
  return (
    <div className="cop-stack">
      <PageHead
        title={t('nav.apps')}
        lead={
          services.data
            ? t('service.list.lead', { count: services.data.services.length })
            : '\u00a0'
        }
      >
        <input
          className="cop-input"
          type="search"
          value={text}
          placeholder={t('service.list.filter')}
          aria-label={t('service.list.filter')}
          onChange={(e) => filter(e.target.value)}
        />
      </PageHead>
      <Answered query={services} skeleton={<Skeleton height={400} />}>
        {(s) => {
          if (s.services.length === 0) {
            return (
              <Empty title={t('service.list.none')}>
                <p>
                  {t('service.list.noneNext')} <RangeLink to="/">{t('nav.now')}</RangeLink>
                </p>
              </Empty>
            );
          }
          const wanted = text.toLowerCase();
          const rows = byAttention(s.services).filter((a) =>
            a.service.toLowerCase().includes(wanted),
          );
          return (
            <>
              <VirtualTable<ServiceSummary>
                id="apps"
                label={t('nav.apps')}
                columns={columns}
                rows={rows}
                rowKey={(a) => a.service}
                rowHeight={42}
                maxHeight={720}
                onOpen={(a) => void navigate(href(appPath(a.service)))}
                empty={<Empty title={t('service.list.noneMatch', { text })} />}
              />
              <CostLine cost={s.cost} />
            </>
          );
        }}
      </Answered>
    </div>
  );
}
