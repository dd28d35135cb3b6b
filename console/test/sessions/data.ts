import type { AppSessions, FoundSessions, InstanceSessions } from '../../src/api/contract';

export const PSEUDONYM = '0123456789abcdef01234567';

const spread = (p50: number) => ({ count: 40, p50, p95: p50 * 2, p99: p50 * 3, max: p50 * 4 });
const TIME = '2026-11-22T08:00:00Z';

function instance(name: string): InstanceSessions {
  return {
    name,
    started: TIME,
    time: TIME,
    active_sessions: 160,
    active_users: 31,
    per_second: { created: 0.5, expired: 0.25, ended: 0, logins: 0.1, logins_refused: 0 },
    totals: { conflicts: 3, merged: 2, refused: 0, served_locally: 0, degraded_ms: 0 },
    lookup_ms: spread(0.5),
    write_ms: spread(2),
    written_bytes: spread(1_900),
    heaviest_written: [],
  };
}

/** Two instances, all well. */
export function counts(over: Partial<AppSessions> = {}): AppSessions {
  return {
    app: 'shop',
    group: 'shop',
    shared_with: [],
    active_minutes: 5,
    counted: {
      time: TIME,
      took_ms: 21,
      sessions: 1_204,
      active_sessions: 310,
      signed_in: 99,
      users: 95,
      active_users: 60,
      unreadable: 0,
      bytes: 2_400_000,
      size_bytes: spread(1_900),
      heaviest: [
        { key: 'member', class: 'shop.Member', count: 99, bytes: 1_000, largest_bytes: 20 },
        { key: 'cart', class: 'shop.Cart', count: 200, bytes: 3_000, largest_bytes: 90 },
      ],
    },
    sum: instance('shop'),
    instances: [instance('shop-r1-a'), instance('shop-r1-b')],
    ...over,
  };
}

export function found(count: number): FoundSessions {
  return {
    user: PSEUDONYM,
    sessions: ['a', 'b', 'c'].slice(0, count).map((end) => ({
      id: `#00000000000${end}`,
      user: PSEUDONYM,
      created: TIME,
      accessed: TIME,
      timeout_s: 1_800,
      bytes: 1_900,
      attributes: 3,
    })),
  };
}
