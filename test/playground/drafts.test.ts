import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MEETING_FIELDS, MESSAGE_FIELDS } from '../../src/core/draft';
import { evaluate } from '../../src/core/evaluate';
import { defaultPolicy, parsePolicy } from '../../src/core/policy';
import { declaredPurpose, declarePurpose, keepOpenedWith, readOpenedWith } from '../../src/guard/draft-memory';
import { runtimeClock } from '../../src/outlook/clock';
import { openMailbox } from '../../src/outlook/mailbox';
import { officeCalls } from '../../src/outlook/office-calls';
import { OWNER } from '../../src/playground/address-book';
import { draftsOf } from '../../src/playground/drafts';
import { wholeDrafts } from '../../src/playground/whole-drafts';
import { exactWorld } from '../../src/reference/world-exact';
import { registrableDomain } from '../../src/reference/public-suffixes/exact';
import { rules } from '../../src/rules';
import { type Example, OWN_DOMAIN } from '../../src/rules/example';
import { CLIENTS } from '../../src/simulator/clients';
import { createHost } from '../../src/simulator/host';
import { fieldsOf } from '../../src/simulator/item';
import { createOffice } from '../../src/simulator/office';
import { readPolicyAnswer } from '../../src/wire/policy';

/** A day on which none of the examples was written. */
const TODAY = Date.parse('2031-05-06T07:08:09Z');
/** The day most of them were written for. */
const DAY_OF_EXAMPLES = Date.parse('2026-11-24T09:00:00Z');

const folders = readdirSync(join(__dirname, '..', '..', 'src', 'rules'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** The policy of the service, for whoever brings none along. */
const own = parsePolicy({ organisation: { domains: [OWN_DOMAIN] } }, rules, registrableDomain);
const servicePolicy = own.ok ? own.policy : defaultPolicy(rules);

describe.each(folders)('%s: an example opened in the playground', (id) => {
  const rule = rules.find((each) => each.id === id);
  if (!rule) throw new Error(`${id} is not registered.`);
  const { examples } = jest.requireActual<{ readonly examples: readonly Example[] }>(`../../src/rules/${id}/examples`);
  const drafts = draftsOf(rule, examples, rules, TODAY).drafts;

  test('only labelled mail is left out, and what stands on a day of its own', () => {
    const expected = examples.flatMap(({ draft, now }, index) => (draft.label === null && draft.categories.length === 0 && draft.unread.length === 0 && now === DAY_OF_EXAMPLES ? [`${id}/${index}`] : []));
    expect(drafts.map(({ name }) => name).filter((name) => expected.includes(name))).toEqual(expected);
    expect(drafts.length).toBeLessThanOrEqual(examples.length);
  });

  test.each(drafts.map((draft) => [draft.title.en, draft] as const))('%s: is decided as the rule says', async (_, draft) => {
    const example = examples[Number(draft.name.split('/')[1])] as Example;
    const host = createHost({ client: CLIENTS.web, clock: runtimeClock(), item: draft.item('en'), owner: OWNER });
    const { Office } = createOffice(host.connect('pane'), host.client, host.runtimeInfo('pane'));
    Object.assign(globalThis, { Office });
    const mailbox = openMailbox(officeCalls({ clock: runtimeClock() }));
    if (draft.purpose) await declarePurpose(mailbox.session, draft.purpose);
    if (draft.openedWith) await keepOpenedWith(mailbox.session, draft.openedWith);

    const read = await mailbox.readDraft([...(example.draft.kind === 'message' ? MESSAGE_FIELDS : MEETING_FIELDS), 'from', 'subject', 'body', 'attachments']);
    const { evidence, policy } = draft.service;
    const outcomes = evaluate({
      draft: { ...read, purpose: (await declaredPurpose(mailbox.session)) ?? null, openedWith: (await readOpenedWith(mailbox.session)) ?? null },
      policy: policy ? readPolicyAnswer(policy, rules) ?? servicePolicy : servicePolicy,
      evidence,
      now: TODAY,
      world: exactWorld,
    }, [rule]);

    const { expected } = example;
    if (typeof expected === 'string') expect(outcomes.map(({ outcome }) => outcome)).toEqual([expected]);
    else expect(outcomes).toEqual(expected.map(({ outcome, message, data }) => expect.objectContaining({ outcome, message, ...(data && { data }) })));
  });
});

test('whole drafts have a name of their own, a title and a text in both languages', () => {
  expect(new Set(wholeDrafts.map(({ name }) => name)).size).toBe(wholeDrafts.length);
  for (const { title, item } of wholeDrafts) {
    expect(title.de).not.toBe(title.en);
    expect(item('de').subject).not.toBe(item('en').subject);
    const everybody = (language: 'de' | 'en') => fieldsOf(item(language).kind ?? 'message').map((field) => item(language)[field] ?? []);
    expect(everybody('de')).toEqual(everybody('en'));
    expect(everybody('de').flat().length).toBeGreaterThan(0);
  }
});
