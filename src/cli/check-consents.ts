import type { ConsentTag, Contact } from '../core/evidence';
import { readContactFile } from '../store/contact-file';
import { type ContactRow, problemText, type RowProblem } from '../wire/contact-row';

/** Contacts by address key, from a file. Whoever is not in it is an unknown contact. */
export type Consents = ReadonlyMap<string, Contact>;

export type ConsentsReading =
  | { readonly ok: true; readonly consents: Consents }
  /** One line of text per problem, each beginning with the number of its line. */
  | { readonly ok: false; readonly problems: readonly string[] };

interface Person {
  readonly tags: ConsentTag[];
  /** Lines by purpose and source. */
  readonly tagLines: Map<string, number>;
  name?: string;
  country?: { readonly code: string; readonly line: number };
  safeguard?: { readonly is: NonNullable<ContactRow['safeguard']>; readonly line: number };
}

/**
 * Reads a file as `umsicht import` takes it, whole or not at all: rows that are wrong, and rows that
 * contradict each other, are problems. Rejects when the file cannot be read.
 */
export async function readConsents(path: string): Promise<ConsentsReading> {
  const people = new Map<string, Person>();
  const problems: string[] = [];
  const report = (line: number, problem: RowProblem): void => {
    problems.push(`${line}: ${problemText(problem)}`);
  };
  for await (const entry of readContactFile(path)) {
    if ('problem' in entry) report(entry.line, entry.problem);
    else take(people, entry.line, entry.row, report);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, consents: new Map(contactsOf(people)) };
}

function take(people: Map<string, Person>, line: number, { key, name, country, safeguard, tag }: ContactRow, report: (line: number, problem: RowProblem) => void): void {
  const person: Person = people.get(key) ?? { tags: [], tagLines: new Map() };
  people.set(key, person);

  if (country !== undefined) {
    const first = person.country;
    if (first === undefined) person.country = { code: country, line };
    else if (first.code !== country) report(line, { column: 'country', expected: `${first.code} as in line ${first.line}`, found: JSON.stringify(country) });
  }
  if (safeguard !== undefined) {
    const first = person.safeguard;
    if (first === undefined) person.safeguard = { is: safeguard, line };
    else if (first.is.kind !== safeguard.kind || first.is.until !== safeguard.until) {
      report(line, { column: 'safeguard', expected: `the same safeguard, and the same end, as in line ${first.line}`, found: 'another' });
    }
  }
  if (name !== undefined) person.name ??= name;
  if (tag === undefined) return;
  const place = `${tag.purpose} ${tag.source ?? ''}`;
  const earlier = person.tagLines.get(place);
  if (earlier !== undefined) report(line, { column: 'address', expected: 'one row for each person, purpose and source', found: `the same three as in line ${earlier}` });
  person.tagLines.set(place, earlier ?? line);
  person.tags.push(tag);
}

function* contactsOf(people: ReadonlyMap<string, Person>): Generator<[string, Contact]> {
  for (const [key, { tags, name, country, safeguard }] of people) {
    yield [key, {
      record: 'known',
      ...(name !== undefined && { name }),
      ...(country && { country: country.code }),
      ...(safeguard && { safeguard: safeguard.is.kind, ...(safeguard.is.until !== undefined && { safeguardUntil: safeguard.is.until }) }),
      tags,
    }];
  }
}
