import type { EvidenceKind, EvidenceQuestion } from '../core/evidence';
import { optional, type Problem, type Reader, readWhole } from '../core/reading';
import { type Schema, schemaOf } from '../core/reading-schema';
import { contactReader, UNKNOWN_REASONS } from './contact';
import { ASKED, type EvidenceRequest, LONGEST_ADDRESS, perKind } from './evidence';
import { correspondenceReader, domainReader, membersReader } from './evidence-values';
import { requestOf, textsOf } from './request';

/*
 * What the service needs to take requests for evidence and to describe them. Apart from evidence.ts, because the send bundle
 * reads no requests.
 */

export type EvidenceRequestResult =
  | { readonly ok: true; readonly question: EvidenceQuestion }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a request may hold. */
export const evidenceRequestReader = requestOf({
  addresses: textsOf('addresses', ASKED.contacts.most, LONGEST_ADDRESS),
  lists: optional(textsOf('addresses', ASKED.members.most, LONGEST_ADDRESS), undefined),
  domains: optional(textsOf('domains', ASKED.domains.most, LONGEST_ADDRESS), undefined),
  correspondence: optional(textsOf('addresses', ASKED.correspondence.most, LONGEST_ADDRESS), undefined),
});

/** The question a request puts. */
export function questionIn(request: EvidenceRequest): EvidenceQuestion {
  return perKind((kind) => request[ASKED[kind].name] || []);
}

/** Reads a request, all problems at once. What was sent is never repeated in a problem. Never throws. */
export function readEvidenceRequest(body: unknown): EvidenceRequestResult {
  const result = readWhole(evidenceRequestReader, body);
  return result.ok ? { ok: true, question: questionIn(result.value) } : result;
}

const AGE: Schema = { type: 'number', minimum: 0, description: 'Seconds since the source said so; left out where it did just now.' };

/** What an answer looks like. */
export function evidenceAnswerSchema(): Schema {
  const entries = (kind: EvidenceKind, reader: Reader<unknown>): Schema => {
    const about = { [ASKED[kind].by]: { type: 'string' } };
    const value = schemaOf(reader) as { readonly properties: Schema; readonly required: readonly string[] };
    return {
      type: 'array',
      items: {
        oneOf: [
          { ...value, properties: { ...about, known: { const: true }, age: AGE, ...value.properties }, required: [ASKED[kind].by, 'known', ...value.required] },
          { type: 'object', properties: { ...about, known: { const: false }, reason: { enum: UNKNOWN_REASONS } }, required: [ASKED[kind].by, 'known', 'reason'] },
        ],
      },
    };
  };
  return {
    type: 'object',
    properties: {
      contacts: entries('contacts', contactReader),
      members: entries('members', membersReader),
      domains: entries('domains', domainReader),
      correspondence: entries('correspondence', correspondenceReader),
    },
    required: ['contacts'],
  };
}
