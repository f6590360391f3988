import { fitting, readWhole, section } from '../core/reading';

/** Name of the `meta` element in the add-in's pages in which the service says how to sign in. Without it there is nothing to sign in to. */
export const SIGN_IN_META = 'umsicht-sign-in';

/** How the add-in gets a token for the service: nested app authentication at Microsoft Entra ID. */
export interface SignInSetup {
  /** Id of the application. */
  readonly client: string;
  /** Where people sign in, such as `https://login.microsoftonline.com/organizations`. */
  readonly authority: string;
  /** What to ask for, such as `api://…/access_as_user`. */
  readonly scope: string;
}

const text = fitting<string>((value) => typeof value === 'string' && value !== '', 'a text');
const reader = section({ client: text, authority: text, scope: text }, 'ignored');

/** As the service writes it, to be put into an attribute. */
export function signInText(setup: SignInSetup): string {
  return JSON.stringify(setup);
}

/** Reads what the service wrote; null for nothing, and for anything that is not understood. Never throws. */
export function readSignIn(written: string | null): SignInSetup | null {
  if (!written) return null;
  try {
    const result = readWhole(reader, JSON.parse(written) as unknown);
    return result.ok ? result.value : null;
  } catch {
    return null;
  }
}
