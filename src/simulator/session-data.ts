import { failed, succeeded, type Answer } from './answer';
import type { Inside, RuntimeKind } from './inside';

/** On a client that is late with it, event handlers are told that nothing is stored, as a success. */
export function readSessionData(inside: Inside, key: unknown, runtime: RuntimeKind): Answer {
  if (typeof key !== 'string') return failed(9031, 'name');
  if (isLate(inside, runtime)) return succeeded(null);
  const value = inside.item().sessionData[key];
  return value === undefined ? failed(9050) : succeeded(value);
}

export function readAllSessionData(inside: Inside, runtime: RuntimeKind): Answer {
  return succeeded(isLate(inside, runtime) ? {} : { ...inside.item().sessionData });
}

/** Texts only. The limit counts all keys and values of the item. */
export function writeSessionData(inside: Inside, key: unknown, value: unknown): Answer {
  if (typeof key !== 'string' || typeof value !== 'string') return failed(9031, 'name and value are texts');
  const next = { ...inside.item().sessionData, [key]: value };
  const size = Object.entries(next).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  if (size > inside.client.sessionDataMax) return failed(9051);
  inside.change({ sessionData: next });
  return succeeded();
}

export function removeSessionData(inside: Inside, key: unknown): Answer {
  if (typeof key !== 'string') return failed(9031, 'name');
  const { [key]: gone, ...rest } = inside.item().sessionData;
  if (gone === undefined) return failed(9050);
  inside.change({ sessionData: rest });
  return succeeded();
}

function isLate({ client, clock, openedAt }: Inside, runtime: RuntimeKind): boolean {
  return runtime === 'events' && clock.now() - openedAt() < client.sessionDataLateMs;
}
