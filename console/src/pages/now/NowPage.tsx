import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/PageHead';

export function NowPage() {
  const { t } = useTranslation();
  return <PageHead title={t('nav.now')} />;
}
