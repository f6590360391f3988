import type { Person } from '../core/draft';
import type { Evidence } from '../core/evidence';

/** A member of a list: somebody with an address, or another list, by the directory's own name for it. */
export type DirectoryMember =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'list'; readonly id: string };

/** A distribution list with its direct members. */
export interface DirectoryList {
  /** The same for the same list, however it was found. */
  readonly id: string;
  readonly members: readonly DirectoryMember[];
  /** False where some members could not be read, or were more than asked for. */
  readonly complete: boolean;
}

export interface DirectoryLimits {
  /** Goes off when nobody waits any more. */
  readonly signal: AbortSignal;
  /** Most direct members to read of one list. */
  readonly most: number;
}

/**
 * One look-up, over one connection where the directory has such. Neither rejects: what could not be
 * read is unknown with the reason, `notFound` where there is no such list.
 */
export interface DirectorySession {
  /** The list under an address key. */
  listAt(address: string): Promise<Evidence<DirectoryList>>;
  /** A list that another one named as its member. */
  list(id: string): Promise<Evidence<DirectoryList>>;
  close(): void;
}

/** Where distribution lists and their members are kept. */
export interface Directory {
  open(limits: DirectoryLimits): DirectorySession;
}

/** Told what went wrong, for the log; whoever implements it must not write down messages, since these can quote addresses. */
export type DirectoryFailure = (error: unknown) => void;
