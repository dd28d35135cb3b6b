import { useTranslation } from 'react-i18next';
import type { App } from '../../../api/contract';

/** How an app that runs here is, in one sentence. */
export function useRunLine(app: App): string {
  const { t } = useTranslation();
  const { phase, ready, wanted, release, target } = app;
  const failed = app.failed ? ` ${t('app.line.failed')}` : '';
  if (phase === 'deleting') return t('app.line.deleting');
  if (wanted === 0) return t(app.scale?.min === 0 ? 'app.line.asleep' : 'app.line.stopped');
  const ended = app.instances.filter((i) => i.exit).length;
  if (release === 0 && ready === 0 && ended > 0) {
    return t('app.line.loop', { release: target, count: ended });
  }
  if (phase === 'rolling') {
    return t(release === 0 ? 'app.line.starting' : 'app.line.rolling', {
      release: target,
      ready,
      wanted,
    });
  }
  if (ready === 0) return t('app.line.none', { count: wanted }) + failed;
  if (ready < wanted) return t('app.line.degraded', { ready, wanted }) + failed;
  return t('app.line.ready', { count: wanted }) + failed;
}
