import { call } from '../../api/client';
import type { Principal } from '../../api/contract';

// A one-time code works once. React draws twice in development, and a reload may follow: the same
// code is sent only once per page.
let last: { code: string; answer: Promise<Principal> } | null = null;

/** Exchanges a token or a one-time code for the session cookie. */
export function signIn(what: { token: string } | { code: string }): Promise<Principal> {
  if (!('code' in what)) return call('signIn', {}, { body: what });
  if (last?.code !== what.code) {
    // A link opened a second time is used up; who is signed in already may go on all the same.
    const answer = call('signIn', {}, { body: what }).catch((used: unknown) =>
      call('whoAmI', {}).catch(() => {
        throw used;
      }),
    );
    last = { code: what.code, answer };
  }
  return last.answer;
}

/** Where to go after signing in: a path of this console, never another site. */
export function localPath(then: string | null): string {
  if (!then?.startsWith('/') || then.startsWith('//') || then.includes('\\')) return '/';
  return then;
}
