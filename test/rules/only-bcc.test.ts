import { type Draft, type DraftPart, EMPTY_DRAFT, type Person, type Recipient } from '../../src/core/draft';
import { evaluate, type Outcome } from '../../src/core/evaluate';
import { NO_EVIDENCE } from '../../src/core/evidence';
import { defaultPolicy } from '../../src/core/policy';
import { exactWorld } from '../../src/reference/world-exact';
import { onlyBcc } from '../../src/rules/only-bcc/rule';

const MARA: Person = { address: 'mara@own.example', name: 'Mara Own' };
const IN_BCC: readonly Recipient[] = [{ address: 'anna@oak.example', name: '', field: 'bcc' }];

function check(draft: Partial<Draft>): Outcome {
  const [outcome] = evaluate({ draft: { ...EMPTY_DRAFT, from: MARA, recipients: IN_BCC, ...draft }, policy: defaultPolicy([onlyBcc]), evidence: NO_EVIDENCE, now: 0, world: exactWorld }, [onlyBcc]);
  return outcome as Outcome;
}

test.each<[DraftPart, string, string]>([['to', 'undetermined', 'partUnread'], ['cc', 'undetermined', 'partUnread'], ['bcc', 'failed', 'nobodyInTo']])('with somebody in Bcc and %s unread it is %s', (part, outcome, message) => {
  expect(check({ unread: [part] })).toMatchObject({ outcome, message });
});

test('the sender is offered for To, with name', () => {
  expect(check({}).remedy).toEqual({ kind: 'addRecipients', field: 'to', people: [MARA] });
});

test.each<[string, Partial<Draft>]>([
  ['nobody knows who sends', { from: null }],
  ['the sender has no readable address', { from: { address: '/o=Own/cn=mara', name: 'Mara' } }],
  ['the sender stands in Bcc already', { recipients: [...IN_BCC, { ...MARA, address: 'MARA@own.example', field: 'bcc' }] }],
])('nothing is offered where %s', (_, draft) => {
  expect(check(draft)).toMatchObject({ outcome: 'failed', remedy: null });
});
