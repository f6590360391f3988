import type { FastifyInstance } from 'fastify';
import { policySchema } from '../configuration/policy-schema';
import type { EvidenceSet } from '../core/evidence';
import type { Policy } from '../core/policy';
import { rules } from '../rules';
import { CORRESPONDENCE_PATH, correspondenceNoteReader } from '../wire/correspondence';
import { EVIDENCE_PATH, evidenceAnswer } from '../wire/evidence';
import { evidenceAnswerSchema, evidenceRequestReader, questionIn } from '../wire/evidence-request';
import { POLICY_PATH, policyAnswer } from '../wire/policy';
import { sendTagged } from './add-in-files';
import { type AnyApiRoute, apiRoute, serveRoutes } from './api-route';
import { CONNECTOR_CHANGES } from './connector-changes';
import type { DecisionRecords } from './decision-records';
import { answerFrom, type EvidenceSources, keyOf } from './evidence';
import type { Identity } from '../identity/identity';
import { OPENAPI_PATH, openApiDocument } from './openapi';
import { recordRoutes } from './record-routes';

export interface ApiParts {
  readonly policy: Policy;
  /** Whoever reaches the service may read the policy. */
  readonly openPolicy: boolean;
  /** Whoever reaches the service may bring records. */
  readonly openRecords: boolean;
  readonly sources: EvidenceSources;
  /** Hears of every answer, to count it. */
  readonly onEvidence: (evidence: EvidenceSet) => void;
  /** Takes down who was written to, by address key. */
  readonly noteCorrespondence: (addressKeys: readonly string[]) => Promise<void>;
  readonly records: DecisionRecords;
}

/** What the add-in asks for: the policy, and what is known of its recipients; and what it tells: who was written to. */
export function apiRoutes({ policy, openPolicy, openRecords, sources, onEvidence, noteCorrespondence, records }: ApiParts): readonly AnyApiRoute[] {
  const policyText = JSON.stringify(policyAnswer(policy));
  return [
    apiRoute({
      method: 'GET',
      path: POLICY_PATH,
      id: 'readPolicy',
      role: openPolicy ? null : 'sender',
      summary: 'The policy in force, with everything filled in.',
      answers: {
        200: {
          description: 'The policy.',
          schema: { type: 'object', properties: { policy: { $ref: '#/components/schemas/Policy' } }, required: ['policy'] },
          headers: { etag: 'Send it back as If-None-Match, and the policy comes again only when it has changed.' },
        },
        304: { description: 'It is still the policy you know.' },
      },
      handle: ({ request, reply }) => sendTagged(request, reply.type('application/json; charset=utf-8'), policyText),
    }),
    apiRoute({
      method: 'POST',
      path: EVIDENCE_PATH,
      id: 'askForEvidence',
      role: 'sender',
      summary: 'What is known of people, distribution lists and domains. Changes nothing.',
      body: evidenceRequestReader,
      answers: { 200: { description: 'An entry for everything that was asked about, in the same order and the same spelling.', schema: evidenceAnswerSchema() } },
      async handle({ body }) {
        const question = questionIn(body);
        const evidence = await answerFrom(sources, question);
        onEvidence(evidence);
        return evidenceAnswer(question, evidence);
      },
    }),
    apiRoute({
      method: 'POST',
      path: CORRESPONDENCE_PATH,
      id: 'noteCorrespondence',
      role: 'sender',
      summary: 'Takes down, as keyed hashes, who a mail was let go to.',
      body: correspondenceNoteReader(),
      answers: { 204: { description: 'It is taken down.' } },
      async handle({ body, reply }) {
        await noteCorrespondence(body.addresses.map(keyOf).filter((key) => key !== undefined));
        return reply.code(204).send();
      },
    }),
    ...recordRoutes(records, openRecords, Date.now),
  ];
}

/** Serves routes and the document that describes them. */
export function serveApi(app: FastifyInstance, routes: readonly AnyApiRoute[], identity: Identity, version: string): void {
  serveRoutes(app, routes, identity);
  const document = JSON.stringify(openApiDocument([...routes, CONNECTOR_CHANGES], { Policy: policySchema(rules, 'en') }, version));
  app.get(OPENAPI_PATH, (request, reply) => sendTagged(request, reply.type('application/json; charset=utf-8'), document));
}
