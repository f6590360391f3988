import { normaliseDomain, parseAddress } from '../core/address';
import { type Evidence, evidenceOn, type EvidenceQuestion, type EvidenceSet } from '../core/evidence';

/** Where each kind of evidence comes from. All are asked by key: address keys, domains in ASCII. */
export type EvidenceSources = { readonly [K in keyof EvidenceSet]: (keys: readonly string[]) => Promise<EvidenceSet[K]> };

const NOT_ASKED: Evidence<never> = { known: false, reason: 'notAsked' };

/**
 * Answers a question as it was put: under every spelling that was asked for. Nobody can be looked up
 * under what is no address and no domain, so nobody has been. Rejects where a source does.
 */
export async function answerFrom(sources: EvidenceSources, question: EvidenceQuestion): Promise<EvidenceSet> {
  const [contacts, members, domains, correspondence] = await Promise.all([
    asked(question.contacts, keyOf, sources.contacts),
    asked(question.members, keyOf, sources.members),
    asked(question.domains, normaliseDomain, sources.domains),
    asked(question.correspondence, keyOf, sources.correspondence),
  ]);
  return { contacts, members, domains, correspondence };
}

async function asked<T>(
  texts: readonly string[],
  keyOfText: (text: string) => string | undefined,
  source: (keys: readonly string[]) => Promise<ReadonlyMap<string, Evidence<T>>>,
): Promise<ReadonlyMap<string, Evidence<T>>> {
  const keys = new Map(texts.map((text) => [text, keyOfText(text)]));
  const wanted = [...new Set([...keys.values()].filter((key) => key !== undefined))];
  const known = wanted.length > 0 ? await source(wanted) : new Map<string, Evidence<T>>();
  return new Map(texts.map((text) => {
    const key = keys.get(text);
    return [text, key === undefined ? NOT_ASKED : evidenceOn(known, key)];
  }));
}

/** The address key; undefined for what is no address. */
export function keyOf(text: string): string | undefined {
  const address = parseAddress(text);
  return address.usable ? address.key : undefined;
}

/** For a kind that nobody can be asked about here. */
export async function noSource(keys: readonly string[]): Promise<ReadonlyMap<string, Evidence<never>>> {
  return new Map(keys.map((key) => [key, { known: false, reason: 'noSource' }]));
}
