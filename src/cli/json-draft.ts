import { type Attachment, type Draft, EMPTY_DRAFT, MESSAGE_FIELDS, type Person, type Recipient, type RecipientField } from '../core/draft';
import { PURPOSES } from '../core/purpose';
import { fitting, isSection, listOf, oneOf, optional, type Problem, type Reader, readWhole, section } from '../core/reading';
import { readJson } from '../wire/json-text';

export type JsonDraftReading =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a draft written as JSON. Everything is optional; what is there must be understood, so an
 * unknown key, a wrong type and a misspelt purpose are problems, all of them at once. Never throws.
 */
export function readJsonDraft(text: string): JsonDraftReading {
  const json = readJson(text);
  if (!json.ok) return json;
  const result = readWhole(draftReader, json.document);
  if (!result.ok) return result;

  const { from, subject, body, attachments, purpose, composeType, label, categories, openedWith } = result.value;
  return {
    ok: true,
    draft: {
      ...EMPTY_DRAFT,
      from,
      recipients: recipientsOf(result.value),
      subject,
      body,
      attachments,
      purpose,
      composeType,
      label: label === null ? null : { id: label, name: label },
      categories,
      openedWith,
    },
  };
}

function recipientsOf(lists: { readonly [F in 'to' | 'cc' | 'bcc']: readonly Person[] }): readonly Recipient[] {
  const inField = (field: RecipientField) => lists[field as 'to' | 'cc' | 'bcc'].map((person): Recipient => ({ ...person, field }));
  return MESSAGE_FIELDS.reduce<readonly Recipient[]>((all, field) => all.concat(inField(field)), []);
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
