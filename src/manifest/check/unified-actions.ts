import { finding, type ManifestFinding } from './finding';
import { itemsOf, type JsonValue, property, textOf } from './json-tree';

/** Something a runtime can do. */
export interface Action {
  readonly id: string;
  readonly type: string;
  readonly runtime: JsonValue;
  readonly value: JsonValue;
}

export function actionsIn(extension: JsonValue): readonly Action[] {
  return itemsOf(property(extension, 'runtimes')).reduce<readonly Action[]>((all, runtime) => [
    ...all,
    ...itemsOf(property(runtime, 'actions')).map((value) => ({ id: textOf(property(value, 'id')) ?? '', type: textOf(property(value, 'type')) ?? '', runtime, value })),
  ], []);
}

/** Runtimes and what they can do. */
export function actionFindings(extension: JsonValue): readonly ManifestFinding[] {
  const runtimes = itemsOf(property(extension, 'runtimes'));
  const findings: ManifestFinding[] = [...repeated(runtimes, 'runtime')];
  for (const runtime of runtimes) {
    findings.push(...repeated(itemsOf(property(runtime, 'actions')), 'action'));
    const code = property(runtime, 'code');
    const [page, script] = [property(code, 'page'), property(code, 'script')];
    if (page && /\.m?js([?#]|$)/i.test(textOf(page) ?? '')) findings.push(finding('page-for-script', page, textOf(page) ?? '', 'a page, which loads office.js and the script'));
    const url = textOf(script) ?? '';
    if (script && /\.html?([?#]|$)/i.test(url)) findings.push(finding('page-for-script', script, url, 'a script, since classic Outlook on Windows loads no page for events'));
    else if (script && /[?#]/.test(url)) findings.push(finding('script-with-query', script, url, 'the address of the script without anything behind its path'));
  }
  return findings;
}

/** Values that have an id another one before them has. */
export function repeated(values: readonly JsonValue[], what: string): readonly ManifestFinding[] {
  const seen = new Set<string>();
  const findings: ManifestFinding[] = [];
  for (const value of values) {
    const id = property(value, 'id');
    const text = textOf(id);
    if (id && text !== undefined && seen.has(text)) findings.push(finding('duplicate-action', id, `another ${what} ${text}`));
    if (text !== undefined) seen.add(text);
  }
  return findings;
}
