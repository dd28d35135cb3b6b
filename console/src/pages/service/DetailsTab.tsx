import { useTranslation } from 'react-i18next';
import type { ServiceDetail } from '../../api/contract';
import { Empty } from '../../ui/Empty';

/** What the app says about itself: its resource attributes. */
export default function DetailsTab({ detail }: { detail: ServiceDetail }) {
  const { t } = useTranslation();
  const facts = Object.entries(detail.resource ?? {}).sort(([a], [b]) => a.localeCompare(b));
  if (facts.length === 0) return <Empty title={t('service.details.none')} />;
  return (
    <div className="cop-stack">
      <p className="cop-first">{t('service.details.first', { service: detail.service })}</p>
      <dl className="cop-card cop-facts">
        {facts.map(([key, value]) => (
          <FactRow key={key} name={key} value={value} />
        ))}
      </dl>
    </div>
  );
}

function FactRow({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
