import type { Ability, Client } from '../core/client';
import { OFFICE_APIS, supports } from './abilities';
import { currentItem } from './item';
import { readPlace } from './platform';
import { longestWholeList } from './recipients';

/*
 * For the pane, which tells people what their Outlook can; handlers ask for one ability at a time.
 */

/**
 * Phones say that they have Mailbox 1.5, and have some APIs of later sets all the same. Source:
 * OfficeDev/office-js-docs-pr, docs/outlook/outlook-mobile-apis.md (2025-08-06) and
 * mobile-event-based.md (2026-05-28). There a call is looked for instead of its set.
 */
const ON_PHONES: readonly Ability[] = ['sender', 'composeType', 'sessionData'];
/** The events a phone raises are the first and the second kind; what it calls cannot be asked for. */
const EVENTS_ON_PHONES: readonly Ability[] = ['composeEvents', 'changeEvents', 'senderEvents'];
/** In sets that phones have, and not there. */
const NOT_ON_PHONES: readonly Ability[] = ['bodyWriting'];

export function readClient(): Client {
  const place = readPlace();
  const can = {} as { [A in Ability]: boolean };
  for (const ability of Object.keys(OFFICE_APIS) as Ability[]) can[ability] = place === 'phone' ? isOnPhone(ability) : supports(ability);
  return { place, can, wholeList: longestWholeList() };
}

function isOnPhone(ability: Ability): boolean {
  if (NOT_ON_PHONES.includes(ability)) return false;
  if (EVENTS_ON_PHONES.includes(ability)) return true;
  return supports(ability) || (ON_PHONES.includes(ability) && isThere(ability));
}

/** Whether the draft has something the ability is used by. */
function isThere(ability: Ability): boolean {
  return OFFICE_APIS[ability].some((api) => {
    const [entrance, ...path] = api.split('.');
    return entrance === 'item' && hasMember(path);
  });
}

function hasMember(path: readonly string[]): boolean {
  try {
    const member = path.reduce<unknown>((owner, name) => (owner as { readonly [name: string]: unknown })[name], currentItem()());
    return member !== undefined && member !== null;
  } catch {
    return false;
  }
}
