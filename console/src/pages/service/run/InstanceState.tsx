import { useTranslation } from 'react-i18next';
import type { AppInstance } from '../../../api/contract';
import type { Health } from '../../../ui/health';
import { HealthMark } from '../../../ui/HealthMark';

const HEALTH: Record<AppInstance['state'], Health> = {
  pending: 'warn',
  starting: 'warn',
  ready: 'ok',
  not_ready: 'bad',
  stopping: 'idle',
  ended: 'idle',
};

const REASONS = [
  'crashed',
  'out_of_memory',
  'liveness_failed',
  'startup_too_slow',
  'leaking',
  'crash_loop',
  'released',
  'rolled_back',
  'scaled_up',
  'scaled_down',
  'asked',
  'deleted',
  'machine_lost',
  'ended_unseen',
] as const;

/** Why an instance ended, in the viewer's language; a reason this console does not know by its name. */
export function useReason() {
  const { t } = useTranslation();
  return (reason: string) => {
    const known = REASONS.find((r) => r === reason);
    return known ? t(`app.reason.${known}`) : t('app.reason.other', { reason });
  };
}

/** Where an instance is in its life, by shape, colour and word. */
export function InstanceState({ instance }: { instance: AppInstance }) {
  const { t } = useTranslation();
  return (
    <span className="cop-state">
      <HealthMark health={HEALTH[instance.state]} size={14} />
      {t(`app.state.${instance.state}`)}
    </span>
  );
}
