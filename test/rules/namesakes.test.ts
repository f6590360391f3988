import { EMPTY_DRAFT } from '../../src/core/draft';
import { evaluate } from '../../src/core/evaluate';
import { NO_EVIDENCE } from '../../src/core/evidence';
import { defaultPolicy } from '../../src/core/policy';
import { exactWorld } from '../../src/reference/world-exact';
import { namesakes } from '../../src/rules/namesakes/rule';
import { growthOf, TOO_MUCH } from '../core/growth';

test.each(['', 'Ben Elm'])('a long thread in which %j wrote again and again takes time in proportion to its length', (name) => {
  const policy = defaultPolicy([namesakes]);
  const openedWith = (times: number) => Array.from({ length: times }, () => ({ address: 'ben@elm.example', name }));
  const growth = growthOf(({ length }) => evaluate({
    draft: { ...EMPTY_DRAFT, composeType: 'reply', recipients: [{ address: 'anna@oak.example', name: 'Anna Oak', field: 'to' }], openedWith: openedWith(length) },
    policy, evidence: NO_EVIDENCE, now: 0, world: exactWorld,
  }, [namesakes]), '.', 4000);
  expect(growth).toBeLessThan(TOO_MUCH);
});
