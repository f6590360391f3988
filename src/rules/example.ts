import { addressKey } from '../core/address';
import { type ComposeType, type Draft, EMPTY_DRAFT, type Person, type Recipient, type RecipientField } from '../core/draft';
import type { ConsentTag, Contact, ContactEvidence, Evidence, UnknownReason } from '../core/evidence';
import type { Purpose } from '../core/purpose';
import type { Data, Language, Severity } from '../core/rule';

/** A draft with what a rule has to say about it: test, documentation and playground scenario in one. */
export interface Example {
  readonly title: { readonly [L in Language]: string };
  readonly draft: Draft;
  readonly contacts: ContactEvidence;
  /** Settings of the rule that differ from their defaults, as a policy would hold them. */
  readonly options: { readonly [name: string]: unknown };
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
}

/** A tag whose basis is consent unless it says otherwise. */
export type ExampleTag = Omit<ConsentTag, 'basis'> & { readonly basis?: ConsentTag['basis'] };

/** What the service answers on somebody: a record, `nobody` of that address, or no answer at all. */
export type ExampleContact = { readonly country?: string; readonly tags?: readonly ExampleTag[] } | 'nobody' | UnknownReason;

export type Expectation = 'passed' | 'notApplicable' | Finds | readonly Finds[];
export type Finds = ({ readonly finds: string } | { readonly undetermined: string }) & Pick<ExpectedReport, 'data' | 'about' | 'severity'>;

export interface Circumstances {
  readonly contacts?: { readonly [address: string]: ExampleContact };
  readonly options?: { readonly [name: string]: unknown };
  /** ISO 8601. */
  readonly now?: string;
}

/** The domain of the firm the examples' senders work for. */
export const OWN_DOMAIN = 'own.example';

const SENDER = 'Mara Own <mara@own.example>';
/** The instant the examples are checked at, unless they say otherwise. */
export const EXAMPLES_NOW = '2026-11-24T09:00:00Z';

export function example(title: Example['title'], draft: ExampleDraft, expected: Expectation, { contacts = {}, options = {}, now = EXAMPLES_NOW }: Circumstances = {}): Example {
  const evidence = new Map<string, Evidence<Contact>>();
  for (const address of Object.keys(contacts)) evidence.set(addressKey(address), evidenceOf(contacts[address] as ExampleContact));
  return { title, draft: draftOf(draft), contacts: evidence, options, now: Date.parse(now), expected: expectedOf(expected) };
}

/** The policy document an example stands under. */
export function policyDocumentOf(ruleId: string, { options }: Example): object {
  return { organisation: { domains: [OWN_DOMAIN] }, rules: { [ruleId]: options } };
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
  };
}

function personOf(text: string): Person {
  const named = /^(.+) <(.+)>$/.exec(text);
  return named ? { name: named[1] as string, address: named[2] as string } : { name: '', address: text };
}

function evidenceOf(contact: ExampleContact): Evidence<Contact> {
  if (contact === 'nobody') return { known: true, value: { record: 'unknown', tags: [] } };
  if (typeof contact === 'string') return { known: false, reason: contact };
  const tags = (contact.tags || []).map((tag): ConsentTag => ({ ...tag, basis: tag.basis || 'consent' }));
  return { known: true, value: contact.country === undefined ? { record: 'known', tags } : { record: 'known', country: contact.country, tags } };
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
