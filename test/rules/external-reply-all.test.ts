import { EMPTY_DRAFT } from '../../src/core/draft';
import { evaluate } from '../../src/core/evaluate';
import { NO_EVIDENCE } from '../../src/core/evidence';
import { defaultPolicy } from '../../src/core/policy';
import { exactWorld } from '../../src/reference/world-exact';
import { externalReplyAll } from '../../src/rules/external-reply-all/rule';

test('while the body could not be read, nothing is said of the thread', () => {
  const recipients = ['anna@oak.example', 'ben@elm.example'].map((address) => ({ address, name: '', field: 'to' as const }));
  const draft = { ...EMPTY_DRAFT, from: { address: 'mara@own.example', name: '' }, composeType: 'reply' as const, recipients, unread: ['body' as const] };
  const [found] = evaluate({ draft, policy: defaultPolicy([externalReplyAll]), evidence: NO_EVIDENCE, now: 0, world: exactWorld }, [externalReplyAll]);
  expect(found).toMatchObject({ outcome: 'failed', message: 'goesToSeveral', data: { people: 2 } });
  expect(Object.keys((found as { data: object }).data)).toEqual(['people']);
});
