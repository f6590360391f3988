import type { Contact, ContactEvidence, Evidence, UnknownReason } from '../../core/evidence';
import { addressKey } from '../../core/address';
import type { Connector, NativePurpose, SourceFailure, WebhookRequest } from '../connector';
import type { KeepingTimes } from './answer-cache';
import { watchChanges } from './changes';
import type { Unmapped } from './mapping';
import { type Conflict, mergedContact } from './merged-contact';
import type { BreakerState } from './patience';
import { openSource, type Source, type SourceEvent, type SourceSettings } from './source';

export interface HostSettings {
  readonly times: KeepingTimes;
  /** Answers kept per source at most. */
  readonly most: number;
  /** Milliseconds after which whoever asks is told what is there by then. */
  readonly answerWithin: number;
  /** Milliseconds between two questions for changes. */
  readonly changesEvery: number;
}

export interface HostParts {
  readonly sources: readonly { readonly connector: Connector; readonly settings: SourceSettings }[];
  readonly settings: HostSettings;
  /** Keyed hash of an address key; without its key nobody can try addresses on what is kept. */
  readonly hash: (addressKey: string) => string;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly onEvent?: (event: HostEvent) => void;
}

/** Holds no address. */
export type HostEvent = SourceEvent | { readonly kind: 'conflict'; readonly conflict: Conflict };

export interface SourceHealth {
  readonly source: string;
  readonly breaker: BreakerState;
  /** Why the last question went without an answer; null where it had one, or where nothing was asked yet. */
  readonly failure: { readonly reason: UnknownReason; readonly code: string } | null;
  readonly kept: number;
  readonly unmapped: readonly Unmapped[];
}

export interface SourceCheck {
  readonly source: string;
  /** A sentence each; nothing where all is well. */
  readonly problems: readonly string[];
  /** Lists, topics and purposes to map; null where the source cannot list them. */
  readonly purposes: readonly NativePurpose[] | null;
}

export type WebhookOutcome = 'taken' | 'refused' | 'noSuchSource';

/** All CRMs of a company, as one. */
export interface ConsentHost {
  /** An entry for each address key, within `answerWithin`: who could not be asked is unknown with the reason. Never rejects. */
  contacts(keys: readonly string[]): Promise<ContactEvidence>;
  /** Drops what a genuine webhook says has changed. Never throws. */
  webhook(source: string, request: WebhookRequest): WebhookOutcome;
  /** Drops everything kept. */
  forgetAll(): void;
  health(): readonly SourceHealth[];
  /** Asks every source whether it is set up as it should be. Never rejects. */
  check(): Promise<readonly SourceCheck[]>;
  stop(): Promise<void>;
}

const TOO_LATE: Evidence<never> = { known: false, reason: 'timeout' };

export function openConsentHost({ sources: all, settings, hash, now, onEvent = () => undefined }: HostParts): ConsentHost {
  const sources = all.map(({ connector, settings: own }): Source =>
    openSource({ connector, settings: own, times: settings.times, most: settings.most, hash: (key) => hash(`${own.name}\n${key}`), now, onEvent }));
  const watches = sources.map((source) => watchChanges(source, settings.changesEvery, now, onEvent));

  return {
    async contacts(keys) {
      const wanted = [...new Set(keys)];
      const asked = sources.map((source) => source.lookUp(wanted));
      const answers = await settledWithin(settings.answerWithin, asked);
      return new Map(wanted.map((key): [string, Evidence<Contact>] => {
        const { evidence, conflicts } = mergedContact(answers.map((said) => said.get(key) ?? TOO_LATE));
        for (const conflict of conflicts) onEvent({ kind: 'conflict', conflict });
        return [key, evidence];
      }));
    },
    webhook(name, request) {
      const source = sources.find((each) => each.name === name);
      if (!source?.connector.webhook) return 'noSuchSource';
      const touched = source.connector.webhook(request, now());
      if (touched === null) return 'refused';
      source.forget(touched.map((each) => ('address' in each ? { address: addressKey(each.address) } : each)));
      return 'taken';
    },
    forgetAll() {
      for (const source of sources) source.forgetAll();
    },
    health: () => sources.map(({ name, state, lastFailure, kept, unmapped }) => ({
      source: name,
      breaker: state,
      failure: lastFailure && { reason: lastFailure.reason, code: lastFailure.code },
      kept,
      unmapped,
    })),
    check: () => Promise.all(sources.map(checked)),
    async stop() {
      for (const watch of watches) watch.stop();
      await Promise.all(sources.map((source) => source.close()));
    },
  };
}

/** What an administrator can do, by our own code or else by the reason. */
const ADVICE: { readonly [codeOrReason: string]: string } = {
  noDatabase: 'There is no such database on that server: compare "database".',
  noView: 'There is no such view, or this user may not see it: compare "view" and the grants in docs/connectors.md.',
  columnsMissing: 'The view lacks a column it has to have; docs/connectors.md lists them.',
  refused: 'Compare user, password or token, and the rights in docs/connectors.md.',
  unreachable: 'Look at its address, and at firewalls and certificates on the way.',
  timeout: 'It does not answer in time: look at how busy it is, and at firewalls on the way.',
  invalidAnswer: 'Something else answers there than was expected: compare address and version.',
};

async function checked({ name, connector, call }: Source): Promise<SourceCheck> {
  const problems: string[] = [];
  const orProblem = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      const { reason, code } = error as SourceFailure;
      problems.push(`${what}: ${reason} (${code}). ${ADVICE[code] ?? ADVICE[reason] ?? 'Look at its log.'}`);
      return null;
    }
  };
  problems.push(...(await orProblem('It could not be checked', () => call((limits) => connector.check(limits)))) ?? []);
  const purposes = connector.purposes && problems.length === 0 ? await orProblem('Its lists and purposes could not be read', () => call((limits) => (connector.purposes as NonNullable<typeof connector.purposes>)(limits))) : null;
  return { source: name, problems, purposes };
}

/** What has settled when the time is over, or all of it if that is earlier. */
async function settledWithin(milliseconds: number, asked: readonly ReadonlyMap<string, Promise<Evidence<Contact>>>[]): Promise<readonly ReadonlyMap<string, Evidence<Contact>>[]> {
  const settled = asked.map(() => new Map<string, Evidence<Contact>>());
  const everything = Promise.all(asked.flatMap((answers, index) => [...answers].map(async ([key, answer]) => { settled[index]?.set(key, await answer); })));
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([everything, new Promise<void>((resolve) => { timer = setTimeout(resolve, milliseconds); })]);
  clearTimeout(timer);
  return settled.map((answers) => new Map(answers));
}
