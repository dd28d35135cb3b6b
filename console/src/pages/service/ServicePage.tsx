import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/PageHead';

export default function ServicePage() {
  const { t } = useTranslation();
  return <PageHead title={t('nav.apps')} />;
}
