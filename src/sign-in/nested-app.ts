import { type AuthenticationResult, createNestablePublicClientApplication, InteractionRequiredAuthError, type IPublicClientApplication } from '@azure/msal-browser';
import type { SignInSetup } from '../wire/sign-in';
import type { TokenBroker, TokenResult } from './sign-in';

declare global {
  interface Window {
    /** What Outlook puts into a page that it signs in for. */
    nestedAppAuthBridge?: unknown;
  }
}

/**
 * Tokens by nested app authentication: Outlook, which knows the person, gets them for the add-in. Null where Outlook has put no
 * bridge into this page; MSAL would then open windows of its own, which panes cannot have everywhere.
 */
export async function nestedAppBroker({ client, authority, scope }: SignInSetup): Promise<TokenBroker | null> {
  const app = await createNestablePublicClientApplication({
    auth: { clientId: client, authority },
    // Outlook keeps them; nothing of them is left in the browser.
    cache: { cacheLocation: 'memoryStorage' },
    system: { loggerOptions: { piiLoggingEnabled: false, loggerCallback: () => undefined } },
  });
  if (!window.nestedAppAuthBridge) return null;
  return {
    silently: (anew) => obtained(() => app.acquireTokenSilent({ scopes: [scope], forceRefresh: anew, ...account(app) })),
    withWindow: () => obtained(() => app.acquireTokenPopup({ scopes: [scope], ...account(app) })),
  };
}

function account(app: IPublicClientApplication): { readonly account?: NonNullable<ReturnType<IPublicClientApplication['getActiveAccount']>> } {
  const active = app.getActiveAccount();
  return active ? { account: active } : {};
}

async function obtained(ask: () => Promise<AuthenticationResult>): Promise<TokenResult> {
  try {
    const { accessToken, expiresOn } = await ask();
    return { ok: true, token: { text: accessToken, until: expiresOn ? expiresOn.getTime() : 0 } };
  } catch (error) {
    const isClosed = (error as { readonly errorCode?: unknown }).errorCode === 'user_cancelled';
    return { ok: false, why: isClosed || error instanceof InteractionRequiredAuthError ? 'needed' : 'failed' };
  }
}
