import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/hooks';

/** The role of whoever looks; undefined while it is not known. */
export function useRole() {
  return useApi('whoAmI', {}, { fresh: 60_000 }).data?.role;
}

/** Why the viewer may not change apps; null where they may, or while it is not known. */
export function useWhyNot(): string | null {
  const { t } = useTranslation();
  const role = useRole();
  if (role !== 'viewer') return null;
  return t('app.act.needsOperator', { role: t('frame.role.viewer') });
}
