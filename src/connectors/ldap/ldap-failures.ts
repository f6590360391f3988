import {
  AdminLimitExceededError, ConfidentialityRequiredError, InappropriateAuthError, InsufficientAccessError, InvalidCredentialsError, MessageParserError,
  NoSuchObjectError, StrongAuthRequiredError, TimeLimitExceededError, UnwillingToPerformError,
} from 'ldapts';
import type { UnknownReason } from '../../core/evidence';

const REFUSALS = [
  AdminLimitExceededError, ConfidentialityRequiredError, InappropriateAuthError, InsufficientAccessError, InvalidCredentialsError, StrongAuthRequiredError, UnwillingToPerformError,
] as const;

/** Why a directory gave no answer, by what the library threw. */
export function reasonFor(error: unknown): UnknownReason {
  if (REFUSALS.some((refusal) => error instanceof refusal)) return 'refused';
  if (error instanceof NoSuchObjectError) return 'notFound';
  if (error instanceof TimeLimitExceededError) return 'timeout';
  if (error instanceof MessageParserError) return 'invalidAnswer';
  return error instanceof Error && /timed? ?out/i.test(error.message) ? 'timeout' : 'unreachable';
}
