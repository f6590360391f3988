import type { Evidence, EvidenceSet, ListMembers } from '../core/evidence';
import type { Directory } from '../connectors/directory';
import { listMembers } from '../connectors/list-members';

/** Milliseconds for which an answer is given again: members for a while, a failure only until it may have passed. */
const KNOWN_AGE = 10 * 60_000;
const UNKNOWN_AGE = 15_000;

/** Lists looked up at the same time; more wait for their turn. */
const AT_ONCE = 4;

/** Lists that may wait. Whoever comes later is told that there was no time. */
const MOST_WAITING = 100;

/** People kept in memory in all answers together, an answer without people counting as one. */
const MOST_KEPT = 200_000;

interface Kept {
  readonly answer: Promise<Evidence<ListMembers>>;
  /** Milliseconds since 1970, UTC; null while it is still being looked up. */
  until: number | null;
  people: number;
}

/**
 * Looks lists up in a directory, each once for everybody who asks at about the same time, and a few at once.
 * Whoever has stopped waiting finds the answer there the next time: a send has a second, a directory may
 * need more. The returned function never rejects.
 */
export function listLookUps(directory: Directory, now: () => number): (addressKeys: readonly string[]) => Promise<EvidenceSet['members']> {
  const kept = new Map<string, Kept>();
  const waiting: (() => void)[] = [];
  let running = 0;

  const turn = async (): Promise<void> => {
    if (running < AT_ONCE) {
      running += 1;
      return;
    }
    // Whoever ends hands the turn over.
    await new Promise<void>((resolve) => void waiting.push(resolve));
  };

  const endTurn = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  const lookUp = async (address: string): Promise<Evidence<ListMembers>> => {
    if (waiting.length >= MOST_WAITING) return { known: false, reason: 'timeout' };
    await turn();
    try {
      return await listMembers(directory, address);
    } finally {
      endTurn();
    }
  };

  const begin = (address: string): Kept => {
    const begun: Kept = { answer: lookUp(address), until: null, people: 1 };
    kept.set(address, begun);
    void begun.answer.then((answer) => {
      begun.until = now() + (answer.known ? KNOWN_AGE : UNKNOWN_AGE);
      begun.people = answer.known ? 1 + answer.value.members.length : 1;
      makeRoom(kept);
    });
    return begun;
  };

  return async (addressKeys) => new Map(await Promise.all(addressKeys.map(async (address): Promise<[string, Evidence<ListMembers>]> => {
    const found = kept.get(address);
    return [address, await (found && isFresh(found.until, now()) ? found : begin(address)).answer];
  })));
}

/** A clock that was set back makes no answer good for longer. */
function isFresh(until: number | null, now: number): boolean {
  return until === null || (now < until && until - now <= KNOWN_AGE);
}

/** The oldest go first; a Map keeps the order in which they came. */
function makeRoom(kept: Map<string, Kept>): void {
  let people = 0;
  for (const each of kept.values()) people += each.people;
  for (const [address, { until, people: fewer }] of kept) {
    if (people <= MOST_KEPT) return;
    if (until === null) continue;
    kept.delete(address);
    people -= fewer;
  }
}
