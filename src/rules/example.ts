import { addressKey } from '../core/address';
import { type Attachment, type ComposeType, type Draft, EMPTY_DRAFT, type Person, type Recipient, type RecipientField } from '../core/draft';
import type { ConsentTag, Contact, Correspondence, DomainRecord, Evidence, EvidenceSet, ListMembers, UnknownReason } from '../core/evidence';
import type { Purpose } from '../core/purpose';
import type { Data, Language, Severity } from '../core/rule';

/** A draft with what a rule has to say about it: test, documentation and playground scenario in one. */
export interface Example {
  readonly title: { readonly [L in Language]: string };
  readonly draft: Draft;
  readonly evidence: EvidenceSet;
  /** Settings of the rule that differ from their defaults, as a policy would hold them. */
  readonly options: { readonly [name: string]: unknown };
  /** Domains of the sender's organisation, as the policy names them. */
  readonly ownDomains: readonly string[];
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  readonly expected: 'passed' | 'notApplicable' | readonly ExpectedReport[];
}

export interface ExpectedReport {
  readonly outcome: 'failed' | 'undetermined';
  readonly message: string;
  /** Left out: not compared. */
  readonly data?: Data;
  /** Addresses of the recipients it is about. Left out: not compared. */
  readonly about?: readonly string[];
  /** Left out: the rule's own. */
  readonly severity?: Severity;
}

/** People are written as `anna@oak.example` or `Anna Oak <anna@oak.example>`; a group without an address by its name. */
export interface ExampleDraft {
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  /** Attendees; they make the draft a meeting. */
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  /** Which of the entries above are groups or distribution lists. */
  readonly lists?: readonly string[];
  readonly from?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly purpose?: Purpose;
  readonly composeType?: ComposeType;
  /** Names, or whole attachments. */
  readonly attachments?: readonly (string | Attachment)[];
  /** The name of a sensitivity label. */
  readonly label?: string;
  readonly categories?: readonly string[];
  /** Who stood in the fields when the reply or forward was opened. */
  readonly openedWith?: readonly string[];
}

/** A tag whose basis is consent unless it says otherwise. */
export type ExampleTag = Omit<ConsentTag, 'basis'> & { readonly basis?: ConsentTag['basis'] };

/** What the service answers on somebody: a record, `nobody` of that address, or no answer at all. */
export type ExampleContact = (Partial<Omit<Contact, 'record' | 'tags'>> & { readonly tags?: readonly ExampleTag[] }) | 'nobody' | UnknownReason;

/** Members of a list as people are written in drafts; the directory may know only some of them. */
export type ExampleMembers = readonly string[] | { readonly some: readonly string[] } | UnknownReason;

export type Expectation = 'passed' | 'notApplicable' | Finds | readonly Finds[];
export type Finds = ({ readonly finds: string } | { readonly undetermined: string }) & Pick<ExpectedReport, 'data' | 'about' | 'severity'>;

export interface Circumstances {
  readonly contacts?: { readonly [address: string]: ExampleContact };
  /** By address of the list. */
  readonly members?: { readonly [address: string]: ExampleMembers };
  readonly domains?: { readonly [domain: string]: DomainRecord | UnknownReason };
  /** Whether somebody was written to before. */
  readonly correspondence?: { readonly [address: string]: boolean | UnknownReason };
  readonly ownDomains?: readonly string[];
  readonly options?: { readonly [name: string]: unknown };
  /** ISO 8601. */
  readonly now?: string;
}

/** The domain of the firm the examples' senders work for. */
export const OWN_DOMAIN = 'own.example';

/** Who writes the examples' drafts, unless they say otherwise. */
export const SENDER_ADDRESS = 'mara@own.example';
const SENDER = `Mara Own <${SENDER_ADDRESS}>`;
/** The instant the examples are checked at, unless they say otherwise. */
export const EXAMPLES_NOW = '2026-11-24T09:00:00Z';

export function example(title: Example['title'], draft: ExampleDraft, expected: Expectation, circumstances: Circumstances = {}): Example {
  const { contacts = {}, members = {}, domains = {}, correspondence = {}, ownDomains = [OWN_DOMAIN], options = {}, now = EXAMPLES_NOW } = circumstances;
  const evidence: EvidenceSet = {
    contacts: byKey(contacts, addressKey, contactOf),
    members: byKey(members, addressKey, membersOf),
    domains: byKey(domains, (domain) => domain, (record: DomainRecord) => record),
    correspondence: byKey(correspondence, addressKey, (before: boolean): Correspondence => ({ before })),
  };
  return { title, draft: draftOf(draft), evidence, options, ownDomains, now: Date.parse(now), expected: expectedOf(expected) };
}

/** The policy document an example stands under. */
export function policyDocumentOf(ruleId: string, { options, ownDomains }: Example): object {
  return { organisation: { domains: ownDomains }, rules: { [ruleId]: options } };
}

function draftOf(draft: ExampleDraft): Draft {
  const fields: readonly RecipientField[] = ['to', 'cc', 'bcc', 'required', 'optional'];
  const recipients: Recipient[] = [];
  for (const field of fields) {
    for (const entry of draft[field as keyof ExampleDraft] as readonly string[] | undefined || []) {
      const list = (draft.lists || []).indexOf(entry) >= 0;
      const person = list && entry.indexOf('@') < 0 ? { address: '', name: entry } : personOf(entry);
      recipients.push(list ? { ...person, field, list } : { ...person, field });
    }
  }
  return {
    ...EMPTY_DRAFT,
    kind: draft.required || draft.optional ? 'meeting' : 'message',
    from: personOf(draft.from || SENDER),
    recipients,
    subject: draft.subject || '',
    body: draft.body || '',
    composeType: draft.composeType || 'newMail',
    purpose: draft.purpose || null,
    attachments: (draft.attachments || []).map((each) => (typeof each === 'string' ? { name: each } : each)),
    label: draft.label === undefined ? null : { id: draft.label, name: draft.label },
    categories: draft.categories || [],
    openedWith: draft.openedWith ? draft.openedWith.map(personOf) : null,
  };
}

function personOf(text: string): Person {
  const named = /^(.+) <(.+)>$/.exec(text);
  return named ? { name: named[1] as string, address: named[2] as string } : { name: '', address: text };
}

/** A map by key; a text other than `nobody` is the reason why nothing is known. */
function byKey<T, V>(entries: { readonly [key: string]: T | UnknownReason }, keyOf: (key: string) => string, valueOf: (entry: T) => V): ReadonlyMap<string, Evidence<V>> {
  const evidence = new Map<string, Evidence<V>>();
  for (const key of Object.keys(entries)) {
    const entry = entries[key] as T | UnknownReason;
    evidence.set(keyOf(key), typeof entry === 'string' && entry !== 'nobody' ? { known: false, reason: entry as UnknownReason } : { known: true, value: valueOf(entry as T) });
  }
  return evidence;
}

function contactOf(contact: Exclude<ExampleContact, UnknownReason>): Contact {
  if (contact === 'nobody') return { record: 'unknown', tags: [] };
  const tags = (contact.tags || []).map((tag): ConsentTag => ({ ...tag, basis: tag.basis || 'consent' }));
  return { ...contact, record: 'known', tags };
}

function membersOf(members: Exclude<ExampleMembers, UnknownReason>): ListMembers {
  return Array.isArray(members)
    ? { members: (members as readonly string[]).map(personOf), complete: true }
    : { members: (members as { readonly some: readonly string[] }).some.map(personOf), complete: false };
}

function expectedOf(expected: Expectation): Example['expected'] {
  if (expected === 'passed' || expected === 'notApplicable') return expected;
  const all = Array.isArray(expected) ? expected as readonly Finds[] : [expected as Finds];
  return all.map((each): ExpectedReport => {
    const { data, about, severity } = each;
    const said: ExpectedReport = 'finds' in each ? { outcome: 'failed', message: each.finds } : { outcome: 'undetermined', message: each.undetermined };
    return { ...said, ...(data && { data }), ...(about && { about }), ...(severity && { severity }) };
  });
}
