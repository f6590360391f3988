import { isDeepStrictEqual } from 'node:util';
import type { Played } from './play';

/** A step that was not as the table says. */
export interface Difference {
  readonly where: string;
  readonly step: string;
  readonly expected: string;
  readonly observed: string;
}

export function differencesIn(played: readonly Played[], where: string): readonly Difference[] {
  return played
    .filter(({ expected, observed }) => !isDeepStrictEqual(asData(expected), asData(observed)))
    .map(({ step, expected, observed }) => ({ where, step, expected: JSON.stringify(expected), observed: JSON.stringify(observed) }));
}

/** The same difference on many clients is told once. */
export function together(differences: readonly Difference[]): readonly Difference[] {
  const told = new Map<string, Difference>();
  for (const difference of differences) {
    const key = JSON.stringify([difference.step, difference.expected, difference.observed]);
    const before = told.get(key);
    told.set(key, before ? { ...before, where: `${before.where}, ${difference.where}` } : difference);
  }
  return [...told.values()];
}

function asData(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
