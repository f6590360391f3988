import type { Rule } from '../core/rule';
import type { Example } from '../rules/example';
import { type DraftGroup, draftsOf } from './drafts';
import { emptyMeeting, wholeDrafts } from './whole-drafts';
import { WORDS } from './words';

interface ExamplesModule {
  readonly examples: readonly Example[];
}

declare global {
  interface ImportMeta {
    /** webpack: the modules under a folder whose path matches. */
    webpackContext(folder: string, options: { readonly recursive: boolean; readonly regExp: RegExp }): { keys(): string[]; (path: string): unknown };
  }
}

/** Every rule's examples by its id, found by folder, so that a new rule is here without a line of ours. */
const found = import.meta.webpackContext('../rules', { recursive: true, regExp: /^\.\/[^/]+\/examples\.ts$/ });
export const examplesOf: ReadonlyMap<string, readonly Example[]> = new Map(
  found.keys().map((path) => [path.split('/')[1] as string, (found(path) as ExamplesModule).examples]),
);

/** All drafts to choose from beside the empty message: an empty meeting and whole drafts first, then the rules' examples in the order people read the rules. */
export function groupsOf(rules: readonly Rule[], examples: ReadonlyMap<string, readonly Example[]>, now: number): readonly DraftGroup[] {
  return [
    { title: null, drafts: [emptyMeeting] },
    { title: { de: WORDS.de.wholeDrafts, en: WORDS.en.wholeDrafts }, drafts: wholeDrafts },
    ...rules.map((rule) => draftsOf(rule, examples.get(rule.id) ?? [], rules, now)),
  ];
}
