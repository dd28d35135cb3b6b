import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/PageHead';

export default function SignInPage() {
  const { t } = useTranslation();
  return <PageHead title={t('signin.title')} />;
}
