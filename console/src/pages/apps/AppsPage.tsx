import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useRanged } from '../../api/hooks';
import { appPath, useHref } from '../../time/link';
import { Answered } from '../../ui/Answered';
import { CostLine } from '../../ui/CostLine';
import { Empty } from '../../ui/Empty';
import { PageHead } from '../../ui/PageHead';
import { RangeLink } from '../../ui/RangeLink';
import { Skeleton } from '../../ui/Skeleton';
import { VirtualTable } from '../../ui/VirtualTable';
import { Begin } from './Begin';
import { useAppColumns } from './columns';
import { rowsOf, type AppRow } from '../../run/rows';
import { useApps } from '../../run/useApps';
import './apps.css';

/** Every app, run here or only seen by its telemetry; those that need attention first. */
export default function AppsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const href = useHref();
  const [params, setParams] = useSearchParams();
  const text = params.get('text') ?? '';
  const services = useRanged('listServices', { points: 40 });
  const { apps, settled } = useApps();
  const restarts = useRanged(
    'listChanges',
    { kind: 'restart', limit: 1000 },
    { enabled: apps.length > 0 },
  );
  const columns = useAppColumns();
  const all =
    services.data && settled
      ? rowsOf(services.data.services, apps, restarts.data?.changes ?? [])
      : null;
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
          all
            ? apps.length > 0
              ? t('app.list.lead', { count: all.length, run: apps.length })
              : t('service.list.lead', { count: all.length })
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
      {!settled ? (
        <Skeleton height={400} />
      ) : (
        <Answered query={services} skeleton={<Skeleton height={400} />}>
          {(s) => {
            const wanted = text.toLowerCase();
            const rows = (all ?? []).filter((r) => r.name.toLowerCase().includes(wanted));
            if (all?.length === 0) {
              return (
                <Empty title={t('app.list.begin')}>
                  <Begin />
                  <p>
                    {t('app.list.beginSend')} <RangeLink to="/">{t('nav.now')}</RangeLink>
                  </p>
                </Empty>
              );
            }
            return (
              <>
                <VirtualTable<AppRow>
                  id="apps"
                  label={t('nav.apps')}
                  columns={columns}
                  rows={rows}
                  rowKey={(r) => r.name}
                  rowHeight={42}
                  maxHeight={720}
                  onOpen={(r) => void navigate(href(appPath(r.name)))}
                  empty={<Empty title={t('service.list.noneMatch', { text })} />}
                />
                <CostLine cost={s.cost} />
                <details className="cop-another" open={apps.length === 0}>
                  <summary>{t('app.list.another')}</summary>
                  <Begin />
                </details>
              </>
            );
          }}
        </Answered>
      )}
    </div>
  );
}
