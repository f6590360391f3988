import { addressKey } from '../core/address';
import type { Person } from '../core/draft';
import type { Evidence, ListMembers } from '../core/evidence';
import type { Directory, DirectoryList, DirectoryMember } from './directory';

export interface UnfoldingLimits {
  /** Lists within lists; 1 reads the list itself only. */
  readonly depth: number;
  /** Lists read, nested ones included. */
  readonly lists: number;
  readonly people: number;
  readonly milliseconds: number;
}

export const UNFOLDING_LIMITS: UnfoldingLimits = { depth: 10, lists: 200, people: 5000, milliseconds: 8000 };

const TOO_LATE: Evidence<never> = { known: false, reason: 'timeout' };

/**
 * Everybody on a list, nested lists unfolded level by level, each person once by address key, under the
 * name that came first. A list that is met again (lists may contain each other) is not read twice.
 * `complete` is false where a limit bit, or a list could not be read. Never rejects, and ends within
 * its time whatever the directory does.
 */
export async function listMembers(directory: Directory, address: string, limits: UnfoldingLimits = UNFOLDING_LIMITS): Promise<Evidence<ListMembers>> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), limits.milliseconds);
  const session = directory.open({ signal: end.signal, most: limits.people });
  try {
    const first = await inTime(session.listAt(address), end.signal);
    if (!first.known) return first;
    return { known: true, value: await unfold(first.value, (id) => inTime(session.list(id), end.signal), limits) };
  } finally {
    clearTimeout(timer);
    end.abort();
    session.close();
  }
}

interface Waiting {
  readonly id: string;
  readonly depth: number;
}

async function unfold(first: DirectoryList, read: (id: string) => Promise<Evidence<DirectoryList>>, limits: UnfoldingLimits): Promise<ListMembers> {
  const people = new Map<string, Person>();
  const met = new Set([first.id]);
  const waiting: Waiting[] = [];
  let complete = true;

  /** False when there is no room for anybody else. */
  const take = (members: readonly DirectoryMember[], depth: number): boolean => {
    for (const member of members) {
      if (member.kind === 'person') {
        const key = addressKey(member.person.address);
        if (people.has(key)) continue;
        if (people.size >= limits.people) return false;
        people.set(key, member.person);
        continue;
      }
      if (met.has(member.id)) continue;
      if (depth >= limits.depth || met.size >= limits.lists) {
        complete = false;
        continue;
      }
      met.add(member.id);
      waiting.push({ id: member.id, depth: depth + 1 });
    }
    return true;
  };

  let hasRoom = take(first.members, 1);
  complete &&= first.complete;
  for (let next = waiting.shift(); next && hasRoom; next = waiting.shift()) {
    const answer = await read(next.id);
    if (!answer.known) {
      complete = false;
      if (answer.reason === 'timeout') break;
      continue;
    }
    complete &&= answer.value.complete;
    hasRoom = take(answer.value.members, next.depth);
  }
  return { members: [...people.values()], complete: complete && hasRoom };
}

function inTime<T>(answer: Promise<Evidence<T>>, signal: AbortSignal): Promise<Evidence<T>> {
  return new Promise((resolve) => {
    const tooLate = (): void => resolve(TOO_LATE);
    if (signal.aborted) return tooLate();
    signal.addEventListener('abort', tooLate, { once: true });
    answer.then(resolve, () => resolve({ known: false, reason: 'unreachable' })).finally(() => signal.removeEventListener('abort', tooLate));
  });
}
