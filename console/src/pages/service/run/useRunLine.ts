import { useTranslation } from 'react-i18next';
import type { App } from '../../../api/contract';

/** Why a release was taken back, by the number of the message. */
const WHY: Record<string, 'notReady' | 'errors' | 'slow' | 'gone'> = {
  'COP-3212': 'notReady',
  'COP-3222': 'errors',
  'COP-3223': 'slow',
  'COP-3224': 'gone',
};

/** How an app that runs here is, in one sentence. */
export function useRunLine(app: App): string {
  const { t } = useTranslation();
  const { phase, ready, wanted, release, target } = app;
  const failed = app.failed ? ` ${t(`app.line.failed.${WHY[app.failed] ?? 'other'}`)}` : '';
  if (phase === 'deleting') return t('app.line.deleting');
  if (wanted === 0) return t(app.scale?.min === 0 ? 'app.line.asleep' : 'app.line.stopped');
  const ended = app.instances.filter((i) => i.exit).length;
  if (release === 0 && ready === 0 && ended > 0) {
    return t('app.line.loop', { release: target, count: ended });
  }
  if (phase === 'rolling') {
    const key = release === 0 ? 'starting' : ready > wanted ? 'rollingMore' : 'rolling';
    return t(`app.line.${key}`, { release: target, ready, wanted });
  }
  if (ready === 0) return t('app.line.none', { count: wanted }) + failed;
  if (ready < wanted) return t('app.line.degraded', { ready, wanted }) + failed;
  return t('app.line.ready', { count: wanted }) + failed;
}
