import type { Language } from '../core/rule';
import { PROFILE_IDS, type ProfileId } from '../simulator/clients';
import type { SendMode } from '../simulator/inside';

export const SEND_MODES: readonly SendMode[] = ['PromptUser', 'SoftBlock', 'Block'];

/** What an address of the playground says, so that a state can be linked and a reload keeps it. */
export interface Link {
  readonly client: ProfileId;
  readonly sendMode: SendMode;
  readonly language: Language;
  /** Which draft to begin with, as `rule/number` or the name of a whole one; `null`: an empty one. */
  readonly draft: string | null;
  readonly isPaneOpen: boolean;
}

/** Reads a query string; what is missing or not understood gets its default. `languages` are the browser's, best first. */
export function readLink(query: string, languages: readonly string[]): Link {
  const given = new URLSearchParams(query);
  return {
    client: oneOf(PROFILE_IDS, given.get('client')) ?? 'web',
    sendMode: oneOf(SEND_MODES, given.get('mode')) ?? 'SoftBlock',
    language: oneOf(['de', 'en'] as const, given.get('lang')) ?? preferred(languages),
    draft: given.get('draft') || null,
    isPaneOpen: given.get('pane') !== 'closed',
  };
}

/** The query string for a state, with what is not as usual; the slash in a draft's name stays readable. */
export function writeLink({ client, sendMode, language, draft, isPaneOpen }: Link): string {
  const parts = [`client=${client}`, `lang=${language}`];
  if (sendMode !== 'SoftBlock') parts.push(`mode=${sendMode}`);
  if (draft !== null) parts.push(`draft=${draft.split('/').map(encodeURIComponent).join('/')}`);
  if (!isPaneOpen) parts.push('pane=closed');
  return `?${parts.join('&')}`;
}

function preferred(languages: readonly string[]): Language {
  const known = languages.map((each) => each.slice(0, 2).toLowerCase()).find((each) => each === 'de' || each === 'en');
  return known === 'de' ? 'de' : 'en';
}

function oneOf<T extends string>(values: readonly T[], given: string | null): T | undefined {
  return values.find((value) => value === given);
}
