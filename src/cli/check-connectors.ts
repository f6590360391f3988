import { createHmac, randomBytes } from 'node:crypto';
import type { ConnectorsConfiguration } from '../connectors/connectors-configuration';
import { openConsentHost, type SourceCheck } from '../connectors/host/consent-host';
import type { PurposeMeaning } from '../connectors/host/mapping';
import { PURPOSES } from '../core/purpose';
import { neutral } from './terminal';

/**
 * Asks every CRM whether it is set up as it should be, and lists what can be mapped there. Somebody who is nobody is asked about, and
 * nothing is written. Gives the lines to show, and whether all is well. Never rejects.
 */
export async function checkConnectors({ settings, sources }: ConnectorsConfiguration): Promise<{ readonly lines: readonly string[]; readonly isWell: boolean }> {
  if (sources.length === 0) return { lines: ['No CRM is set up.'], isWell: true };
  const key = randomBytes(32);
  const host = openConsentHost({
    sources: sources.map(({ open, settings: own }) => ({ connector: open(Date.now), settings: own })),
    settings,
    hash: (text) => createHmac('sha256', key).update(text).digest('base64url'),
    now: Date.now,
  });
  try {
    const checks = await host.check();
    const lines = checks.flatMap((check, index) => linesOn(check, sources[index]?.kind.kind ?? '', sources[index]?.settings.mapping.purposes ?? {}));
    return { lines, isWell: checks.every(({ problems }) => problems.length === 0) };
  } finally {
    await host.stop();
  }
}

function linesOn({ source, problems, purposes }: SourceCheck, kind: string, mapped: { readonly [id: string]: readonly PurposeMeaning[] }): readonly string[] {
  if (problems.length > 0) return [`${source} (${kind}): not as it should be`, ...problems.map((problem) => `  ${neutral(problem)}`)];
  return [
    `${source} (${kind}): well`,
    ...(purposes ?? []).map(({ id, label }) => neutral(`  ${id}${label === id ? '' : `  ${label}`}: ${meaningOf(Object.hasOwn(mapped, id) ? mapped[id] : undefined)}`)),
    ...unknownTo(purposes, mapped),
  ];
}

const OWN_PURPOSES: readonly string[] = PURPOSES;

/** Mapped by the administrator, and not among what the CRM has. Our own words need not be there. */
function unknownTo(purposes: SourceCheck['purposes'], mapped: { readonly [id: string]: readonly PurposeMeaning[] }): readonly string[] {
  if (purposes === null) return [];
  return Object.entries(mapped)
    .filter(([id, meanings]) => meanings.length > 0 && !OWN_PURPOSES.includes(id) && !purposes.some((purpose) => purpose.id === id))
    .map(([id, meanings]) => neutral(`  ${id}: mapped to ${meaningOf(meanings)}, but not among these; misspelt?`));
}

function meaningOf(meanings: readonly PurposeMeaning[] | undefined): string {
  if (meanings === undefined) return 'not mapped, so it says nothing';
  return meanings.length === 0 ? 'left out' : meanings.map(({ purpose, member }) => (member === 'granted' ? `${purpose}, members have agreed` : purpose)).join('; ');
}
