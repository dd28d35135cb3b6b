import { app } from './app';
import { common } from './common';
import { logs } from './logs';
import { metrics } from './metrics';
import { now } from './now';
import { platform } from './platform';
import { service } from './service';
import { sessions } from './sessions';
import { traces } from './traces';

export const en = {
  ...common,
  app,
  now,
  service,
  sessions,
  platform,
  traces,
  logs,
  metrics,
} as const;
