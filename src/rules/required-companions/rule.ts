import type { RecipientField } from '../../core/draft';
import { choice, patterns, records } from '../../core/option';
import { matcher, type Pattern, patternsOf } from '../../core/organisation';
import { defineRule, type Participant, type Report } from '../../core/rule';
import { addressesOf, distinctPeople } from '../people';
import { reachOf } from '../reached';
import { reasonFields, statedReason } from '../stated-reason';
import { explanation, legal } from './explanation';
import { type CopyField, type Messages, text } from './text';

export const options = {
  /** Who has to be there when somebody else is. */
  companions: records({
    when: patterns(),
    /** Recipients that `when` names but does not mean. */
    except: patterns(),
    /** An address stands for itself, a domain for anybody there. */
    companions: patterns(),
    field: choice<CopyField>({ default: 'cc', values: ['cc', 'bcc', 'to'] }),
    ...reasonFields,
  }, ['when', 'companions']),
};

/** Four eyes: whoever writes to some people has somebody else in copy. Any field will do, and so does being that person. */
export const requiredCompanions = defineRule({
  id: 'required-companions',
  topic: 'content',
  severity: 'warning',
  legal,
  reads: ['recipients', 'from'],
  needs: ['members'],
  options,
  text,
  explanation,
  onlyFinished: true,

  isIdle: ({ companions }) => companions.length === 0,

  check(context) {
    const { draft, sender, options: { companions } } = context;
    const { people, hidden } = reachOf(context);
    const there: readonly Participant[] = [...people.map(({ person }) => person), ...(sender === null ? [] : [sender])];
    const reports: Report<Messages>[] = [];
    let applies = false;
    for (const rule of companions) {
      const isMeant = matcher(patternsOf(rule.when), true);
      const isExcepted = matcher(patternsOf(rule.except), true);
      const meant = people.filter(({ person }) => isMeant(person.parsed) && !isExcepted(person.parsed));
      if (meant.length === 0) continue;
      applies = true;
      const missing = rule.companions.filter((entry) => {
        const isCompanion = matcher(patternsOf([entry]), true);
        return !there.some(({ parsed }) => isCompanion(parsed));
      });
      if (missing.length === 0) continue;
      const persons = distinctPeople(meant.map(({ person }) => person));
      const isAddress = ({ kind }: Pattern) => kind === 'address';
      reports.push({
        // They may be on a list that nobody could look into, day after day where there is no directory.
        ...(hidden.length > 0 ? { outcome: 'undetermined', atMost: 'notice' } as const : {}),
        message: 'companionsMissing',
        data: { people: persons.length, addresses: addressesOf(persons), missing, field: rule.field, ...statedReason(rule) },
        recipients: distinctPeople(meant.map(({ entry }) => entry)),
        // Of a domain nobody in particular can be put in.
        ...(patternsOf(missing).every(isAddress) ? { remedy: { kind: 'addRecipients' as const, field: fieldIn(draft.kind, rule.field), people: missing.map((address) => ({ address: address.trim(), name: '' })) } } : {}),
      });
    }
    if (reports.length > 0) return reports;
    if (hidden.length > 0) return [{ outcome: 'undetermined', message: 'unclear', data: { people: distinctPeople(hidden).length }, recipients: hidden, atMost: 'notice' }];
    return applies ? [] : 'notApplicable';
  },
});

/** Meetings have no copies: whoever need not come is optional. */
function fieldIn(kind: 'message' | 'meeting', field: CopyField): RecipientField {
  if (kind === 'message') return field;
  return field === 'to' ? 'required' : 'optional';
}
