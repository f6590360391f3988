import * as v from 'valibot';
import type { Acknowledgement, Decision } from '../core/decide';
import { type Recipient } from '../core/draft';
import type { UndoEdit } from '../core/edit';
import type { SessionData } from '../core/ports';
import { type Purpose, PURPOSES } from '../core/purpose';

/*
 * What Umsicht remembers of one draft, for as long as it is open. Outlook's session data is the
 * only place that the pane and the event handlers share on every client. It belongs to the
 * sender, so whatever is read from it is checked like any other input.
 */

const PURPOSE = 'umsicht.purpose';
const ACKNOWLEDGEMENT = 'umsicht.acknowledgement';
const UNDO = 'umsicht.undo';

const acknowledgementSchema = v.object({ fingerprint: v.string(), at: v.number() });

const recipientSchema: v.GenericSchema<unknown, Recipient> = v.object({
  address: v.string(),
  name: v.string(),
  field: v.picklist(['to', 'cc', 'bcc', 'required', 'optional'] as const),
});

const undoSchema = v.object({
  kind: v.literal('undoRecipients'),
  restore: v.array(recipientSchema),
  added: v.array(recipientSchema),
});

export async function declaredPurpose(session: SessionData): Promise<Purpose | null> {
  const text = await session.read(PURPOSE);
  return PURPOSES.find((purpose) => purpose === text) || null;
}

/** `null` takes a declaration back. False where Outlook could not keep it. */
export function declarePurpose(session: SessionData, purpose: Purpose | null): Promise<boolean> {
  return session.write(PURPOSE, purpose || '');
}

export async function acknowledgementIn(session: SessionData): Promise<Acknowledgement | null> {
  return read(acknowledgementSchema, await session.read(ACKNOWLEDGEMENT));
}

/** Notes that the sender has read what speaks against this very draft. */
export function acknowledge(session: SessionData, decision: Decision, now: number): Promise<boolean> {
  const acknowledgement: Acknowledgement = { fingerprint: decision.fingerprint, at: now };
  return session.write(ACKNOWLEDGEMENT, JSON.stringify(acknowledgement));
}

export async function lastUndo(session: SessionData): Promise<UndoEdit | null> {
  return read(undoSchema, await session.read(UNDO));
}

export function rememberUndo(session: SessionData, undo: UndoEdit | null): Promise<boolean> {
  return session.write(UNDO, undo ? JSON.stringify(undo) : '');
}

function read<T>(schema: v.GenericSchema<unknown, T>, text: string | null): T | null {
  if (!text) return null;
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
