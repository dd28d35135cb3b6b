import { app } from './app';
import { common } from './common';
import { logs } from './logs';
import { metrics } from './metrics';
import { now } from './now';
import { platform } from './platform';
import { service } from './service';
import { sessions } from './sessions';
import { traces } from './traces';
import type { en } from '../en';
import type { Shape } from '../shape';

export const ko = {
  ...common,
  app,
  now,
  service,
  sessions,
  platform,
  traces,
  logs,
  metrics,
} satisfies Shape<typeof en>;
