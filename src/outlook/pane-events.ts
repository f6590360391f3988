import type { Ability } from '../core/client';
import { supports } from './abilities';
import { parseContextData } from './initialization-context';
import { currentItem } from './item';
import type { OfficeCalls } from './office-calls';
import { type PaneTheme, readTheme, themeOf } from './theme';

/*
 * What Outlook tells an open pane. Each function says whether this client tells at all; where it
 * does not, the pane has to look for itself. None of them rejects, and none is to be relied on for
 * a verdict: Outlook on the web forgets to raise them now and then.
 */

/** Recipients were added or removed, by the sender or by us. */
export function watchRecipients(calls: OfficeCalls, changed: () => void): Promise<boolean> {
  const item = currentItem();
  return watch(calls, 'recipientsChanged', (answer) => item().addHandlerAsync(Office.EventType.RecipientsChanged, changed, answer));
}

/** A send was stopped while the pane was open, and its dialog handed something over. */
export function watchInitializationContext(calls: OfficeCalls, received: (context: unknown) => void): Promise<boolean> {
  const item = currentItem();
  const handler = (event: { initializationContextData?: unknown } | undefined): void =>
    received(event ? parseContextData(event.initializationContextData) : null);
  return watch(calls, 'initializationContextChanged', (answer) =>
    item().addHandlerAsync(Office.EventType.InitializationContextChanged, handler, answer),
  );
}

/** The user chose another theme; `null` where Outlook does not say which. */
export async function watchTheme(calls: OfficeCalls, changed: (theme: PaneTheme | null) => void): Promise<boolean> {
  let told = false;
  const handler = (event: { officeTheme?: Office.OfficeTheme } | undefined): void => {
    told = true;
    changed(themeOf(event && event.officeTheme));
  };
  const watching = await watch(calls, 'theme', (answer) =>
    Office.context.mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, handler, answer),
  );
  // Of a theme chosen before Outlook began to tell there is no event.
  const theme = watching && !told ? readTheme() : null;
  if (theme) changed(theme);
  return watching;
}

function watch(calls: OfficeCalls, ability: Ability, start: (answer: (result: Office.AsyncResult<void>) => void) => void): Promise<boolean> {
  if (!supports(ability)) return Promise.resolve(false);
  return calls.tell(ability, start).then(
    () => true,
    () => false,
  );
}
