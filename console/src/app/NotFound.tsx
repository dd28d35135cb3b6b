import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/Empty';
import { RangeLink } from '../ui/RangeLink';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Empty title={t('state.notFound')}>
      <RangeLink to="/">{t('state.notFoundNext')}</RangeLink>
    </Empty>
  );
}
