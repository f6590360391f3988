import { type Attachment, type Draft, EMPTY_DRAFT, MEETING_FIELDS, MESSAGE_FIELDS, type Person, type Recipient, type RecipientField } from '../core/draft';
import { PURPOSES } from '../core/purpose';
import { fitting, isSection, listOf, oneOf, optional, type Problem, type Reader, readWhole, section } from '../core/reading';
import { readJson } from '../wire/json-text';

export type JsonDraftReading =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a draft written as JSON. Everything is optional; what is there must be understood, so an
 * unknown key, a wrong type and a misspelt purpose are problems, all of them at once. Attendees make
 * it a meeting. Never throws.
 */
export function readJsonDraft(text: string): JsonDraftReading {
  const json = readJson(text);
  if (!json.ok) return json;
  const result = readWhole(draftReader, json.document);
  if (!result.ok) return result;

  const { from, subject, body, attachments, purpose, composeType, label, categories, openedWith } = result.value;
  const [attendees, people] = [MEETING_FIELDS, MESSAGE_FIELDS].map((fields) => recipientsIn(result.value, fields)) as [readonly Recipient[], readonly Recipient[]];
  const isMeeting = attendees.length > 0;
  if (isMeeting && people.length > 0) return { ok: false, problems: MESSAGE_FIELDS.filter((field) => people.some((each) => each.field === field)).map((path) => ({ path, message: 'a meeting has attendees in required and optional only' })) };
  return {
    ok: true,
    draft: {
      ...EMPTY_DRAFT,
      kind: isMeeting ? 'meeting' : 'message',
      from,
      recipients: isMeeting ? attendees : people,
      subject,
      body,
      attachments,
      purpose,
      composeType: isMeeting ? null : composeType,
      label: label === null ? null : { id: label, name: label },
      categories,
      openedWith,
    },
  };
}

function recipientsIn(lists: { readonly [F in RecipientField]: readonly Person[] }, fields: readonly RecipientField[]): readonly Recipient[] {
  return fields.reduce<readonly Recipient[]>((all, field) => all.concat(lists[field].map((person) => ({ ...person, field }))), []);
}

const text = fitting<string>((value) => typeof value === 'string', 'a text');
const person = section({ address: text, name: optional(text, '') });
const people = optional(listOf(person, 'a list of people'), []);
const sender = optional(orNull(person), null);

const described = section({
  name: text,
  size: optional(fitting<number>((value) => Number.isInteger(value) && (value as number) >= 0, 'a number of bytes'), undefined),
});
const nameOrObject = fitting<Attachment>(() => false, 'a name, or an object with name and size');

/** Read by what stands there, so that a problem inside an object is named with its own path. */
const attachment: Reader<Attachment> = (value, path, problems) => {
  if (typeof value === 'string') return { name: value };
  return isSection(value) ? described(value, path, problems) : nameOrObject(value, path, problems);
};

const draftReader = section({
  from: sender,
  to: people,
  cc: people,
  bcc: people,
  required: people,
  optional: people,
  subject: optional(text, ''),
  body: optional(text, ''),
  attachments: optional(listOf(attachment, 'a list of attachments'), []),
  purpose: optional(orNull(oneOf(PURPOSES)), null),
  composeType: optional(orNull(oneOf(['newMail', 'reply', 'forward'] as const)), 'newMail' as const),
  label: optional(orNull(text), null),
  categories: optional(listOf(text, 'a list of category names'), []),
  openedWith: optional(orNull(listOf(person, 'a list of people')), null),
});

function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value, path, problems) => (value === null ? null : reader(value, path, problems));
}
