import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/PageHead';

export default function MetricsPage() {
  const { t } = useTranslation();
  return <PageHead title={t('metrics.title')} />;
}
