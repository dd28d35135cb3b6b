import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Command } from '../ui/Command';
import { Empty } from '../ui/Empty';

/** A page threw while it was drawn: say so, keep the frame. */
export function Broken() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Empty title={t('state.broken')}>
      <p>{t('state.brokenNext')}</p>
      <Command>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</Command>
    </Empty>
  );
}
