import type { App, AppInstance } from '../src/api/contract';

/** An instance for tests; what is not given is unremarkable. */
export function instance(name: string, over: Partial<AppInstance> = {}): AppInstance {
  return {
    name,
    release: 1,
    state: 'ready',
    address: '127.0.0.1:40001',
    started: '2026-11-21T11:00:00Z',
    since: '2026-11-21T11:00:02Z',
    memory_bytes: 200 << 20,
    cpu: 0.12,
    ...over,
  };
}

/** An app that runs here, two instances, all well. */
export function running(name: string, over: Partial<App> = {}): App {
  const instances = over.instances ?? [instance(`${name}-r1-a`), instance(`${name}-r1-b`)];
  return {
    name,
    phase: 'ready',
    kind: 'jar',
    ready: instances.filter((i) => i.state === 'ready').length,
    wanted: 2,
    release: 1,
    target: 1,
    version: 'r1-aaaa',
    labels: {},
    env: [],
    memory_bytes: 512 << 20,
    cpu: 0,
    scale: { min: 2, max: 2, targets: [] },
    rollout: { strategy: 'rolling', surge: 1, unavailable: 0 },
    stop: { drain_s: 10, grace_s: 30 },
    routed: true,
    clustered_sessions: false,
    releases: [
      {
        number: 1,
        version: 'r1-aaaa',
        created: '2026-11-21T11:00:00Z',
        artefact: 'a'.repeat(64),
        active: true,
        author: 'kim',
      },
    ],
    instances,
    ...over,
  };
}
