import { AndFilter, type Client, type Entry, EqualityFilter, type Filter, GreaterThanEqualsFilter, NoSuchAttributeError, NoSuchObjectError, OrFilter, PresenceFilter } from 'ldapts';
import { addressKey } from '../../core/address';
import { type AddressFacts, type Changes, type ConsentFact, type Connector, type LookUpLimits, SourceFailure } from '../connector';
import { type ConsentAttribute, consentFacts, type FlagAttribute, generalizedTime } from './consent-attributes';
import { comparableName } from './distinguished-name';
import { valuesOf } from './entry-values';
import { reasonFor } from './ldap-failures';
import { type LdapAccount, ldapClient } from './ldap-client';

export interface LdapConsentSettings extends LdapAccount {
  /** Attributes with addresses; values that begin with a scheme, as in Exchange's `proxyAddresses`, count where that is `smtp:`. */
  readonly addresses: readonly string[];
  readonly consents: readonly ConsentAttribute[];
  readonly noMail: FlagAttribute | null;
  readonly noAdvertising: FlagAttribute | null;
  /** Distinguished names of lists to be on which means something; the name is the id that is mapped. */
  readonly lists: readonly string[];
  /** When an entry last changed, where changes are to be asked for. */
  readonly changed: 'modifyTimestamp' | 'whenChanged' | null;
}

const PAGE = 100;
const COMPARISONS_AT_ONCE = 8;
const OVERLAP = 2 * 60_000;
const MOST_CHANGES = 10_000;
const MEMBER_ATTRIBUTES = ['member', 'uniqueMember'] as const;

/**
 * People in an LDAP directory with what they have agreed to in attributes of their own, or by the lists they are on (direct members). Values go
 * into filters as they are, in BER, where there is nothing to escape.
 */
export function ldapConsents(settings: LdapConsentSettings, now: () => number): Connector {
  const { base, login, addresses, consents, noMail, noAdvertising, lists, changed } = settings;
  const flags = [noMail, noAdvertising].flatMap((flag) => (flag ? [flag.attribute] : []));
  const attributes = [...new Set([...addresses, ...flags, ...consents.flatMap((each) => [each.attribute, each.obtained, each.confirmed, each.withdrawnAt, each.expires, each.basis].flatMap((name) => name ?? []))])];

  const session = async <T>({ signal, turn }: LookUpLimits, work: (client: Client) => Promise<T>): Promise<T> => {
    await turn();
    const client = ldapClient(settings);
    const end = (): void => void client.unbind().catch(() => undefined);
    signal.addEventListener('abort', end, { once: true });
    try {
      if (login) await client.bind(login.user, login.password);
      return await work(client);
    } catch (error) {
      if (signal.aborted) throw new SourceFailure('timeout', 'tooLate');
      throw error instanceof SourceFailure ? error : failureOf(error);
    } finally {
      signal.removeEventListener('abort', end);
      end();
    }
  };

  const entries = async (client: Client, filter: Filter, wanted: readonly string[]): Promise<readonly Entry[]> => (await client.search(base, { scope: 'sub', filter, attributes: [...wanted], paged: { pageSize: PAGE } })).searchEntries;

  const addressesOf = (entry: Entry): readonly string[] => addresses.flatMap((attribute) => valuesOf(entry, attribute)).flatMap((value) => {
    const scheme = /^([a-z0-9]+):/i.exec(value)?.[1];
    if (scheme === undefined) return [value];
    return scheme.toLowerCase() === 'smtp' ? [value.slice(scheme.length + 1)] : [];
  });

  const lookUp: Connector['lookUp'] = (asked, limits) => session(limits, async (client) => {
    const keys = new Set(asked.map(({ key }) => key));
    const spellings = asked.flatMap((each) => each.spellings);
    const equalities = addresses.flatMap((attribute) => spellings.flatMap((value) => {
      const isProxy = attribute.toLowerCase() === 'proxyaddresses';
      return new EqualityFilter({ attribute, value: isProxy ? `smtp:${value}` : value });
    }));
    const found = new Map<string, Entry[]>();
    for (const entry of await entries(client, new OrFilter({ filters: equalities }), attributes)) {
      for (const key of new Set(addressesOf(entry).map(addressKey))) if (keys.has(key)) found.set(key, [...(found.get(key) ?? []), entry]);
    }
    const membership = await memberships(client, lists, [...new Set([...found.values()].flat())]);
    return new Map(asked.map(({ key }): [string, AddressFacts | SourceFailure] => [key, factsOf(found.get(key) ?? [])]));

    function factsOf(people: readonly Entry[]): AddressFacts | SourceFailure {
      if (people.length === 0) return { contact: 'unknown' };
      const facts: ConsentFact[] = [];
      for (const entry of people) {
        const own = consentFacts(entry, settings);
        if (!own) return new SourceFailure('invalidAnswer', 'notUnderstood');
        facts.push(...own, ...(membership.get(entry) ?? []).map((id): ConsentFact => ({ scope: { kind: 'native', id }, status: 'member' })));
      }
      return { contact: 'known', facts, records: people.map(({ dn }) => comparableName(dn)) };
    }
  });

  return {
    atOnce: 50,
    bases: {},
    lookUp,
    async check(limits) {
      await lookUp([{ key: 'nobody@umsicht.invalid', spellings: ['nobody@umsicht.invalid'] }], limits);
      return session(limits, async (client) => {
        const problems: string[] = [];
        for (const list of lists) if (!(await isThere(client, list))) problems.push(`There is no list ${list}, or it may not be read.`);
        const all = await client.search(base, { scope: 'sub', filter: new OrFilter({ filters: addresses.map((attribute) => new PresenceFilter({ attribute })) }), attributes: ['1.1'], sizeLimit: 1 }).catch((error: unknown) => {
          // More than the one asked for.
          if (error instanceof Error && error.name === 'SizeLimitExceededError') return null;
          throw error;
        });
        if (all?.searchEntries.length === 0) problems.push(`Nobody in ${base} has an address in ${addresses.join(', ')} that may be read.`);
        return problems;
      });
    },
    async purposes() {
      return [...consents.map(({ id, attribute }) => ({ id, label: attribute })), ...lists.map((id) => ({ id, label: id }))];
    },
    ...(changed !== null && {
      changes: (cursor: string | null, since: number, limits: LookUpLimits): Promise<Changes> => session(limits, async (client) => {
        const until = new Date(now()).toISOString();
        const from = new GreaterThanEqualsFilter({ attribute: changed, value: generalizedTime((cursor === null ? since : Date.parse(cursor)) - OVERLAP) });
        // Who was put on a list, or taken off, is not to be seen from that.
        for (const list of lists) if ((await client.search(list, { scope: 'base', filter: from, attributes: ['1.1'] })).searchEntries.length > 0) return { touched: [], cursor: until, everything: true as const };
        const touched = (await entries(client, new AndFilter({ filters: [from, new OrFilter({ filters: addresses.map((attribute) => new PresenceFilter({ attribute })) })] }), addresses))
          .flatMap((entry) => [...addressesOf(entry).map((address) => ({ address })), { record: comparableName(entry.dn) }]);
        return touched.length > MOST_CHANGES ? { touched: [], cursor: until, everything: true as const } : { touched, cursor: until };
      }),
    }),
  };
}

/** Which of the lists each entry is on. The directory is asked to compare, so that no list has to be read. */
async function memberships(client: Client, lists: readonly string[], people: readonly Entry[]): Promise<ReadonlyMap<Entry, readonly string[]>> {
  const found = new Map<Entry, string[]>();
  const pairs = people.flatMap((entry) => lists.map((list) => ({ entry, list })));
  for (let start = 0; start < pairs.length; start += COMPARISONS_AT_ONCE) {
    await Promise.all(pairs.slice(start, start + COMPARISONS_AT_ONCE).map(async ({ entry, list }) => {
      if (await isMember(client, list, entry.dn)) found.set(entry, [...(found.get(entry) ?? []), list]);
    }));
  }
  return found;
}

async function isMember(client: Client, list: string, name: string): Promise<boolean> {
  for (const attribute of MEMBER_ATTRIBUTES) {
    try {
      if (await client.compare(list, attribute, name)) return true;
    } catch (error) {
      // A list has one of the two kinds of members.
      if (!(error instanceof NoSuchAttributeError)) throw error;
    }
  }
  return false;
}

async function isThere(client: Client, name: string): Promise<boolean> {
  try {
    return (await client.search(name, { scope: 'base', attributes: ['1.1'] })).searchEntries.length > 0;
  } catch (error) {
    if (error instanceof NoSuchObjectError) return false;
    throw error;
  }
}

/** The name of the error alone: its words may hold what was asked. A place that is not there is a matter of the set-up. */
function failureOf(error: unknown): SourceFailure {
  const reason = reasonFor(error);
  const { name, code } = error as { name?: unknown; code?: unknown };
  const word = [name === 'Error' ? code : name, name].find((each) => typeof each === 'string' && /^\w{1,60}$/.test(each)) as string | undefined;
  return new SourceFailure(reason === 'notFound' ? 'refused' : reason, word ?? 'unknown');
}
