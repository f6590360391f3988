import type { Clock, DraftNotice, NotificationBar, PaneAccess, SessionData } from '../core/ports';
import { dismissedBefore, isCovered, rememberDismissed, rememberSaid, type Said, saidBy, type Subject, withSubjects } from './bar-memory';
import { type Turn, wasSentWithin } from './turn';

/** The notices above a draft that is being written. What a button of ours has done stands beside them under another name. */
const NOTICES = ['umsicht.moved', 'umsicht.findings'] as const;
export type NoticeName = (typeof NOTICES)[number];

/** What there is to say under one name. */
export interface WantedNotice {
  readonly name: NoticeName;
  /** All of it, dismissed or not. */
  readonly subjects: readonly Subject[];
  /** Words for those that are new. */
  say(news: readonly Subject[], pane: PaneAccess): DraftNotice;
}

/** A little longer than a verdict takes: while a send is handled the draft is left alone, and the dialog speaks. Milliseconds. */
const SEND_HANDLED = 4000;

export interface Saying {
  readonly bar: NotificationBar;
  readonly clock: Clock;
  readonly session: SessionData;
  readonly turn: Turn;
  /** The draft has just been opened: what stood above it in an earlier window is gone, and nobody has dismissed it. */
  readonly isJustOpened: boolean;
  /** Outlook says that a notice with a button was dismissed. */
  readonly isButtonDismissed: boolean;
}

/**
 * Makes the bar say what is wanted, most important first, and nothing else of ours. What the sender
 * has dismissed is not said again unless there is something new in it, and what stands there already
 * is left alone: new Outlook has lost the Dismiss of a notice that was put there twice (office-js
 * issue 6670). `isOpen`: nobody can tell at present whether a notice still holds, so it stays.
 *
 * That a notice was dismissed is seen by its absence, since Outlook's event does not say which one it
 * was, and phones have no such event. Without a memory it would come back after every dismissal, so
 * where Outlook keeps nothing with the draft, nothing is said. True if the bar was changed.
 */
export async function setBar(saying: Saying, wanted: readonly WantedNotice[], isOpen: (said: Said) => boolean): Promise<boolean> {
  const { bar, session, turn } = saying;
  if (!turn.isKept) return false;
  const [standing, dismissedSoFar, ...kept] = await Promise.all([bar.standing(), dismissedBefore(session), ...NOTICES.map((name) => saidBy(session, name))]);
  const said = kept.filter((each): each is Said | null => each !== undefined);
  if (dismissedSoFar === undefined || said.length < NOTICES.length) return false;

  const isGone = (each: Said | null, name: NoticeName) => each !== null
    && ((standing !== null && standing.indexOf(name) < 0) || (saying.isButtonDismissed && each.text.indexOf('\n') >= 0));
  const gone = said.map((each, index) => (isGone(each, NOTICES[index] as NoticeName) ? each : null));
  const dismissed = saying.isJustOpened ? dismissedSoFar : gone.reduce<readonly Subject[]>((all, each) => (each ? withSubjects(all, each.subjects) : all), dismissedSoFar);
  if (dismissed !== dismissedSoFar) await rememberDismissed(session, dismissed);

  const lines = linesOf(wanted, dismissed, bar);
  const silent: NoticeName[] = [];
  const loud: Line[] = [];
  NOTICES.forEach((name, index) => {
    const before = gone[index] ? null : (said[index] as Said | null);
    const stands = standing ? standing.indexOf(name) >= 0 : before !== null;
    const line = lines.find((each) => each.notice.name === name);
    if (line && (!stands || before === null || before.text !== textOf(line.words))) loud.push(line);
    if (!line && ((stands && (before === null || !isOpen(before))) || (!stands && said[index]))) silent.push(name);
  });
  if (silent.length + loud.length === 0 || (await wasSentWithin(SEND_HANDLED, session, saying.clock)) || (await turn.holder()) !== 'me') return false;

  for (const name of silent) {
    if (standing === null || standing.indexOf(name) >= 0) await bar.remove(name);
    await rememberSaid(session, name, null);
  }
  // An add-in has one notice with a button, so the others come first and give theirs up.
  for (const line of [...loud.filter(({ words }) => !words.button), ...loud.filter(({ words }) => words.button)]) await show(saying, line);
  return true;
}

/**
 * Takes the line about findings away once a button of ours has changed the draft: the events of that change may come while a send still
 * counts as being handled, when nothing is said. What holds all the same is said at the next event, and asked at Send. The note
 * goes first, so that the absent line is not taken for a dismissed one.
 */
export async function retractFindings(bar: NotificationBar, session: SessionData): Promise<void> {
  await rememberSaid(session, 'umsicht.findings', null);
  await bar.remove('umsicht.findings');
}

interface Line {
  readonly notice: WantedNotice;
  readonly news: readonly Subject[];
  readonly words: DraftNotice;
}

function linesOf(wanted: readonly WantedNotice[], dismissed: readonly Subject[], { room, pane }: NotificationBar): readonly Line[] {
  return wanted
    .map((notice) => ({ notice, news: notice.subjects.filter((each) => !isCovered(each, dismissed)) }))
    .filter(({ news }) => news.length > 0)
    .slice(0, room)
    .map(({ notice, news }, index) => ({ notice, news, words: notice.say(news, index > 0 && pane === 'button' ? 'ribbon' : pane) }));
}

/** Written down only when it is seen to stand: what was never shown must not pass for dismissed. */
async function show({ bar, session }: Saying, { notice, news, words }: Line): Promise<void> {
  const isTaken = (await bar.show(notice.name, words)) || (words.button !== null && (await bar.show(notice.name, notice.say(news, 'ribbon'))));
  const standing = isTaken ? await bar.standing() : null;
  if (standing !== null && standing.indexOf(notice.name) >= 0) await rememberSaid(session, notice.name, { text: textOf(words), subjects: notice.subjects });
}

/** A line is another one with another button. */
function textOf({ text, button }: DraftNotice): string {
  return button ? `${text}\n${button.label}` : text;
}
