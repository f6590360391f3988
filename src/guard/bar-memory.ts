import type { SessionData } from '../core/ports';
import { fitting, listOf, optional, type Reader, section } from '../core/reading';
import { readKept } from './kept-text';

/*
 * What the bar above a draft has said, kept with the draft: nothing but the names of rules and short
 * marks of the people they were about.
 */

const SAID = 'umsicht.said.';
const DISMISSED = 'umsicht.dismissed';

/** People one subject tells apart; with more of them it is about everybody. */
const TOLD_APART = 30;

/** Something a notice says. */
export interface Subject {
  /** A rule and its message. */
  readonly what: string;
  /** How grave it is; a graver one is something new. */
  readonly grade: number;
  /** Marks of those it is about, each of them something new; none: of everybody there, whoever comes and goes. */
  readonly who?: readonly string[] | undefined;
}

/** A notice that stands, or stood until it was dismissed. */
export interface Said {
  readonly text: string;
  readonly subjects: readonly Subject[];
}

const text = fitting<string>((value) => typeof value === 'string', 'a text');

const subjectsReader: Reader<readonly Subject[]> = listOf(section({
  what: text,
  grade: fitting<number>((value) => typeof value === 'number', 'a number'),
  who: optional(listOf(text, 'a list of marks'), undefined),
}), 'a list of subjects');

const saidReader: Reader<Said> = section({ text, subjects: subjectsReader });

export function subjectOf(what: string, grade: number, who?: readonly string[]): Subject {
  const marks = who && Array.from(new Set(who)).sort();
  return marks && marks.length <= TOLD_APART ? { what, grade, who: marks } : { what, grade };
}

/** `undefined`: there may be something, but Outlook did not tell. */
export async function saidBy(session: SessionData, name: string): Promise<Said | null | undefined> {
  const kept = await session.read(SAID + name);
  return kept === undefined ? undefined : readKept(saidReader, kept);
}

export function rememberSaid(session: SessionData, name: string, said: Said | null): Promise<boolean> {
  return session.write(SAID + name, said ? JSON.stringify(said) : '');
}

/** `undefined`: there may be some, but Outlook did not tell. */
export async function dismissedBefore(session: SessionData): Promise<readonly Subject[] | undefined> {
  const kept = await session.read(DISMISSED);
  return kept === undefined ? undefined : readKept(subjectsReader, kept) || [];
}

export function rememberDismissed(session: SessionData, dismissed: readonly Subject[]): Promise<boolean> {
  return session.write(DISMISSED, JSON.stringify(dismissed));
}

/** Whether nothing of this is new to somebody who has dismissed those. */
export function isCovered({ what, grade, who }: Subject, dismissed: readonly Subject[]): boolean {
  return dismissed.some((each) => each.what === what && each.grade >= grade && (!each.who || (who !== undefined && isWithin(who, each.who))));
}

/** All of both; of the same thing twice, the graver one, about all of them. */
export function withSubjects(before: readonly Subject[], more: readonly Subject[]): readonly Subject[] {
  return more.reduce<readonly Subject[]>((all, { what, grade, who }) => {
    const same = all.find((each) => each.what === what);
    const others = all.filter((each) => each !== same);
    return [...others, same ? subjectOf(what, Math.max(grade, same.grade), same.who && who && [...same.who, ...who]) : subjectOf(what, grade, who)];
  }, before);
}

function isWithin(these: readonly string[], those: readonly string[]): boolean {
  return these.every((each) => those.indexOf(each) >= 0);
}
