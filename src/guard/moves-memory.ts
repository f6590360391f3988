import type { Draft, Person } from '../core/draft';
import { fingerprint, markOf } from '../core/identity';
import type { SessionData } from '../core/ports';
import { fitting, listOf, type Reader, section } from '../core/reading';
import { keepForSure } from './evidence-memory';
import { readKept } from './kept-text';

/*
 * What is kept with a draft from which people move to Bcc by themselves.
 */

const MOVES = 'umsicht.moves';
const DECLINED = 'umsicht.movesDeclined';
const WRITTEN = 'umsicht.written';
const FIRST_SEEN = 'umsicht.firstSeen';

/** A draft that is opened fills its fields bit by bit. Milliseconds in which a difference is nobody's edit. */
const FILLING = 3000;

export interface Moves {
  /** Addresses that are on their way to Bcc; none: nothing is under way. */
  readonly moving: readonly string[];
  /** Marks of those among them who were seen in Bcc since. */
  readonly arrived: string;
  /** Marks of everybody who was ever moved by itself, one behind the other. */
  readonly moved: string;
  /** Marks of those the sender has moved back by hand, who stay where they are. */
  readonly kept: string;
  /** Conversions begun in a row without one that came to its end. */
  readonly begun: number;
}

export const NO_MOVES: Moves = { moving: [], arrived: '', moved: '', kept: '', begun: 0 };

const marks = fitting<string>((value) => typeof value === 'string' && /^[0-9a-f]*$/.test(value), 'marks');

const movesReader: Reader<Moves> = section({
  moving: listOf(fitting<string>((value) => typeof value === 'string', 'an address'), 'a list of addresses'),
  arrived: marks,
  moved: marks,
  kept: marks,
  begun: fitting<number>((value) => typeof value === 'number', 'a number'),
});

/** `undefined`: there may be some, but Outlook did not tell. */
export async function movesOf(session: SessionData): Promise<Moves | undefined> {
  const kept = await session.read(MOVES);
  return kept === undefined ? undefined : readKept(movesReader, kept) || NO_MOVES;
}

export function rememberMoves(session: SessionData, moves: Moves): Promise<boolean> {
  return session.write(MOVES, JSON.stringify(moves));
}

/** Whether somebody's mark is among those that stand one behind the other. */
export function hasMark(list: string, person: Person): boolean {
  const mark = markOf(person);
  for (let at = list.indexOf(mark); at >= 0; at = list.indexOf(mark, at + 1)) if (at % mark.length === 0) return true;
  return false;
}

export function withMarks(list: string, people: readonly Person[]): string {
  return people.reduce((marked, person) => (hasMark(marked, person) ? marked : marked + markOf(person)), list);
}

export function withoutMarks(list: string, people: readonly Person[]): string {
  const gone = people.map(markOf);
  const kept = (list.match(/.{8}/g) || []).filter((mark) => gone.indexOf(mark) < 0);
  return kept.join('');
}

/** The sender has taken a move back: nobody moves by itself in this draft any more. What was noted of moves is of no more use, so it makes room. */
export async function declineMoves(session: SessionData): Promise<boolean> {
  return (await keepForSure(session, DECLINED, 'yes')) || ((await session.write(MOVES, '')) && session.write(DECLINED, 'yes'));
}

/** `undefined`: Outlook did not tell. */
export async function areMovesDeclined(session: SessionData): Promise<boolean | undefined> {
  const kept = await session.read(DECLINED);
  return kept === undefined ? undefined : kept === 'yes';
}

/** Outlook has said that a new message, a reply or a forward is being written, which it never says of a preview. */
export function noteWritten(session: SessionData): Promise<boolean> {
  return session.write(WRITTEN, 'yes');
}

/**
 * Whether somebody is writing this draft, as opposed to looking at it in the list: classic Outlook on
 * Windows raises the same events for a preview of a saved draft as for its opening (office-js issue
 * 4472). So a draft that is not new counts as written once its recipients are others than when it
 * was first seen, which in a preview cannot be. False where nobody can tell.
 */
export async function isWritten(session: SessionData, draft: Draft, now: number): Promise<boolean> {
  const written = await session.read(WRITTEN);
  if (written === undefined) return false;
  if (written === 'yes') return true;
  const seen = await session.read(FIRST_SEEN);
  if (seen === undefined || draft.recipients.length === 0) return false;
  const people = fingerprint(draft.recipients.map((recipient) => `${recipient.field}:${markOf(recipient)}`).sort().join());
  const [since, first] = (seen || '').split(' ');
  if (!first || now - Number(since) < FILLING) {
    await session.write(FIRST_SEEN, `${first ? since : now} ${people}`);
    return false;
  }
  if (first === people) return false;
  await noteWritten(session);
  return true;
}
