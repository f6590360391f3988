import { SourceFailure } from '../connector';

/** SQLSTATE classes and codes (PostgreSQL, appendix A) by what they mean for us. */
const MEANINGS: readonly (readonly [state: RegExp, reason: SourceFailure['reason'], code: string | null])[] = [
  [/^57014$/, 'timeout', null],
  [/^(28|42501)/, 'refused', null],
  [/^3D000$/, 'refused', 'noDatabase'],
  [/^42703$/, 'refused', 'columnsMissing'],
  [/^(42P01|3F000)$/, 'refused', 'noView'],
  [/^(53|57|08)/, 'unreachable', null],
  [/^(22|25|2F|42|P0)/, 'invalidAnswer', null],
];

/** What the library threw, without its words: these may quote values. */
export function failureOf(error: unknown): SourceFailure {
  if (error instanceof SourceFailure) return error;
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string };
  const state = typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : null;
  const [, reason, own] = MEANINGS.find(([states]) => state !== null && /^[0-9A-Z]{5}$/.test(state) && states.test(state)) ?? [null, /time?out/i.test(message) ? 'timeout' as const : 'unreachable' as const, null];
  return new SourceFailure(reason, own ?? state ?? 'noConnection');
}
