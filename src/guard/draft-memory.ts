import type { Acknowledgement, Decision } from '../core/decide';
import type { Recipient } from '../core/draft';
import type { UndoEdit } from '../core/edit';
import type { SessionData } from '../core/ports';
import { type Purpose, PURPOSES } from '../core/purpose';
import { fitting, listOf, oneOf, type Reader, readWhole, section } from '../core/reading';

/*
 * What Umsicht remembers of one draft, for as long as it is open. Outlook's session data is the
 * only place that the pane and the event handlers share on every client. It belongs to the
 * sender, so whatever is read from it is checked like any other input.
 */

const PURPOSE = 'umsicht.purpose';
const ACKNOWLEDGEMENT = 'umsicht.acknowledgement';
const UNDO = 'umsicht.undo';

const text = fitting<string>((value) => typeof value === 'string', 'a text');

const acknowledgementReader: Reader<Acknowledgement> = section({ fingerprint: text, at: fitting<number>((value) => typeof value === 'number', 'a number') });

const people: Reader<readonly Recipient[]> = listOf(section({
  address: text,
  name: text,
  field: oneOf(['to', 'cc', 'bcc', 'required', 'optional'] as const),
}, 'ignored'), 'a list of people');

const undoReader: Reader<UndoEdit> = section({ kind: oneOf(['undoRecipients'] as const), restore: people, added: people });

/** `undefined`: there may be one, but Outlook did not tell. */
export async function declaredPurpose(session: SessionData): Promise<Purpose | null | undefined> {
  const text = await session.read(PURPOSE);
  if (text === undefined) return undefined;
  return PURPOSES.find((purpose) => purpose === text) || null;
}

/** `null` takes a declaration back. False where Outlook could not keep it. */
export function declarePurpose(session: SessionData, purpose: Purpose | null): Promise<boolean> {
  return session.write(PURPOSE, purpose || '');
}

export async function acknowledgementIn(session: SessionData): Promise<Acknowledgement | null> {
  return read(acknowledgementReader, await session.read(ACKNOWLEDGEMENT));
}

/** Notes that the sender has read what speaks against this very draft. */
export function acknowledge(session: SessionData, decision: Decision, now: number): Promise<boolean> {
  const acknowledgement: Acknowledgement = { fingerprint: decision.fingerprint, at: now };
  return session.write(ACKNOWLEDGEMENT, JSON.stringify(acknowledgement));
}

export async function lastUndo(session: SessionData): Promise<UndoEdit | null> {
  return read(undoReader, await session.read(UNDO));
}

export function rememberUndo(session: SessionData, undo: UndoEdit | null): Promise<boolean> {
  return session.write(UNDO, undo ? JSON.stringify(undo) : '');
}

function read<T>(reader: Reader<T>, kept: string | null | undefined): T | null {
  if (!kept) return null;
  try {
    const result = readWhole(reader, JSON.parse(kept));
    return result.ok ? result.value : null;
  } catch {
    return null;
  }
}
