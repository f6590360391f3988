import type { Acknowledgement, Decision } from '../core/decide';
import { parseAddress } from '../core/address';
import type { ComposeType, Person } from '../core/draft';
import type { UndoEdit } from '../core/edit';
import type { SessionData } from '../core/ports';
import { type Purpose, PURPOSES } from '../core/purpose';
import { LONGEST_REASON } from '../presentation/second-thoughts-view';
import { fitting, listOf, optional, type Reader, section } from '../core/reading';
import { keepForSure } from './evidence-memory';
import { readKept } from './kept-text';
import { decodeUndo, encodeUndo } from './undo-text';

/*
 * What Umsicht remembers of one draft, for as long as it is open. Outlook's session data is the
 * only place that the pane and the event handlers share on every client. It belongs to the
 * sender, so whatever is read from it is checked like any other input.
 */

const PURPOSE = 'umsicht.purpose';
const ACKNOWLEDGEMENT = 'umsicht.acknowledgement';
const UNDO = 'umsicht.undo';
const OPENED_WITH = 'umsicht.openedWith';
const COMPOSE_TYPE = 'umsicht.composeType';

/**
 * UTF-16 units. Most clients keep 50,000 for the whole draft, 40,000 of which are for evidence; 500
 * people of a dozen organisations fit in.
 */
const OPENED_WITH_ROOM = 9000;

const text = fitting<string>((value) => typeof value === 'string', 'a text');

const acknowledgementReader: Reader<Acknowledgement> = section({
  fingerprint: text,
  at: fitting<number>((value) => typeof value === 'number', 'a number'),
  reason: optional(text, undefined),
  each: optional(fitting<true>((value) => value === true, 'true'), undefined),
});

const openedWithReader: Reader<readonly (readonly string[])[]> = listOf(listOf(text, 'a domain and its addresses'), 'a list of domains');

/** `undefined`: there may be one, but Outlook did not tell. */
export async function declaredPurpose(session: SessionData): Promise<Purpose | null | undefined> {
  const text = await session.read(PURPOSE);
  if (text === undefined) return undefined;
  return PURPOSES.find((purpose) => purpose === text) || null;
}

/** `null` takes a declaration back. False where Outlook could not keep it. */
export function declarePurpose(session: SessionData, purpose: Purpose | null): Promise<boolean> {
  return keepForSure(session, PURPOSE, purpose || '');
}

export async function acknowledgementIn(session: SessionData): Promise<Acknowledgement | null> {
  return readKept(acknowledgementReader, await session.read(ACKNOWLEDGEMENT));
}

/** Notes that the sender has read what speaks against this very draft, with a reason where one was given. */
export function acknowledge(session: SessionData, decision: Decision, now: number, reason = ''): Promise<boolean> {
  const said = reason.trim().slice(0, LONGEST_REASON);
  const acknowledgement: Acknowledgement = {
    fingerprint: decision.fingerprint,
    at: now,
    ...(said === '' ? {} : { reason: said }),
    ...(decision.secondThoughts.each.length === 0 ? {} : { each: true as const }),
  };
  return keepForSure(session, ACKNOWLEDGEMENT, JSON.stringify(acknowledgement));
}

export async function lastUndo(session: SessionData): Promise<UndoEdit | null> {
  return decodeUndo(await session.read(UNDO));
}

export function rememberUndo(session: SessionData, undo: UndoEdit | null): Promise<boolean> {
  return keepForSure(session, UNDO, undo ? encodeUndo(undo) : '');
}

/**
 * That the draft was opened as a reply or forward; `null` where nobody saw it opened, or it is new.
 * Outlook on Mac tells the send handler of every draft that it is new (office-js issue 6739).
 */
export async function openedAs(session: SessionData): Promise<ComposeType | null> {
  const kept = await session.read(COMPOSE_TYPE);
  return kept === 'reply' || kept === 'forward' ? kept : null;
}

export function keepOpenedAs(session: SessionData, composeType: 'reply' | 'forward'): Promise<boolean> {
  return session.write(COMPOSE_TYPE, composeType);
}

/** Who stood in the fields when a reply or forward was opened. `null`: nobody looked. `undefined`: Outlook did not tell. */
export async function readOpenedWith(session: SessionData): Promise<readonly Person[] | null | undefined> {
  const kept = await session.read(OPENED_WITH);
  if (kept === undefined) return undefined;
  const byDomain = readKept(openedWithReader, kept);
  if (byDomain === null) return null;
  const opened: Person[] = [];
  for (const [domain, ...people] of byDomain) {
    for (const person of people) {
      const end = person.indexOf('\n');
      const local = end < 0 ? person : person.slice(0, end);
      opened.push({ address: domain === '' ? local : `${local}@${domain}`, name: end < 0 ? '' : person.slice(end + 1) });
    }
  }
  return opened;
}

/**
 * Keeps who stands in the fields as a reply or forward opens: addresses in the form they are compared
 * in, by domain to save room, with their names where there is room for all of them. False where it
 * was not kept: more people than there is room for, or Outlook did not take it. Half of them would
 * make strangers of the rest, so nobody is kept then.
 */
export async function keepOpenedWith(session: SessionData, opened: readonly Person[]): Promise<boolean> {
  const kept = [true, false].map((named) => openedWithText(opened, named)).find((text) => text.length <= OPENED_WITH_ROOM);
  return kept !== undefined && session.write(OPENED_WITH, kept);
}

function openedWithText(opened: readonly Person[], named: boolean): string {
  const byDomain = new Map<string, Map<string, string>>();
  for (const { address, name } of opened) {
    const parsed = parseAddress(address);
    const domain = parsed.usable ? parsed.domain : '';
    const local = parsed.usable ? parsed.key.slice(0, -domain.length - 1) : address.trim();
    if (local === '') continue;
    const people = byDomain.get(domain) || new Map<string, string>();
    byDomain.set(domain, people.set(local, people.get(local) || name));
  }
  const entries = (people: ReadonlyMap<string, string>) => Array.from(people).map(([local, name]) => (named && name !== '' ? `${local}\n${name}` : local));
  return JSON.stringify(Array.from(byDomain).map(([domain, people]) => [domain, ...entries(people)]));
}

/** Whether somebody has looked already, or may have as far as Outlook tells. */
export async function isOpenedWithKept(session: SessionData): Promise<boolean> {
  return (await session.read(OPENED_WITH)) !== null;
}
