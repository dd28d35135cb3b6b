import { useTranslation } from 'react-i18next';

interface Props {
  services: readonly string[];
  service: string | undefined;
  onService: (service: string | undefined) => void;
}

export function ServiceSelect({ services, service, onService }: Props) {
  const { t } = useTranslation();
  return (
    <select
      className="cop-field"
      aria-label={t('logs.service')}
      value={service ?? ''}
      onChange={(e) => onService(e.target.value || undefined)}
    >
      <option value="">{t('logs.anyService')}</option>
      {service !== undefined && !services.includes(service) && (
        <option value={service}>{service}</option>
      )}
      {services.map((s) => (
        <option key={s} value={s}>
          {s}
        </option>
      ))}
    </select>
  );
}
