import { isSection, oneOf, type Problem, type Reader, readWhole } from './reading';
import { type Rule, SEVERITIES } from './rule';

/** The version of the format that is written today. A document that names none is of this one. */
export const FORMAT = 2;

/** A setting of a document that is new or has another value. */
export interface Change {
  readonly path: readonly string[];
  readonly value: unknown;
}

type Document = { readonly [name: string]: unknown };
type Migration = (document: Document, rules: readonly Rule[]) => readonly Change[];

/** What has to change in a document of that version, so that it means in the next one what it meant before. */
const MIGRATIONS: { readonly [version: number]: Migration } = {
  1: (document, rules) => splitConsent(document, rules),
};

/** Everything that changes on the way from an old version to today's, in order; nothing for a document of today. Never throws. */
export function changesFor(document: unknown, rules: readonly Rule[]): readonly Change[] {
  if (!isSection(document)) return [];
  const { version } = document;
  const migrate = typeof version === 'number' ? MIGRATIONS[version] : undefined;
  if (!migrate) return [];
  const changes = [{ path: ['version'], value: (version as number) + 1 }, ...migrate(document, rules)];
  return [...changes, ...changesFor(changes.reduce(withChange, document), rules)];
}

/** The document as it would be written today. What is no document, or of no known version, stays as it is. */
export function migrated(document: unknown, rules: readonly Rule[]): unknown {
  return changesFor(document, rules).reduce((state, change) => withChange(state as Document, change), document);
}

/** A version that this build cannot know: whatever else is in the document may mean something else there. */
export function newerVersion(document: unknown): Problem | undefined {
  const version = isSection(document) ? document.version : undefined;
  return typeof version === 'number' && version > FORMAT
    ? { path: 'version', message: `this policy is of version ${version}, and this Umsicht reads versions up to ${FORMAT}` }
    : undefined;
}

function withChange(document: Document, { path: [name = '', ...rest], value }: Change): Document {
  const inner = document[name];
  return { ...document, [name]: rest.length > 0 ? withChange(isSection(inner) ? inner : {}, { path: rest, value }) : value };
}

/** Rules that were one until version 1: missing-consent. */
const ONCE_MISSING_CONSENT: readonly string[] = ['unconfirmed-consent', 'withdrawn-consent', 'expired-consent', 'purpose-mismatch', 'existing-customers', 'unknown-contacts'];

/** What was decided for missing-consent goes on holding for the rules made out of it. */
function splitConsent({ rules: settings }: Document, rules: readonly Rule[]): readonly Change[] {
  const once = isSection(settings) ? settings['missing-consent'] : undefined;
  if (!isSection(settings) || !isSection(once)) return [];
  const changes: Change[] = [];
  for (const { id, options } of rules) {
    const own = hasOwn(settings, id) ? settings[id] : {};
    if (ONCE_MISSING_CONSENT.indexOf(id) < 0 || !isSection(own)) continue;
    for (const [name, reader] of [['severity', oneOf(SEVERITIES)], ['exempt', options.exempt && options.exempt.read]] as readonly [string, Reader<unknown> | undefined][]) {
      // What is wrong is told once, where it stands.
      if (reader && hasOwn(once, name) && !hasOwn(own, name) && readWhole(reader, once[name]).ok) changes.push({ path: ['rules', id, name], value: once[name] });
    }
  }
  return changes;
}

function hasOwn(document: Document, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(document, name);
}
