import { MailboxFailure, type SessionData } from '../core/ports';
import { supports } from './abilities';
import type { ComposedItem } from './item';
import type { OfficeCalls } from './office-calls';

/** The time we have set, so that a time the sender has chosen is never taken for ours. */
const OURS = 'umsicht.delivery';

/** Clients keep the time to the minute, or to the second. */
const ROUNDING = 60000;

const LONGEST_MINUTES = 7 * 24 * 60;

/**
 * Delays the delivery of a message (`item.delayDeliveryTime`, Mailbox 1.13). Time counts from this
 * call, not from Send. The server waits, so Outlook may be closed; classic Outlook cannot take such
 * a mail back after Send, the others show it among the drafts (Microsoft, "Manage the delivery date
 * and time of a message"). What was set is read back.
 *
 * How a time is taken back is not documented. `getAsync` says 0 for "none", so 0 is set; a client
 * that does not take it gets the present moment, which delays nothing.
 */
export function deliveryDelay(calls: OfficeCalls, item: () => ComposedItem, session: SessionData): (minutes: number | null) => Promise<void> {
  const { clock } = calls;
  let ours: number | null = null;

  async function timeOfOurs(): Promise<number | null> {
    const kept = Number((await session.read(OURS)) || '');
    return kept > 0 ? kept : ours;
  }

  async function set(time: number): Promise<number> {
    await calls.tell('delayDeliveryTime.setAsync', (answer) => item().delayDeliveryTime.setAsync(new Date(time), answer));
    return read(calls, item);
  }

  async function remember(time: number | null): Promise<void> {
    ours = time;
    await session.write(OURS, time === null ? '' : String(time));
  }

  async function delay(minutes: number): Promise<void> {
    const wanted = clock.now() + minutes * 60000;
    const standing = await read(calls, item);
    const mine = await timeOfOurs();
    const isMine = mine !== null && isSameTime(standing, mine);
    if (standing >= wanted && !isMine) return;
    // Kept first: a time that is set and not remembered could never be taken back.
    await remember(wanted);
    const now = await set(wanted);
    if (!isSameTime(now, wanted)) throw notTaken();
  }

  async function takeBack(): Promise<void> {
    const mine = await timeOfOurs();
    const standing = await read(calls, item);
    if (mine === null || !isSameTime(standing, mine)) return;
    const now = await set(0).catch(() => standing);
    if (now > clock.now() && (await set(clock.now())) > clock.now() + ROUNDING) throw notTaken();
    await remember(null);
  }

  return (minutes) => {
    if (!supports('delay')) return Promise.reject(new MailboxFailure('delayDeliveryTime.setAsync', { message: 'not on this client' }));
    if (minutes === null) return takeBack();
    if (!(minutes > 0 && minutes <= LONGEST_MINUTES)) return Promise.reject(new MailboxFailure('delayDeliveryTime.setAsync', { message: `${minutes} minutes` }));
    return delay(minutes);
  };
}

function notTaken(): MailboxFailure {
  return new MailboxFailure('delayDeliveryTime.setAsync', { message: 'the time was not taken' });
}

function isSameTime(one: number, other: number): boolean {
  return Math.abs(one - other) < ROUNDING;
}

/** Milliseconds since 1970, or 0 where no time is set. Clients answer with a date, or with its number. */
function read(calls: OfficeCalls, item: () => ComposedItem): Promise<number> {
  return calls.ask<Date | number, number>(
    'delayDeliveryTime.getAsync',
    (answer) => item().delayDeliveryTime.getAsync(answer),
    (value) => {
      const time = typeof value === 'number' || value instanceof Date ? Number(value) : NaN;
      if (!(time >= 0)) throw new Error('an answer that is no time');
      return time;
    },
  );
}
