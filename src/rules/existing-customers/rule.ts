import { pointsToOptOut } from '../../core/opt-out';
import { defineRule, type Report, type RuleContext } from '../../core/rule';
import { type Addressee, audienceOf, consentOptions as options, spokenByKind, spokenOf, unlessUnknown } from '../consent';
import { grouped } from '../people';
import { explanation, legal } from './explanation';
import { type Condition, type Customers, type Messages, text } from './text';

type Customer = Addressee & { readonly standing: { readonly kind: 'customer' } };

/**
 * Advertising without consent to people who have bought before, if all four conditions of § 7 (3)
 * UWG hold: address from a sale (no. 1), own similar offers (no. 2), no objection (no. 3), the right
 * to object pointed out when the address was collected and in this very mail (no. 4).
 *
 * No. 3 is met for everybody spoken of here: whoever objected is another rule's. What nobody has
 * recorded is unknown, and no more than a notice, even where this mail lacks the pointer: a register
 * that does not keep the conditions yet must not stop every mail.
 */
export const existingCustomers = defineRule({
  id: 'existing-customers',
  topic: 'consent',
  severity: 'warning',
  legal,
  // The body matters for no. 4 alone, and then only for customers; unread, it leaves that one open.
  reads: ['recipients'],
  needs: ['contacts', 'members'],
  options,
  text,
  explanation,

  check(context) {
    const audience = audienceOf(context);
    if (!audience || audience.known.every(({ standing: { kind } }) => kind !== 'customer' && kind !== 'formerCustomer')) return 'notApplicable';
    const pointer = pointerIn(context);
    const customers = audience.known.filter((each): each is Customer => each.standing.kind === 'customer');
    const failed: Report<Messages>[] = [];
    const open: Report<Messages>[] = [];
    grouped(customers, ({ standing: { fromSale, similarGoods, toldAtCollection } }) => `${fromSale} ${similarGoods} ${toldAtCollection}`).forEach((alike) => {
      const { conditions, notice, recorded } = conditionsOf((alike[0] as Customer).standing, pointer);
      if (conditions.every((condition) => condition === 'met')) return;
      const isFailed = conditions.indexOf('notMet') >= 0;
      // A notice is put in more easily than people are taken out.
      const mendable = notice === 'here' && conditions.indexOf('notMet') === 3;
      for (const { data, recipients, remedy } of spokenOf(audience, alike)) {
        const said = { data: { ...data, conditions, notice }, recipients, ...(recorded ? {} : { atMost: 'notice' as const }) };
        if (isFailed) failed.push({ message: 'notMet', ...said, ...(remedy && !mendable && { remedy }) });
        else open.push({ outcome: 'undetermined', message: 'unclear', ...said, atMost: 'notice' });
      }
    });
    return unlessUnknown(audience, [...failed, ...spokenByKind(audience, ['formerCustomer']), ...open]);
  },
});

interface Conditions extends Pick<Customers, 'conditions' | 'notice'> {
  /** Something of what the CRM has to know is there. */
  readonly recorded: boolean;
}

/** Whether this mail points to the right to object; `undefined` where the body could not be read. */
function pointerIn({ draft, writing }: RuleContext<unknown>): boolean | undefined {
  const points = pointsToOptOut(writing.written);
  return points || draft.unread.indexOf('body') < 0 ? points : undefined;
}

function conditionsOf({ fromSale, similarGoods, toldAtCollection: then }: Customer['standing'], here: boolean | undefined): Conditions {
  const both = then === false || here === false ? false : then && here;
  // Which of the two notices no. 4 fails by, or hangs on.
  const [atFault, hereAtFault] = [then, here].map((told) => (both === false ? told === false : told !== true));
  return {
    conditions: [fromSale, similarGoods, true, both].map(asCondition),
    notice: atFault === hereAtFault ? 'both' : atFault ? 'before' : 'here',
    recorded: fromSale !== undefined || similarGoods !== undefined || then !== undefined,
  };
}

function asCondition(holds: boolean | undefined): Condition {
  return holds === undefined ? 'unknown' : holds ? 'met' : 'notMet';
}
