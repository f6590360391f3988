import type { Address } from './address';
import type { Draft, DraftPart, Person, Recipient } from './draft';
import type { DraftEdit } from './edit';
import type { EvidenceKind, EvidenceSet } from './evidence';
import type { Option, Options, OptionValues } from './option';
import type { RegistrableDomain } from './organisation';
import type { PurposeSuggestion } from './purpose-suggestion';
import type { Purpose } from './purpose';
import type { Writing } from './writing';

export const SEVERITIES = ['off', 'notice', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A word said differently in each language. */
export type InEachLanguage = { readonly [L in Language]: string };

/** Where somebody stands towards the organisation. `unknown` is never treated as internal. */
export type Standing = 'internal' | 'external' | 'unknown';

/** A recipient with everything rules ask about it, worked out once per check. */
export interface Participant extends Recipient {
  readonly parsed: Address;
  /** What two entries of one person have in common. */
  readonly key: string;
  readonly standing: Standing;
  /** The outside party somebody belongs to; unusable addresses are a party of their own. */
  readonly organisation: string;
}

/** Facts about countries, kept outside the rules. Codes are ISO 3166-1 alpha-2. */
export interface CountryFacts {
  /** What the Commission has decided on a country, at an instant; `undefined` for no country code. */
  adequacy(code: string, now: number): 'eea' | 'adequate' | 'partial' | 'third' | undefined;
  /** The country a domain's top level hints at; `undefined` for generic ones, .io and .ai among them. */
  ofDomain(domain: string): string | undefined;
  /** Whether the domain is that of an international organisation the Commission has found adequate (Art. 45(1) GDPR). */
  isAdequateOrganisation(domain: string, now: number): boolean;
}

/** What a rule is given. It may look at nothing else: no clock, no network, no host. */
export interface RuleContext<O> {
  readonly draft: Draft;
  /** Everybody addressed, in the draft's order; distribution lists stand as one entry. */
  readonly participants: readonly Participant[];
  /** The purpose that counts: declared, else suggested, else none. */
  readonly purpose: Purpose | null;
  /** What the draft itself looks like, whatever was declared. */
  readonly suggestion: PurposeSuggestion | null;
  /** The body, taken apart: what the sender wrote, the signature, the quoted thread and who is named in it. */
  readonly writing: Writing;
  /** The sender as an organisation would see them; `null` where nobody knows who sends. */
  readonly sender: Participant | null;
  /** Domains of the organisation, in ASCII: those of the policy, else the sender's own. */
  readonly ownDomains: readonly string[];
  readonly evidence: EvidenceSet;
  readonly countries: CountryFacts;
  readonly registrableDomain: RegistrableDomain;
  readonly isMailProvider: (domain: string) => boolean;
  /** Works out the same for an address that is not a recipient: somebody of the thread, a member of a list. */
  readonly participantOf: (person: Person) => Participant;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  readonly options: O;
}

export type Data = { readonly [name: string]: string | number | boolean | readonly string[] };

/**
 * One thing a rule says. Words are made from `message` and `data` later, per language; the compiler
 * holds the data against what the message's sentences use.
 */
export type Report<M> = { [K in keyof M & string]: ReportOf<K, M[K]> }[keyof M & string];

interface ReportOf<Message extends string, MessageData> {
  /** `undetermined`: evidence or a part of the draft is missing, so neither good nor bad. Default `failed`. */
  readonly outcome?: 'failed' | 'undetermined';
  readonly message: Message;
  readonly data: MessageData;
  readonly recipients?: readonly Recipient[];
  readonly remedy?: DraftEdit;
  /**
   * Weak evidence weighs no more than this, whatever severity the policy gives the rule. An
   * `undetermined` report weighs in full where the policy blocks on unknown evidence.
   */
  readonly atMost?: Severity;
  /** A limit of the policy's own that asks for more than the rule's severity, such as a second stage. */
  readonly atLeast?: Severity;
}

/** The short words of a rule, as they go into dialogs, for one language. */
export interface RuleText<M> {
  readonly title: string;
  readonly messages: { readonly [K in keyof M]: (data: M[K]) => string };
  /** What the button says, at most 20 characters (Outlook's limit). */
  readonly remedy?: string;
}

/** The long words, for the pane and the documentation; the send bundle does without them. */
export interface Explanation<O> {
  readonly why: string;
  /** What stands behind a message's `conditions` (`met`, `notMet` or `unknown` each), in the same order, for a list beside its sentence. */
  readonly conditions?: readonly string[];
  /** One label per option and, for `records`, one per field under `<option>.<field>`. */
  readonly options: { readonly [L in LabelName<O>]: string };
}

/** What has to be labelled: the options, and the fields of those that hold records. At run time `labelNames` of core/option.ts. */
export type LabelName<O> = { [K in keyof O & string]: K | (O[K] extends Option<readonly (infer Entry)[]> ? FieldOf<K, Entry> : never) }[keyof O & string];
type FieldOf<K extends string, Entry> = Entry extends string ? never : `${K}.${keyof Entry & string}`;

export interface RuleDefinition<O extends Options, M> {
  /** A plural noun in its failing state; also the folder, the key in the policy and the anchor in the documentation. */
  readonly id: string;
  readonly topic: 'disclosure' | 'consent' | 'transfer' | 'wrong-person' | 'content';
  /** What counts when the policy is silent. */
  readonly severity: Severity;
  /** Provisions in short form, most specific first, e.g. `Art. 32(1) GDPR`. */
  readonly legal: readonly LegalSource[];
  /** Parts of the draft the verdict rests on; if one is unread, nothing found means undetermined. */
  readonly reads: readonly ReadPart[];
  /** Kinds of evidence the rule wants gathered for it. */
  readonly needs: readonly EvidenceKind[];
  readonly options: O;
  readonly text: { readonly [L in Language]: RuleText<M> };
  readonly explanation: { readonly [L in Language]: Explanation<NoInfer<O>> };
  /**
   * What the rule finds is that something is not there yet, which every draft lacks until it is finished: said at Send
   * and in the pane, never above a draft that is still being written.
   */
  readonly onlyFinished?: true;
  /** True while the policy gives the rule nothing to look for: it does not apply then, whatever could not be read, and asks for no evidence. */
  isIdle?(options: OptionValues<O>): boolean;
  /** An empty list means passed. Must not throw, must not change what it is given. */
  check(context: RuleContext<OptionValues<O>>): 'notApplicable' | readonly Report<M>[];
}

export interface LegalSource {
  readonly de: string;
  readonly en: string;
  readonly url: string;
}

export type ReadPart = 'recipients' | 'from' | 'subject' | 'body' | 'attachments' | 'label' | 'categories' | 'purpose' | 'openedWith';

/** Parts of the draft behind one word of `reads`. */
export function partsOf(read: ReadPart): readonly DraftPart[] {
  return read === 'recipients' ? ['to', 'cc', 'bcc', 'required', 'optional'] : [read];
}

/** A rule whose own message and option types are no longer told apart, as the engine holds it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the registry holds rules of all shapes
export type Rule = RuleDefinition<any, any>;

export function defineRule<O extends Options, M extends { [K in keyof M]: Data }>(definition: RuleDefinition<O, M>): RuleDefinition<O, M> {
  return definition;
}
