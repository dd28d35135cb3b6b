import type { TFunction } from 'i18next';
import type { App } from '../../../api/contract';
import type { Format } from '../../../format/useFormat';

// What an action will do, in sentences that hold for this app as it is now.

/** How all instances are replaced. */
export function replacing(app: App, t: TFunction): string[] {
  const count = app.wanted;
  if (count === 0) return [t('app.will.none')];
  const { strategy, surge = 1, unavailable = 0 } = app.rollout ?? { strategy: 'rolling' };
  if (strategy === 'blue_green') return [t('app.will.all', { count }), smooth(app, t)];
  if (strategy === 'canary') return [t('app.will.canary'), smooth(app, t)];
  const step = Math.max(1, surge + unavailable);
  const how =
    step > 1 && count > 1
      ? t('app.will.step', { count, step: Math.min(step, count) })
      : t('app.will.one', { count });
  if (unavailable === 0) return [how, smooth(app, t)];
  const gap = t('app.will.gap', { count, unavailable: Math.min(unavailable, count) });
  return unavailable < count ? [how, gap, smooth(app, t)] : [how, gap];
}

function smooth(app: App, t: TFunction): string {
  return t(app.routed === false ? 'app.will.direct' : 'app.will.smooth');
}

export function restartingOne(app: App, instance: string, t: TFunction): string[] {
  const others = app.instances.filter((i) => i.state === 'ready' && i.name !== instance).length;
  const drain = app.stop?.drain_s ?? 0;
  return [
    t('app.will.restartOne', { instance }),
    others > 0 ? t('app.will.othersServe', { count: others }) : t('app.will.nobodyServes'),
    ...(drain > 0 ? [t('app.will.drain', { seconds: drain })] : []),
  ];
}

export function scaling(app: App, replicas: number, t: TFunction, format: Format): string[] {
  const by = replicas - app.wanted;
  if (by === 0) return [t('app.will.same')];
  const more = (app.scale?.targets.length ?? 0) > 0 ? [t('app.will.autoscaled')] : [];
  if (by > 0) {
    const memory = format.bytes(replicas * app.memory_bytes);
    return [t('app.will.up', { count: by }), t('app.will.memory', { memory }), ...more];
  }
  if (replicas === 0) {
    return [
      t(app.scale?.min === 0 ? 'app.will.sleep' : 'app.will.zero', { count: app.wanted }),
      ...more,
    ];
  }
  const drain = app.stop?.drain_s ?? 0;
  return [
    t('app.will.down', { count: -by }),
    ...(drain > 0 ? [t('app.will.drain', { seconds: drain })] : []),
    ...more,
  ];
}

export function rollingBack(app: App, number: number, fields: number | null, t: TFunction) {
  return [
    t('app.will.undo', { number }),
    ...(fields === null ? [] : [t('app.will.undoFields', { count: fields })]),
    ...replacing(app, t),
  ];
}

export function removing(app: App, t: TFunction): string[] {
  const count = app.instances.filter((i) => i.state !== 'ended' && i.state !== 'pending').length;
  return [
    count === 0 ? t('app.will.removeNone') : t('app.will.remove', { count }),
    t('app.will.removeKeeps'),
  ];
}
