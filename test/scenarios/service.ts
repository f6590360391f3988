import type { Contact } from '../../src/core/evidence';
import { readWhole } from '../../src/core/reading';
import { CORRESPONDENCE_PATH, type CorrespondenceNote } from '../../src/wire/correspondence';
import { allUnknown, evidenceAnswer } from '../../src/wire/evidence';
import { readEvidenceRequest } from '../../src/wire/evidence-request';
import { RECORDS_PATH, type SentRecord } from '../../src/wire/record';
import { recordsReader } from '../../src/wire/record-request';

/** How the service behaves: `silent` accepts and never answers, `slow` takes a second for each answer, `signedOut` wants a token. */
export type ServiceMood = 'up' | 'down' | 'silent' | 'slow' | 'refusing' | 'signedOut' | 'broken' | 'garbled' | 'empty';

export interface ServiceSetup {
  readonly service?: ServiceMood;
  readonly contacts?: Readonly<Record<string, Contact>>;
  /** What the organisation has decided; `null`: there is no policy of its own. */
  readonly policy?: object | null;
}

export interface PlayedService {
  fetch(url: string, init?: { readonly body?: string }): Promise<Response>;
  setMood(mood: ServiceMood): void;
  /** Addresses it was asked about, request by request. */
  readonly asked: readonly (readonly string[])[];
  /** Addresses it was told a mail was let go to, mail by mail. */
  readonly noted: readonly (readonly string[])[];
  /** What it was told of decisions, as often as it was. */
  readonly recorded: readonly SentRecord[];
}

/** What an administrator would have written, with whatever a scenario says of it. */
export function policyDocument(policy: object | null): object {
  return { version: 2, unknownEvidence: 'confirm', rules: {}, ...policy };
}

/** The service as the add-in reaches it, without a network between them. */
export function playService({ service = 'up', contacts = {}, policy = { organisation: { domains: ['own.example'] } } }: ServiceSetup): PlayedService {
  const asked: (readonly string[])[] = [];
  const noted: (readonly string[])[] = [];
  const recorded: SentRecord[] = [];
  let mood = service;

  async function answer(url: string, body: string): Promise<Response> {
    if (url.endsWith('/policy')) return Response.json({ policy: policyDocument(policy) });
    if (url.endsWith(CORRESPONDENCE_PATH)) {
      noted.push((JSON.parse(body) as CorrespondenceNote).addresses);
      return new Response(null, { status: 204 });
    }
    if (url.endsWith(RECORDS_PATH)) {
      const sent = readWhole(recordsReader(), JSON.parse(body));
      if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
      recorded.push(...sent.value.records);
      return new Response(null, { status: 204 });
    }
    const request = readEvidenceRequest(JSON.parse(body));
    if (!request.ok) throw new Error(JSON.stringify(request.problems));
    if (request.question.contacts.length > 0) asked.push([...request.question.contacts]);
    return Response.json(evidenceAnswer(request.question, {
      ...allUnknown(request.question, 'noSource'),
      contacts: new Map(request.question.contacts.map((address) => [address, { known: true, value: contacts[address] ?? { record: 'unknown', tags: [] } }])),
    }));
  }

  return {
    asked,
    noted,
    recorded,
    setMood(next) {
      mood = next;
    },
    async fetch(url, init) {
      switch (mood) {
        case 'down':
          throw new TypeError('Network request failed');
        case 'silent':
          return new Promise(() => {});
        case 'refusing':
          return new Response('not you', { status: 403 });
        case 'signedOut':
          return Response.json({ type: 'urn:umsicht:problem:sign-in-required', title: 'Sign in first.', status: 401 }, {
            status: 401, headers: { 'content-type': 'application/problem+json', 'www-authenticate': 'Bearer realm="umsicht"' },
          });
        case 'broken':
          return new Response('out of order', { status: 500 });
        case 'garbled':
          return new Response('{"contacts":[{"address":1', { status: 200 });
        case 'empty':
          return new Response('', { status: 200 });
        case 'slow':
          await new Promise((done) => setTimeout(done, 700));
          return answer(url, init?.body ?? '');
        case 'up':
          return answer(url, init?.body ?? '');
      }
    },
  };
}
