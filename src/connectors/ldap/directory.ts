import { domainToUnicode } from 'node:url';
import { AndFilter, type Entry, EqualityFilter, type Filter, NoSuchObjectError, OrFilter, type SearchOptions } from 'ldapts';
import type { Evidence } from '../../core/evidence';
import type { Directory, DirectoryFailure, DirectoryLimits, DirectoryList, DirectoryMember, DirectorySession } from '../directory';
import { comparableName } from './distinguished-name';
import { valuesOf } from './entry-values';
import { type LdapAccount, ldapClient } from './ldap-client';
import { reasonFor } from './ldap-failures';
import { MEMBER_ATTRIBUTES, memberNames } from './member-names';

export interface LdapParts extends LdapAccount {
  readonly onFailure: DirectoryFailure;
}

/** Members looked up with one search, those read one by one at the same time, and most of these. */
const NAMES_AT_ONCE = 200;
const READS_AT_ONCE = 8;
const MOST_SINGLE_READS = 200;

/** Entries per page: less than the limits directories come with (OpenLDAP 500, Active Directory 1000). */
const PAGE = 100;

const GROUP_CLASSES = ['group', 'groupOfNames', 'groupOfUniqueNames', 'groupOfMembers'] as const;
const ENTRY_ATTRIBUTES = ['objectClass', 'mail', 'proxyAddresses', 'displayName', 'cn'];

/** Says that a directory is an Active Directory (MS-ADTS 3.1.1.3.4.3.1). */
const ACTIVE_DIRECTORY = '1.2.840.113556.1.4.800';

/**
 * Distribution lists in an LDAP directory: Active Directory's groups, and groupOfNames or
 * groupOfUniqueNames as OpenLDAP and others have them. A list is found by `mail`, or by an address in
 * Exchange's `proxyAddresses`. Members are found in large portions by their names; whoever lies
 * outside `base` is read alone. Values go into filters as they are, in BER, where there is nothing to escape.
 */
export function ldapDirectory(parts: LdapParts): Directory {
  return { open: (limits) => openSession(parts, limits) };
}

function openSession(parts: LdapParts, { signal, most }: DirectoryLimits): DirectorySession {
  const client = ldapClient(parts);
  let connected: Promise<ByName> | null = null;

  const search = async (base: string, options: SearchOptions): Promise<readonly Entry[]> => {
    if (signal.aborted) throw new Error('Operation timed out');
    return (await client.search(base, options)).searchEntries;
  };

  /** Signs in, and finds out by which attribute this directory finds entries by their names. */
  const connect = async (): Promise<ByName> => {
    if (parts.login) await client.bind(parts.login.user, parts.login.password);
    const [root] = await search('', { scope: 'base', attributes: ['supportedCapabilities'] });
    return root && valuesOf(root, 'supportedCapabilities').includes(ACTIVE_DIRECTORY) ? 'distinguishedName' : 'entryDN';
  };

  const answer = async (work: (byName: ByName) => Promise<Evidence<DirectoryList>>): Promise<Evidence<DirectoryList>> => {
    try {
      connected ??= connect();
      return await work(await connected);
    } catch (error) {
      if (!signal.aborted) parts.onFailure(error);
      return { known: false, reason: signal.aborted ? 'timeout' : reasonFor(error) };
    }
  };

  const listIn = async (group: Entry, byName: ByName): Promise<Evidence<DirectoryList>> => {
    const { names, complete } = await memberNames(group, most, async (attribute) => (await search(group.dn, { scope: 'base', attributes: [attribute] }))[0]);
    const found = await entriesNamed(search, parts.base, byName, names.slice(0, most));
    return {
      known: true,
      value: { id: group.dn, members: found.entries.flatMap(memberIn), complete: complete && found.complete },
    };
  };

  return {
    listAt: (address) => answer(async (byName) => {
      const groups = await search(parts.base, {
        filter: new AndFilter({ filters: [anyOf('objectClass', GROUP_CLASSES), new OrFilter({ filters: addressFilters(address) })] }),
        attributes: [...ENTRY_ATTRIBUTES, ...MEMBER_ATTRIBUTES],
        sizeLimit: 2,
      });
      const [group] = groups;
      if (!group) return { known: false, reason: 'notFound' };
      return groups.length > 1 ? { known: false, reason: 'ambiguous' } : listIn(group, byName);
    }),
    list: (id) => answer(async (byName) => {
      const [group] = await search(id, { scope: 'base', attributes: [...ENTRY_ATTRIBUTES, ...MEMBER_ATTRIBUTES] });
      return group ? listIn(group, byName) : { known: false, reason: 'notFound' };
    }),
    // The library waits for a server to hang up that may never do so; nobody waits for that here.
    close: () => void client.unbind().catch(() => undefined),
  };
}

type ByName = 'distinguishedName' | 'entryDN';
type Search = (base: string, options: SearchOptions) => Promise<readonly Entry[]>;

function anyOf(attribute: string, values: readonly string[]): Filter {
  return new OrFilter({ filters: values.map((value) => new EqualityFilter({ attribute, value })) });
}

/** Directories keep an internationalised domain in either of its forms. */
function addressFilters(address: string): Filter[] {
  const at = address.lastIndexOf('@');
  const readable = domainToUnicode(address.slice(at + 1));
  const spellings = new Set([address, readable === '' ? address : `${address.slice(0, at)}@${readable}`]);
  return [...spellings].flatMap((spelling) => [
    new EqualityFilter({ attribute: 'mail', value: spelling }),
    new EqualityFilter({ attribute: 'proxyAddresses', value: `smtp:${spelling}` }),
  ]);
}

/** The entries of these names, as far as they can be read. */
async function entriesNamed(search: Search, base: string, byName: ByName, names: readonly string[]): Promise<{ readonly entries: readonly Entry[]; readonly complete: boolean }> {
  const entries: Entry[] = [];
  const missing = new Map(names.map((name) => [comparableName(name), name]));
  for (let start = 0; start < names.length; start += NAMES_AT_ONCE) {
    const portion = names.slice(start, start + NAMES_AT_ONCE);
    const found = await search(base, { filter: anyOf(byName, portion), attributes: ENTRY_ATTRIBUTES, paged: { pageSize: PAGE } });
    entries.push(...found);
    // As many as were asked for are all of them, in whatever spelling.
    const seen = found.length === portion.length ? portion : found.map(({ dn }) => dn);
    for (const name of seen) missing.delete(comparableName(name));
  }
  const alone = [...missing.values()];
  let complete = alone.length <= MOST_SINGLE_READS;
  for (let start = 0; start < Math.min(alone.length, MOST_SINGLE_READS); start += READS_AT_ONCE) {
    const found = await Promise.all(alone.slice(start, Math.min(start + READS_AT_ONCE, MOST_SINGLE_READS)).map((name) => entryNamed(search, name)));
    for (const entry of found) {
      if (entry) entries.push(entry);
      else complete = false;
    }
  }
  return { entries, complete };
}

/** Undefined for an entry that is gone, or hidden, which a directory tells nobody apart. */
async function entryNamed(search: Search, name: string): Promise<Entry | undefined> {
  try {
    return (await search(name, { scope: 'base', attributes: ENTRY_ATTRIBUTES }))[0];
  } catch (error) {
    if (error instanceof NoSuchObjectError) return undefined;
    throw error;
  }
}

/** Nobody, for an entry that gets no mail. */
function memberIn(entry: Entry): readonly DirectoryMember[] {
  const classes = valuesOf(entry, 'objectClass').map((each) => each.toLowerCase());
  if (GROUP_CLASSES.some((group) => classes.includes(group.toLowerCase()))) return [{ kind: 'list', id: entry.dn }];
  const address = valuesOf(entry, 'mail')[0] ?? valuesOf(entry, 'proxyAddresses').find((each) => each.startsWith('SMTP:'))?.slice('SMTP:'.length);
  if (!address) return [];
  return [{ kind: 'person', person: { address, name: valuesOf(entry, 'displayName')[0] ?? valuesOf(entry, 'cn')[0] ?? '' } }];
}
