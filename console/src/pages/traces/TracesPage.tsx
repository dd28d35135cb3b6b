import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/PageHead';

export default function TracesPage() {
  const { t } = useTranslation();
  return <PageHead title={t('traces.title')} />;
}
