import type { Clock, SessionData } from '../core/ports';

const TURN = 'umsicht.turn';
const SENT = 'umsicht.sent';

/** So long after Send nobody moves by themselves: the mail may still be on its way, or its dialog has just opened. Milliseconds. */
export const QUIET_AFTER_SEND = 10000;

/**
 * Outlook runs several handlers of one draft at once, in runtimes that share nothing but its session
 * data, and may cut any of them off. Whoever came last has the turn: it reads the draft after it has
 * taken the turn, so it knows at least as much as all before it, and they have to leave the rest to it.
 */
export interface Turn {
  /** False where Outlook keeps nothing with the draft, and nobody can tell who came last. */
  readonly isKept: boolean;
  /** `other`: somebody has come since. `unknown`: Outlook did not say. */
  holder(): Promise<'me' | 'other' | 'unknown'>;
}

/** `name` is unlike that of any other event. */
export async function takeTurn(session: SessionData, name: string): Promise<Turn> {
  const isKept = await session.write(TURN, name);
  return { isKept, holder: () => holderSince(session, name) };
}

/** For somebody who only speaks, once something was kept with the draft: nobody else's turn ends, and whoever comes meanwhile knows more. */
export async function besideTurns(session: SessionData): Promise<Turn> {
  const before = await session.read(TURN);
  return { isKept: true, holder: () => holderSince(session, before) };
}

async function holderSince(session: SessionData, before: string | null | undefined): ReturnType<Turn['holder']> {
  const now = await session.read(TURN);
  // Where Outlook is late with its session data it says that there is none, and nobody is known to have come.
  return now === undefined ? 'unknown' : now === null || now === '' || now === before ? 'me' : 'other';
}

/** The sender has pressed a button of ours, so whatever events were about to do has to wait for what comes of it. */
export function endTurns(session: SessionData, clock: Clock): Promise<boolean> {
  return session.write(TURN, `button.${clock.now().toString(36)}`);
}

/**
 * Notes that Send was pressed. On the web and new Windows a mail whose recipients change while its send
 * is handled is lost or stranded (office-js issues 5132, 6196), and classic Outlook on Windows raises
 * the event of changed recipients once more when a reply is sent, before or after Send itself.
 */
export function noteSend(session: SessionData, clock: Clock): Promise<boolean> {
  return session.write(SENT, String(clock.now()));
}

/** Whether Send was pressed so many milliseconds ago, or may have been as far as Outlook tells. */
export async function wasSentWithin(milliseconds: number, session: SessionData, clock: Clock): Promise<boolean> {
  const sent = await session.read(SENT);
  return sent === undefined || (sent !== null && clock.now() - Number(sent) < milliseconds);
}

/** Tells whether Send has been pressed since this was called, as far as Outlook says. */
export async function watchSend(session: SessionData): Promise<() => Promise<boolean>> {
  const before = await session.read(SENT);
  return async () => {
    const now = await session.read(SENT);
    return before !== undefined && now !== undefined && now !== before;
  };
}
