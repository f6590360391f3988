import { type Node, type ParseError, parseTree, printParseErrorCode, stripComments } from 'jsonc-parser';
import type { Problem } from '../core/reading';

export type JsonReading = { readonly ok: true; readonly document: unknown } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads JSON that people write by hand (RFC 8259, a byte order mark is passed over). Besides what
 * `JSON.parse` refuses, a setting that stands twice is a problem: the first one would be skipped
 * without a word. Comments, as in JavaScript, are passed over where they are allowed. Names the
 * place; never throws.
 */
export function readJson(text: string, comments: 'refused' | 'allowed' = 'refused'): JsonReading {
  const source = text.replace(/^\ufeff/, '');
  try {
    const errors: ParseError[] = [];
    const tree = parseTree(source, errors, { disallowComments: comments === 'refused', allowTrailingComma: false, allowEmptyContent: false });
    // What follows a fault in the syntax are mostly its consequences.
    const [fault] = errors;
    if (fault) return noJson(`${sentenceFor(printParseErrorCode(fault.error))} ${placeOf(source, fault.offset)}`);
    const problems = tree ? repeated(tree, '', source) : [];
    return problems.length > 0 ? { ok: false, problems } : { ok: true, document: JSON.parse(comments === 'allowed' ? stripComments(source, ' ') : source) as unknown };
  } catch (error) {
    return noJson(error instanceof RangeError ? 'nested too deeply' : String(error));
  }
}

function noJson(why: string): JsonReading {
  return { ok: false, problems: [{ path: '', message: `no JSON: ${why}` }] };
}

/** `CommaExpected` becomes `comma expected`. */
function sentenceFor(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function placeOf(source: string, offset: number): string {
  const lines = source.slice(0, offset).split('\n');
  return `(line ${lines.length}, column ${(lines[lines.length - 1] as string).length + 1})`;
}

function repeated(node: Node, path: string, source: string): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  (node.children || []).forEach((child, index) => {
    if (node.type === 'array') {
      problems.push(...repeated(child, `${path}[${index}]`, source));
      return;
    }
    const [key, value] = child.children || [];
    if (!key) return;
    const name = String(key.value);
    const within = path === '' ? name : `${path}.${name}`;
    if (seen.has(name)) problems.push({ path: within, message: `stands here a second time ${placeOf(source, key.offset)}` });
    seen.add(name);
    if (value) problems.push(...repeated(value, within, source));
  });
  return problems;
}
