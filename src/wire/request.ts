import { isSection, type Problem, type Reader, section } from '../core/reading';
import { described, schemaOf } from '../core/reading-schema';

type Fields = { readonly [name: string]: Reader<unknown> };

/**
 * The body of a request: an object with these properties and no others. Unlike `section` it never repeats in a problem what
 * was sent, names included: somebody may have sent an address as a name.
 */
export function requestOf<F extends Fields>(fields: F): ReturnType<typeof section<F>> {
  const known = Object.keys(fields);
  const inner = section(fields, 'ignored');
  return described((value, path, problems) => {
    if (!isSection(value)) {
      problems.push({ path, message: 'expected an object' });
      return inner({}, path, []);
    }
    if (Object.keys(value).some((name) => known.indexOf(name) < 0)) problems.push({ path, message: `expected no other properties than ${known.join(', ')}` });
    return inner(value, path, problems);
  }, () => ({ ...schemaOf(inner), additionalProperties: false }));
}

/** At most so many texts, each of at most so many characters; `what` names them in the plural. */
export function textsOf(what: string, most: number, longest: number): Reader<readonly string[]> {
  return described((value, path, problems) => {
    if (!Array.isArray(value)) return refused(problems, path, `expected a list of ${what}`);
    if (value.length > most) return refused(problems, path, `expected at most ${most} ${what}, got ${value.length}`);
    value.forEach((text: unknown, index) => {
      if (typeof text !== 'string') refused(problems, `${path}[${index}]`, 'expected text');
      else if (text.length > longest) refused(problems, `${path}[${index}]`, `expected at most ${longest} characters, got ${text.length}`);
    });
    return value as string[];
  }, () => ({ type: 'array', maxItems: most, items: { type: 'string', maxLength: longest } }));
}

function refused(problems: Problem[], path: string, message: string): readonly string[] {
  problems.push({ path, message });
  return [];
}
