import { currentItem } from './item';
import type { OfficeCalls } from './office-calls';

/**
 * What the send handler left for the pane or the button's function as `contextData`, parsed; `null`
 * where there is nothing or nothing readable. Never rejects. Desktop clients keep it from an
 * earlier dialog, so whoever reads it has to tell a new one by its nonce, and to trust none.
 */
export function readInitializationContext(calls: OfficeCalls): Promise<unknown> {
  const item = currentItem();
  return calls
    .ask<string, unknown>('getInitializationContextAsync', (answer) => item().getInitializationContextAsync(answer), parseContextData)
    .catch(() => null);
}

/** Clients differ in whether they encode the text once more, so a text in the text is opened too. */
export function parseContextData(text: unknown): unknown {
  const once = parseJson(text);
  return typeof once === 'string' ? parseJson(once) : once;
}

function parseJson(text: unknown): unknown {
  if (typeof text !== 'string') return text === undefined ? null : text;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
