import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/hooks';

/** Why the viewer may not change apps; null where they may, or while it is not known. */
export function useWhyNot(): string | null {
  const { t } = useTranslation();
  const role = useApi('whoAmI', {}, { fresh: 60_000 }).data?.role;
  if (role !== 'viewer') return null;
  return t('app.act.needsOperator', { role: t('frame.role.viewer') });
}
