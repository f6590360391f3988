import type { FastifyReply } from 'fastify';
import { sendProblem } from './problems';
import type { Identity, IdentityRefusal } from '../identity/identity';
import type { Role } from '../identity/roles';

/** Why somebody may not: who they are is not known, or it is known and they lack the role. */
export type Refusal = IdentityRefusal | { readonly role: Role };

/** Says so to people and, by RFC 6750, to programs. Nothing of a token is repeated. */
const WORDS: { readonly [R in Exclude<IdentityRefusal, 'none'>]: string } = {
  foreignProxy: 'A header that only the proxy may send came from elsewhere.',
  unclearProxy: 'The proxy passes on what it was sent: its header is there twice, or holds nothing.',
  malformed: 'It is no token.',
  algorithm: 'It is not signed with RS256.',
  issuer: 'It was issued by somebody else.',
  tenant: 'It is for another tenant.',
  audience: 'It is for another service.',
  scope: 'It is not for this use of the service.',
  expired: 'It is over.',
  notYetValid: 'It does not count yet.',
  unknownKey: 'It is signed with a key that the issuer does not name.',
  signature: 'Its signature does not fit.',
  claims: 'Something is missing in it.',
  keysUnreachable: 'The keys of the issuer cannot be had.',
};

/** Seconds after which a token that could not be checked may be sent again. */
const AGAIN_AFTER = 5;

/** Turns somebody away, with what would help. */
export function refuse(reply: FastifyReply, why: Refusal, { takesTokens }: Pick<Identity, 'takesTokens'>): FastifyReply {
  const challenge = (error?: string, words?: string): void => {
    if (takesTokens) reply.header('www-authenticate', `Bearer realm="umsicht"${error === undefined ? '' : `, error="${error}", error_description="${words}"`}`);
  };
  if (typeof why === 'object') {
    const detail = `It needs the role ${why.role}.`;
    challenge('insufficient_scope', detail);
    return sendProblem(reply, 'not-allowed', { detail });
  }
  switch (why) {
    case 'none':
      challenge();
      return takesTokens ? sendProblem(reply, 'sign-in-required') : sendProblem(reply, 'foreign-proxy', { detail: 'The service is reached through its proxy only.' });
    case 'foreignProxy':
    case 'unclearProxy':
      return sendProblem(reply, 'foreign-proxy', { detail: WORDS[why] });
    case 'keysUnreachable':
      return sendProblem(reply.header('retry-after', String(AGAIN_AFTER)), 'sign-in-unavailable', { detail: WORDS[why] });
    case 'scope':
      challenge('insufficient_scope', WORDS[why]);
      return sendProblem(reply, 'not-allowed', { detail: WORDS[why] });
    default:
      challenge('invalid_token', WORDS[why]);
      return sendProblem(reply, 'invalid-token', { detail: WORDS[why] });
  }
}
