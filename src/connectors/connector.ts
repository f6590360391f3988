import type { ConsentStatus, LegalBasis, UnknownReason } from '../core/evidence';

/** One address to ask about: its key (core/address.ts), and the ways a CRM may have it written, in lower case. */
export interface AskedAddress {
  readonly key: string;
  /** With the domain in ASCII, and in Unicode where that differs. */
  readonly spellings: readonly string[];
}

/**
 * What a record is about: every mail ("never e-mail"), all advertising ("no bulk e-mail"), or one list, topic or purpose of the
 * CRM's own, by its id there. What that one means for us is the administrator's mapping, never a connector's guess.
 */
export type FactScope = { readonly kind: 'everyMail' | 'advertising' } | { readonly kind: 'native'; readonly id: string };

/** `member`: on a list, and nothing says why. `notRecorded`: the CRM has a place for it, and nothing is there. */
export type FactStatus = ConsentStatus | 'member' | 'notRecorded';

/** One thing a CRM has recorded of an address. Instants are ISO 8601 in UTC. */
export interface ConsentFact {
  readonly scope: FactScope;
  readonly status: FactStatus;
  /** The CRM's own word for the legal basis; absent where it has none. */
  readonly basis?: string;
  readonly obtained?: string;
  /** When the double opt-in was confirmed. */
  readonly confirmed?: string;
  readonly withdrawn?: string;
  readonly expires?: string;
  /** Pointer to the proof, never the proof. */
  readonly evidence?: string;
  readonly fromSale?: boolean;
  readonly similarGoods?: boolean;
  readonly toldAtCollection?: boolean;
}

/** What a CRM has of one address. `unknown`: asked, and nobody has it, which is neither a yes nor a no. */
export type AddressFacts =
  | { readonly contact: 'unknown' }
  | {
      readonly contact: 'known';
      readonly facts: readonly ConsentFact[];
      /** ISO 3166-1 alpha-2, upper case. */
      readonly country?: string;
      /** Ids of the records behind it: what a change feed may name instead of an address. */
      readonly records: readonly string[];
    };

/** Nothing usable came for an address, or for a whole question. Neither message nor code hold an address. */
export class SourceFailure extends Error {
  readonly reason: UnknownReason;
  /** A short word for the log: a status, the vendor's code, or ours. */
  readonly code: string;
  /** Milliseconds the source asked us to wait; null where it did not. */
  readonly retryAfter: number | null;

  constructor(reason: UnknownReason, code: string, retryAfter: number | null = null) {
    super(`${reason}: ${code}`);
    this.name = 'SourceFailure';
    this.reason = reason;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export interface LookUpLimits {
  /** Goes off when nobody waits any more. */
  readonly signal: AbortSignal;
  /** To be awaited before each request on the wire; rejects with a SourceFailure where there is no time for another. */
  turn(): Promise<void>;
}

/** What can be found with a kind of source, for the documentation and for the tests all connectors share. */
export interface Capabilities {
  readonly everyMail: boolean;
  readonly advertising: boolean;
  /** Consents by list, topic or purpose. */
  readonly perPurpose: boolean;
  readonly pending: boolean;
  readonly expiry: boolean;
  readonly doubleOptIn: boolean;
  readonly legalBasis: boolean;
  readonly secondaryAddresses: boolean;
  /** How changes are heard of, so that kept answers can be dropped. */
  readonly changes: 'none' | 'asked' | 'told' | 'both';
}

/** A list, topic or purpose of the CRM's, for the administrator who maps it. */
export interface NativePurpose {
  readonly id: string;
  readonly label: string;
}

/** What has changed: an address, or the id of a record. */
export type Touched = { readonly address: string } | { readonly record: string };

export interface Changes {
  readonly touched: readonly Touched[];
  /** Hands over where to go on the next time. */
  readonly cursor: string;
  /** More has changed than can be told, so that nothing kept is to be trusted. */
  readonly everything?: true;
}

/** A request that a CRM sent us, letter for letter. */
export interface WebhookRequest {
  readonly method: string;
  /** Where the CRM sent it, as it has it in its settings: `https://umsicht.firm.example/api/v1/connectors/crm/changes`. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string | undefined };
  readonly body: Buffer;
}

/**
 * One CRM. It asks and translates; normalising, chunks, rates, retries, deadlines, breaking, keeping, merging and mapping are the
 * host's (host/consent-host.ts). Nothing is ever written to a CRM.
 */
export interface Connector {
  /** Addresses per question, every spelling counted. */
  readonly atOnce: number;
  /** Legal bases whose meaning the vendor has defined; the administrator's mapping goes before them. */
  readonly bases: { readonly [native: string]: LegalBasis };
  /**
   * What is recorded of these, by key: an entry for each, a SourceFailure for one that alone could not be answered. Rejects with a
   * SourceFailure where nobody could be.
   */
  lookUp(asked: readonly AskedAddress[], limits: LookUpLimits): Promise<ReadonlyMap<string, AddressFacts | SourceFailure>>;
  /** What is wrong with the set-up or with the rights, a sentence each for the administrator; nothing where all is well. Never rejects. */
  check(limits: LookUpLimits): Promise<readonly string[]>;
  /** Rejects with a SourceFailure. */
  purposes?(limits: LookUpLimits): Promise<readonly NativePurpose[]>;
  /** What has changed since the cursor was handed over, for `null` since an instant (milliseconds since 1970, UTC). Rejects with a SourceFailure. */
  changes?(cursor: string | null, since: number, limits: LookUpLimits): Promise<Changes>;
  /** What a webhook says has changed; null for one that is not genuine, or too old. Never throws. */
  webhook?(request: WebhookRequest, now: number): readonly Touched[] | null;
  close?(): Promise<void>;
}
