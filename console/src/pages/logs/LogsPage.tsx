import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/PageHead';

export default function LogsPage() {
  const { t } = useTranslation();
  return <PageHead title={t('logs.title')} />;
}
