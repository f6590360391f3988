import * as v from 'valibot';
import { type Draft, EMPTY_DRAFT, MESSAGE_FIELDS, type Person, type Recipient, type RecipientField } from '../core/draft';
import { PURPOSES } from '../core/purpose';

/** What is wrong with a draft document, and where. The path of the whole is empty. */
export interface DraftProblem {
  readonly path: string;
  readonly message: string;
}

export type JsonDraftReading =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

/**
 * Reads a draft written as JSON. Everything is optional; what is there must be understood, so an
 * unknown key, a wrong type and a misspelt purpose are problems, all of them at once. Never throws.
 */
export function readJsonDraft(text: string): JsonDraftReading {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { ok: false, problems: [{ path: '', message: `no JSON: ${error instanceof Error ? error.message : String(error)}` }] };
  }
  const result = v.safeParse(draftSchema, document);
  if (!result.success) return { ok: false, problems: result.issues.map(problemOf) };

  const { from, subject, body, attachments, purpose, composeType, original } = result.output;
  return {
    ok: true,
    draft: {
      ...EMPTY_DRAFT,
      from,
      recipients: recipientsOf(result.output),
      subject,
      body,
      attachments,
      purpose,
      composeType,
      original: original && { from: original.from, recipients: recipientsOf(original) },
    },
  };
}

function recipientsOf(lists: { readonly [F in 'to' | 'cc' | 'bcc']: readonly Person[] }): readonly Recipient[] {
  const inField = (field: RecipientField) => lists[field as 'to' | 'cc' | 'bcc'].map((person): Recipient => ({ ...person, field }));
  return MESSAGE_FIELDS.reduce<readonly Recipient[]>((all, field) => all.concat(inField(field)), []);
}

const person = section({ address: v.string('a text'), name: v.optional(v.string('a text'), '') });
const people = v.optional(v.array(person, 'a list of people'), []);
const text = v.optional(v.string('a text'), '');

const named = v.pipe(v.string(), v.transform((name) => ({ name })));
const bytes = v.pipe(
  v.number('a number of bytes'),
  v.integer('a number of bytes'),
  v.minValue(0, 'a number of bytes'),
);
const described = section({ name: v.string('a text'), size: v.optional(bytes) }, 'a name, or an object with name and size');
/** Chosen by what stands there, so that a problem inside an object is named with its own path. */
const attachment = v.lazy((input) => (typeof input === 'string' ? named : described));

const COMPOSE_TYPES = ['newMail', 'reply', 'forward'] as const;
const sender = v.optional(v.nullable(person), null);

const draftSchema = section({
  from: sender,
  to: people,
  cc: people,
  bcc: people,
  subject: text,
  body: text,
  attachments: v.optional(v.array(attachment, 'a list of attachments'), []),
  purpose: v.optional(v.nullable(v.picklist(PURPOSES, oneOf(PURPOSES))), null),
  composeType: v.optional(v.nullable(v.picklist(COMPOSE_TYPES, oneOf(COMPOSE_TYPES))), 'newMail'),
  original: v.optional(v.nullable(section({ from: sender, to: people, cc: people, bcc: people })), null),
});

/**
 * An object with these keys and no others. Valibot's own takes a list for an object and stops at
 * the first unknown key; here every one of them is a problem, beside those of the known keys.
 */
function section<E extends v.ObjectEntries>(entries: E, what = 'an object') {
  const known = v.object(entries, 'a value');
  return v.pipe(
    v.unknown(),
    v.rawTransform<unknown, v.InferOutput<typeof known>>(({ dataset, addIssue, NEVER }) => {
      const input = dataset.value;
      if (typeof input !== 'object' || input === null || Array.isArray(input)) {
        addIssue({ message: what, input });
        return NEVER;
      }
      const unknown = Object.keys(input).filter((key) => !Object.prototype.hasOwnProperty.call(entries, key));
      for (const key of unknown) {
        addIssue({ message: `no key of that name; known here: ${Object.keys(entries).join(', ')}`, expected: 'never', path: [step(input, key)] });
      }
      const result = v.safeParse(known, input);
      if (result.success) return result.output;
      for (const { message, expected, input: found, path } of result.issues) addIssue({ message, expected: expected ?? undefined, input: found, path });
      return NEVER;
    }),
  );
}

function step(input: object, key: string): v.ObjectPathItem {
  return { type: 'object', origin: 'key', input: input as Record<string, unknown>, key, value: (input as Record<string, unknown>)[key] };
}

function oneOf(values: readonly string[]): string {
  return `one of ${values.map((value) => `"${value}"`).join(', ')}`;
}

function problemOf(issue: v.BaseIssue<unknown>): DraftProblem {
  const path = (issue.path || []).reduce((text, { key }) =>
    typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`, '');
  return { path, message: issue.expected === 'never' ? issue.message : `expected ${issue.message}, got ${shown(issue.input)}` };
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
