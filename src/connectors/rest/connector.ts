import { addressKey } from '../../core/address';
import { isSection } from '../../core/reading';
import { LONGEST_TEXT } from '../../wire/contact';
import { type AddressFacts, type Changes, type Connector, SourceFailure, type Touched } from '../connector';
import { fixedBearer, jsonRequests } from '../http/json-requests';
import { OWN_BASES, readConsent, readCountry, type WrittenConsent } from '../own-words';
import { readWebhook } from './webhook';

export interface RestSettings {
  /** What the paths of docs/consents-api.openapi.json stand behind. */
  readonly url: string;
  readonly token: string;
  /** The server has `GET /changes`. */
  readonly changes: boolean;
  /** What webhooks are signed with, as `whsec_…`; without it none are taken. */
  readonly webhookSecret?: string;
}

/** Asked about to see whether anybody answers; `.invalid` belongs to nobody (RFC 2606). */
const NOBODY = 'nobody@umsicht.invalid';

/** Anything that follows our own contract. */
export function restConnector({ url, token, changes, webhookSecret }: RestSettings): Connector {
  const requests = jsonRequests(fixedBearer(token));
  const at = (path: string): URL => new URL(`${url}${path}`);

  const lookUp: Connector['lookUp'] = async (asked, limits) => {
    const body = { channel: 'email', addresses: asked.flatMap(({ spellings }) => spellings) };
    const answer = await requests({ method: 'POST', url: at('/consents:lookup'), body }, limits);
    const results = isSection(answer) ? answer.results : undefined;
    if (!Array.isArray(results)) throw new SourceFailure('invalidAnswer', 'noResults');
    const found = new Map<string, (AddressFacts | SourceFailure)[]>();
    for (const result of results as readonly unknown[]) {
      if (!isSection(result) || typeof result.address !== 'string') continue;
      const key = addressKey(result.address);
      found.set(key, [...(found.get(key) ?? []), factsIn(result)]);
    }
    return new Map(asked.map(({ key, spellings }) => [key, together(found.get(key) ?? [], spellings.length)]));
  };

  return {
    atOnce: 100,
    bases: OWN_BASES,
    lookUp,
    async check(limits) {
      const [answer] = [...(await lookUp([{ key: NOBODY, spellings: [NOBODY] }], limits)).values()];
      if (answer instanceof SourceFailure) return [`About an address that is nobody's it has no answer: ${answer.code}.`];
      return answer?.contact === 'known' ? [`It claims to know ${NOBODY}, which is nobody: an answer for everybody is an answer for nobody.`] : [];
    },
    async purposes(limits) {
      const answer = await requests({ method: 'GET', url: at('/purposes') }, limits);
      const purposes = isSection(answer) && Array.isArray(answer.purposes) ? answer.purposes as readonly unknown[] : null;
      if (!purposes) throw new SourceFailure('invalidAnswer', 'noPurposes');
      return purposes.flatMap((each) => (isSection(each) && typeof each.id === 'string' ? [{ id: each.id, label: typeof each.label === 'string' ? each.label : each.id }] : []));
    },
    ...(changes && {
      async changes(cursor: string | null, since: number, limits: Parameters<Connector['lookUp']>[1]): Promise<Changes> {
        const where = at('/changes');
        where.search = new URLSearchParams(cursor === null ? { since: new Date(since).toISOString() } : { after: cursor }).toString();
        const answer = await requests({ method: 'GET', url: where }, limits);
        const touched = touchedIn(answer);
        if (!touched || !isSection(answer) || typeof answer.cursor !== 'string') throw new SourceFailure('invalidAnswer', 'noChanges');
        return { touched, cursor: answer.cursor, ...(answer.everything === true && { everything: true as const }) };
      },
    }),
    ...(webhookSecret !== undefined && {
      webhook: (request: Parameters<NonNullable<Connector['webhook']>>[0], now: number) => {
        const body = readWebhook(request, webhookSecret, now);
        return body === null ? null : touchedIn(body);
      },
    }),
  };
}

/** An entry for each spelling: what any of them is known for counts, and where one is missing, nothing is known. */
function together(answers: readonly (AddressFacts | SourceFailure)[], spellings: number): AddressFacts | SourceFailure {
  const failed = answers.find((each) => each instanceof SourceFailure);
  if (failed) return failed;
  if (answers.length < spellings) return new SourceFailure('invalidAnswer', 'noEntry');
  const known = answers.flatMap((each) => (!(each instanceof SourceFailure) && each.contact === 'known' ? [each] : []));
  const country = known.find((each) => each.country !== undefined)?.country;
  return known.length === 0
    ? { contact: 'unknown' }
    : { contact: 'known', facts: known.flatMap(({ facts }) => facts), ...(country !== undefined && { country }), records: known.flatMap(({ records }) => records) };
}

const ERRORS: { readonly [word: string]: SourceFailure['reason'] } = { unavailable: 'unreachable', timeout: 'timeout', refused: 'refused', ambiguous: 'ambiguous' };

function factsIn({ contact, consents = [], country, records = [], error }: { readonly [name: string]: unknown }): AddressFacts | SourceFailure {
  if (typeof error === 'string') return new SourceFailure(Object.prototype.hasOwnProperty.call(ERRORS, error) ? ERRORS[error] as SourceFailure['reason'] : 'unreachable', 'partial');
  const invalid = new SourceFailure('invalidAnswer', 'notUnderstood');
  if (!Array.isArray(consents) || !Array.isArray(records) || !records.every((each) => typeof each === 'string' && each.length <= LONGEST_TEXT)) return invalid;
  if (contact === 'unknown') return consents.length === 0 ? { contact: 'unknown' } : invalid;
  const facts = (consents as readonly unknown[]).map((each) => (isSection(each) ? readConsent(each as unknown as WrittenConsent) : undefined));
  const where = readCountry(country);
  if (contact !== 'known' || (country !== undefined && country !== null && where === undefined)) return invalid;
  const whole = facts.flatMap((fact) => fact ?? []);
  return whole.length < facts.length ? invalid : { contact: 'known', facts: whole, ...(where !== undefined && { country: where }), records: records as readonly string[] };
}

/** Null for what says nothing of changes. */
function touchedIn(body: unknown): readonly Touched[] | null {
  if (!isSection(body) || !Array.isArray(body.changed)) return null;
  return (body.changed as readonly unknown[]).flatMap((each): readonly Touched[] => {
    if (!isSection(each)) return [];
    if (typeof each.address === 'string') return [{ address: each.address }];
    return typeof each.record === 'string' ? [{ record: each.record }] : [];
  });
}
