import type { Contact, ContactEvidence, Evidence, UnknownReason } from '../core/evidence';
import { isSection, type Problem } from '../core/reading';
import { readContact, UNKNOWN_REASONS } from './contact';

/** Where evidence is asked for: `POST`, JSON both ways. */
export const EVIDENCE_PATH = '/api/v1/evidence';

/** Most addresses in one request. */
export const MOST_ADDRESSES = 500;

/** Longest text taken for an address: RFC 5321 allows 320 octets, escapes and IDN forms need room. */
export const LONGEST_ADDRESS = 1000;

export interface EvidenceRequest {
  readonly addresses: readonly string[];
}

/** A list, not an object by address: no address can be mistaken for a property of objects. */
export interface EvidenceAnswer {
  readonly contacts: readonly EvidenceEntry[];
}

/** `address` is the text that was asked about, letter for letter. */
export type EvidenceEntry =
  | ({ readonly address: string; readonly known: true } & Contact)
  | { readonly address: string; readonly known: false; readonly reason: UnknownReason };

export type EvidenceRequestResult =
  | { readonly ok: true; readonly request: EvidenceRequest }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a request, all problems at once. What was sent is never repeated in a problem. Never throws. */
export function readEvidenceRequest(body: unknown): EvidenceRequestResult {
  if (!isSection(body)) return { ok: false, problems: [{ path: '', message: 'expected an object' }] };
  const problems: Problem[] = [];
  if (Object.keys(body).some((name) => name !== 'addresses')) problems.push({ path: '', message: 'expected the property "addresses" and no other' });
  const addresses = own(body, 'addresses');
  if (!Array.isArray(addresses)) return { ok: false, problems: [...problems, { path: 'addresses', message: 'expected a list of addresses' }] };
  if (addresses.length > MOST_ADDRESSES) {
    return { ok: false, problems: [...problems, { path: 'addresses', message: `expected at most ${MOST_ADDRESSES} addresses, got ${addresses.length}` }] };
  }
  addresses.forEach((address: unknown, index) => {
    const path = `addresses[${index}]`;
    if (typeof address !== 'string') problems.push({ path, message: 'expected text' });
    else if (address.length > LONGEST_ADDRESS) problems.push({ path, message: `expected at most ${LONGEST_ADDRESS} characters, got ${address.length}` });
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, request: { addresses: addresses as string[] } };
}

/** The answer to a request, one entry per address asked about, in its order. */
export function evidenceAnswer(entries: readonly { readonly address: string; readonly evidence: Evidence<Contact> }[]): EvidenceAnswer {
  return {
    contacts: entries.map(({ address, evidence }): EvidenceEntry =>
      evidence.known ? { address, known: true, ...evidence.value } : { address, known: false, reason: evidence.reason }),
  };
}

/**
 * Reads an answer about these addresses. Never throws, and speaks about each of them: what is
 * missing, contradictory or not understood is unknown with `invalidAnswer`, never a consent and
 * never a missing one. People nobody asked about are left out.
 */
export function readEvidenceAnswer(body: unknown, asked: readonly string[]): ContactEvidence {
  const entries = isSection(body) ? own(body, 'contacts') : undefined;
  const said = new Map<string, Evidence<Contact>>();
  for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) {
    if (!isSection(entry)) continue;
    const address = own(entry, 'address');
    if (typeof address !== 'string') continue;
    said.set(address, said.has(address) ? INVALID : readEntry(entry));
  }
  const contacts = new Map<string, Evidence<Contact>>();
  for (const address of asked) contacts.set(address, said.get(address) || INVALID);
  return contacts;
}

/** The same reason for everybody. */
export function allUnknown(addresses: readonly string[], reason: UnknownReason): ContactEvidence {
  const contacts = new Map<string, Evidence<Contact>>();
  for (const address of addresses) contacts.set(address, { known: false, reason });
  return contacts;
}

const INVALID: Evidence<never> = { known: false, reason: 'invalidAnswer' };

function readEntry(entry: { readonly [name: string]: unknown }): Evidence<Contact> {
  const known = own(entry, 'known');
  if (known === false) {
    const reason = own(entry, 'reason') as UnknownReason;
    return UNKNOWN_REASONS.indexOf(reason) >= 0 ? { known: false, reason } : INVALID;
  }
  const contact = known === true ? readContact(entry) : undefined;
  return contact ? { known: true, value: contact } : INVALID;
}

function own(record: { readonly [name: string]: unknown }, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(record, name) ? record[name] : undefined;
}
