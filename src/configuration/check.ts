import { namesOf } from './names';
import { SETTINGS } from './settings';

/** What settings demand of each other, and what they are called where that is not met. */
export interface Check {
  readonly problems: string[];
  isGiven(...places: readonly string[]): boolean;
  /** The name under which it was set, else every name under which it can be. */
  nameOf(place: string): string;
}

export function checkOf(givenAs: ReadonlyMap<string, string>, problems: string[]): Check {
  return {
    problems,
    isGiven: (...places) => places.some((place) => givenAs.has(place)),
    nameOf: (place) => givenAs.get(place) ?? namesOf(SETTINGS, place),
  };
}
