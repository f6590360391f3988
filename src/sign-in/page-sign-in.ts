import type { Fetch } from '../client/http';
import type { Clock } from '../core/ports';
import { hasNestedAppAuth } from '../outlook/nested-app-auth';
import { readSignIn, SIGN_IN_META } from '../wire/sign-in';
import { noSignIn, openSignIn, type SignIn } from './sign-in';

/**
 * The sign-in of this page, as the service has described it in the page. Nothing is loaded before the first request needs a token,
 * and nothing at all where none is wanted. Office.js has to be ready by then.
 */
export function pageSignIn(fetch: Fetch, clock: Clock): SignIn {
  const setup = readSignIn(document.querySelector(`meta[name="${SIGN_IN_META}"]`)?.getAttribute('content') ?? null);
  if (!setup) return noSignIn(fetch);
  return openSignIn({
    fetch,
    clock,
    origin: location.origin,
    async openBroker() {
      if (!hasNestedAppAuth()) return null;
      try {
        const { nestedAppBroker } = await import(/* webpackChunkName: "nested-app" */ './nested-app');
        return await nestedAppBroker(setup);
      } catch {
        return null;
      }
    },
  });
}
