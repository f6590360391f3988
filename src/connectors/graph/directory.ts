import type { Evidence } from '../../core/evidence';
import type { Directory, DirectoryFailure, DirectoryLimits, DirectoryList, DirectoryMember, DirectorySession } from '../directory';
import { type GraphAccount, GraphFailure, type GraphRequests, graphRequests } from './graph-requests';

export interface GraphParts extends GraphAccount {
  readonly onFailure: DirectoryFailure;
}

/** Members per page, the most Microsoft gives. */
const PAGE = 999;

/** Pages read of one list, beyond any list Microsoft allows within our limits. */
const MOST_PAGES = 100;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Distribution lists and groups in Microsoft Entra ID, through Microsoft Graph v1.0
 * (learn.microsoft.com/graph/api/group-list and group-list-members). The application needs
 * GroupMember.Read.All, and User.ReadBasic.All and OrgContact.Read.All to see members' addresses: without them
 * Microsoft gives out members as empty shells, and the list counts as read in part.
 */
export function graphDirectory(parts: GraphParts): Directory {
  const requests = graphRequests(parts);
  return { open: (limits) => openSession(parts, requests, limits) };
}

function openSession(parts: GraphParts, requests: GraphRequests, { signal, most }: DirectoryLimits): DirectorySession {
  const answer = async (work: () => Promise<Evidence<DirectoryList>>): Promise<Evidence<DirectoryList>> => {
    try {
      return await work();
    } catch (error) {
      const reason = error instanceof GraphFailure ? error.reason : 'invalidAnswer';
      if (reason !== 'notFound' && !signal.aborted) parts.onFailure(error);
      return { known: false, reason: signal.aborted ? 'timeout' : reason };
    }
  };

  const membersOf = async (id: string, isHidden: boolean): Promise<Evidence<DirectoryList>> => {
    const members: DirectoryMember[] = [];
    let complete = true;
    let next: URL | null = new URL(`/v1.0/groups/${encodeURIComponent(id)}/members`, parts.graph);
    next.search = new URLSearchParams({ $select: 'id,displayName,mail', $top: String(Math.min(PAGE, most)) }).toString();
    for (let pages = 0; next; pages += 1) {
      if (pages >= MOST_PAGES || members.length > most) {
        complete = false;
        break;
      }
      const page = pageIn(await requests.get(next, signal), parts.graph);
      for (const entry of page.entries) {
        const member = memberIn(entry);
        if (member === 'unreadable') complete = false;
        else if (member) members.push(member);
      }
      next = page.next;
    }
    // Without the permission for them, hidden members look like none.
    if (isHidden && members.length === 0) complete = false;
    return { known: true, value: { id: id.toLowerCase(), members: members.slice(0, most), complete: complete && members.length <= most } };
  };

  return {
    listAt: (address) => answer(async () => {
      const url = new URL('/v1.0/groups', parts.graph);
      const text = address.replace(/'/g, "''");
      url.search = new URLSearchParams({ $filter: `mail eq '${text}' or proxyAddresses/any(p:p eq 'smtp:${text}')`, $select: 'id,visibility', $top: '2' }).toString();
      const { entries } = pageIn(await requests.get(url, signal), parts.graph);
      const [group] = entries;
      if (!group) return { known: false, reason: 'notFound' };
      if (entries.length > 1) return { known: false, reason: 'ambiguous' };
      const { id, visibility } = group;
      return typeof id === 'string' && ID.test(id) ? membersOf(id, visibility === 'HiddenMembership') : { known: false, reason: 'invalidAnswer' };
    }),
    list: (id) => answer(() => membersOf(id, false)),
    close: () => undefined,
  };
}

interface GraphEntry {
  readonly '@odata.type'?: unknown;
  readonly id?: unknown;
  readonly displayName?: unknown;
  readonly mail?: unknown;
  readonly visibility?: unknown;
}

/** Links to the next page are followed on Graph itself only: with them goes the token. */
function pageIn(body: unknown, graph: string): { readonly entries: readonly GraphEntry[]; readonly next: URL | null } {
  const { value, '@odata.nextLink': link } = (body ?? {}) as { value?: unknown; '@odata.nextLink'?: unknown };
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'object' && entry !== null)) throw new GraphFailure('invalidAnswer', 'no list');
  if (link === undefined || link === null) return { entries: value as GraphEntry[], next: null };
  const next = typeof link === 'string' && URL.canParse(link) ? new URL(link) : null;
  if (next?.origin !== new URL(graph).origin || !next.pathname.startsWith('/v1.0/')) throw new GraphFailure('invalidAnswer', 'next page elsewhere');
  return { entries: value as GraphEntry[], next };
}

/** `undefined` for what gets no mail: devices, applications, people without a mailbox. */
function memberIn({ '@odata.type': type, id, displayName, mail }: GraphEntry): DirectoryMember | 'unreadable' | undefined {
  if (type === '#microsoft.graph.group') return typeof id === 'string' && ID.test(id) ? { kind: 'list', id: id.toLowerCase() } : 'unreadable';
  if (typeof mail === 'string' && mail !== '') return { kind: 'person', person: { address: mail, name: typeof displayName === 'string' ? displayName : '' } };
  const hasMail = type === '#microsoft.graph.user' || type === '#microsoft.graph.orgContact';
  return hasMail && typeof displayName !== 'string' ? 'unreadable' : undefined;
}
