import type { ExampleDraft } from '../../src/rules/example';

export type NamedDraft = ExampleDraft & { readonly called: string };

export function mail(called: string, draft: ExampleDraft): NamedDraft {
  return { called, ...draft };
}

/** An answer to the people it was opened with, unless it says otherwise. */
export function reply(called: string, draft: ExampleDraft): NamedDraft {
  return { called, composeType: 'reply', openedWith: [...draft.to || [], ...draft.cc || []], ...draft };
}

/** Opened with empty fields. */
export function forward(called: string, draft: ExampleDraft): NamedDraft {
  return { called, composeType: 'forward', openedWith: [], ...draft };
}
