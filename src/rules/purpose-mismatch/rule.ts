import { defineRule, type Report } from '../../core/rule';
import { type Addressee, audienceOf, consentOptions as options, spokenOf, unlessUnknown } from '../consent';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

/**
 * Somebody's data is on file, but for something else: consent to other mail, or a basis such as a
 * contract that is neither consent nor § 7 (3) UWG. Personal data serves the purposes it was
 * collected for, or ones compatible with them (Art. 5 (1) (b), 6 (4) GDPR). Only records that hold
 * today say what for; of refused, open and expired ones nothing can be inferred.
 */
export const purposeMismatch = defineRule({
  id: 'purpose-mismatch',
  topic: 'consent',
  severity: 'warning',
  legal,
  reads: ['recipients'],
  needs: ['contacts', 'members'],
  options,
  text,
  explanation,

  check(context) {
    const audience = audienceOf(context);
    if (!audience) return 'notApplicable';
    const reports: Report<Messages>[] = [];
    const say = (message: keyof Messages, those: readonly Addressee[], recorded: readonly string[]): void => {
      for (const { data, ...spoken } of spokenOf(audience, those)) reports.push({ message, data: { ...data, recorded }, ...spoken });
    };
    say('otherPurpose', ...recordedOf(audience.known, ({ standing }) => (standing.kind === 'otherPurpose' ? standing.purposes : null)));
    say('otherBasis', ...recordedOf(audience.known, ({ standing }) => (standing.kind === 'otherBasis' ? standing.bases : null)));
    return unlessUnknown(audience, reports);
  },
});

/** The people of whom something is recorded, and everything that is, each once. */
function recordedOf(people: readonly Addressee[], recordedFor: (person: Addressee) => readonly string[] | null): [readonly Addressee[], readonly string[]] {
  const recorded = new Set<string>();
  const those = people.filter((person) => {
    const names = recordedFor(person);
    if (names) names.forEach((name) => recorded.add(name));
    return names !== null;
  });
  return [those, Array.from(recorded).sort()];
}
