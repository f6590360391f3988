import { addressKey, parseAddress } from '../core/address';
import { organisationOf } from '../core/organisation';
import type { World } from '../core/evaluate';
import { entriesIn, type Entry, type FieldName, fieldsOf, type ItemState } from '../simulator/item';
import { nameOf } from './people';

/** One recipient of a sent mail, and whose addresses that mail told them. */
export interface Reader {
  readonly name: string;
  readonly address: string;
  readonly field: FieldName;
  /** Everybody in To, Cc or invited, but the reader and the sender. */
  readonly sees: readonly { readonly name: string; readonly address: string }[];
  /** How many of them are from neither the reader's organisation nor the sender's. */
  readonly strangers: number;
}

/** What a message or meeting discloses to each of its recipients, in the order of the fields. */
export function readersOf(item: ItemState, world: World): readonly Reader[] {
  const sender = addressKey(item.from.emailAddress);
  const fields = fieldsOf(item.kind);
  const visible = distinct(fields.filter((field) => field !== 'bcc').flatMap((field) => entriesIn(item, field)).filter(({ emailAddress }) => addressKey(emailAddress) !== sender));
  const ours = partyOf(item.from.emailAddress, world);
  return fields.flatMap((field) => entriesIn(item, field).map((entry): Reader => {
    const theirs = partyOf(entry.emailAddress, world);
    const sees = visible.filter((other) => keyOf(other) !== keyOf(entry));
    return {
      name: nameOf(entry),
      address: entry.emailAddress,
      field,
      sees: sees.map((other) => ({ name: nameOf(other), address: other.emailAddress })),
      strangers: theirs === ours ? 0 : sees.filter(({ emailAddress }) => {
        const party = partyOf(emailAddress, world);
        return party !== theirs && party !== ours;
      }).length,
    };
  }));
}

function partyOf(address: string, { registrableDomain, isMailProvider }: World): string {
  const parsed = parseAddress(address);
  return parsed.usable ? organisationOf(parsed, registrableDomain, isMailProvider) : address;
}

/** Contact groups have no address; two of them are two. */
function keyOf({ displayName, emailAddress }: Entry): string {
  return emailAddress === '' ? `?${displayName}` : addressKey(emailAddress);
}

function distinct(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry, index) => entries.findIndex((other) => keyOf(other) === keyOf(entry)) === index);
}
