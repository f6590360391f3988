import { applyEdits, type FormattingOptions, modify } from 'jsonc-parser';
import { type Change, changesFor, FORMAT } from '../core/policy-migrations';
import { isSection } from '../core/reading';
import type { Rule } from '../core/rule';

/**
 * The text of a policy in today's version, with everything else as it was, comments included, but
 * for the layout of an entry that a new one stands behind; and what had to change for it. `from`: the version it was written for, where the document names none.
 */
export function migratedText(text: string, document: unknown, from: number | null, rules: readonly Rule[]): { readonly text: string; readonly changes: readonly Change[] } {
  const isNameless = isSection(document) && document['version'] === undefined;
  const named = isNameless ? { ...document, version: from ?? FORMAT } : document;
  const changes = [...(isNameless && (from ?? FORMAT) === FORMAT ? [{ path: ['version'], value: FORMAT }] : []), ...changesFor(named, rules)];
  const formattingOptions = formattingOf(text);
  const written = changes.reduce((state, { path, value }) => applyEdits(state, modify(state, [...path], value, {
    formattingOptions,
    // The version comes first, behind the address of the schema.
    getInsertionIndex: (names) => (path.length === 1 ? Number(names[0] === '$schema') : names.length),
  })), text.replace(/^\ufeff/, ''));
  return { text: (text.startsWith('\ufeff') ? '\ufeff' : '') + written, changes };
}

function formattingOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.startsWith('\t') ? 4 : indent.length, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}
