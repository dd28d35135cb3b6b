import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/Empty';
import { Command } from '../../../ui/Command';

/** The app runs elsewhere, so this platform neither scales nor routes it. */
export function Elsewhere() {
  const { t } = useTranslation();
  return (
    <Empty title={t('app.elsewhere.title')}>
      <p>{t('app.elsewhere.next')}</p>
      <Command>./cop apply -f app.yaml</Command>
    </Empty>
  );
}
