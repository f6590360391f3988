import type { ComposeType, Draft } from '../../src/core/draft';
import type { Contact, Evidence, EvidenceSet, ListMembers } from '../../src/core/evidence';
import { NO_EVIDENCE } from '../../src/core/evidence';
import type { SessionData } from '../../src/core/ports';
import { keepOpenedAs, openedAs } from '../../src/guard/draft-memory';
import { keepEvidence, keptEvidence } from '../../src/guard/evidence-memory';
import { gather, type Known, nothingYet } from '../../src/guard/gather';
import { review } from '../../src/guard/review';
import { desk, type DeskSetup, MARA, memory, NOW, recipient, ruleOf } from './desk';

const PATIENCE = { policyMilliseconds: 700, evidenceMilliseconds: 900, keepAnswers: true };
const ALL_KINDS = ruleOf('sample', { needs: ['contacts', 'members', 'domains', 'correspondence'] });
const NOTHING = { contacts: [], members: [], domains: [], correspondence: [] };
const anna: Evidence<Contact> = { known: true, value: { record: 'known', country: 'DE', tags: [] } };
const silent = { known: false, reason: 'timeout' } as const;
const deaf: SessionData = { read: async () => undefined, write: async () => false };

async function gathered(setup: DeskSetup, patience = PATIENCE) {
  const at = desk(setup);
  const known: Known = nothingYet(at.parts);
  await gather(at.parts, known, patience);
  return { ...at, known };
}

describe('before anything is read', () => {
  test.each([
    ['message', ['to', 'cc', 'bcc']],
    ['meeting', ['required', 'optional']],
  ] as const)('nothing of a %s is known, rather than empty', (kind, fields) => {
    const { draft, policyOrigin, evidence, acknowledgement, policy } = nothingYet(desk({ kind, rules: [ALL_KINDS] }).parts);
    expect(draft).toMatchObject({ kind, from: null, composeType: null, recipients: [] });
    expect(draft.unread).toEqual([...fields, 'from', 'subject', 'body', 'attachments', 'label', 'categories', 'purpose', 'openedWith']);
    expect([policyOrigin, evidence, acknowledgement, Object.keys(policy.rules)]).toEqual(['builtIn', NO_EVIDENCE, null, ['sample']]);
  });
});

describe('the draft', () => {
  test('is read whole, in the fields it has', async () => {
    expect((await gathered({})).read).toEqual([['to', 'cc', 'bcc', 'from', 'subject', 'body', 'attachments', 'label', 'categories']]);
    expect((await gathered({ kind: 'meeting' })).read).toEqual([['required', 'optional', 'from', 'subject', 'body', 'attachments', 'label', 'categories']]);
  });

  test('has with it what is kept beside it', async () => {
    const session = memory({ 'umsicht.purpose': 'newsletter', 'umsicht.openedWith': '[["oak.example","anna"]]', 'umsicht.acknowledgement': '{"fingerprint":"f","at":1}' });
    const { known } = await gathered({ session, origin: 'lastGood', draft: { unread: ['label'] } });
    expect(known.draft).toMatchObject({ from: MARA, purpose: 'newsletter', openedWith: [{ address: 'anna@oak.example', name: '' }], unread: ['label'] });
    expect([known.acknowledgement, known.policyOrigin]).toEqual([{ fingerprint: 'f', at: 1 }, 'lastGood']);
  });

  test('has no purpose and no thread where nothing is kept, which is known then', async () => {
    expect((await gathered({})).known.draft).toMatchObject({ purpose: null, openedWith: null, unread: [] });
  });

  test('keeps both open where Outlook does not tell what is kept', async () => {
    expect((await gathered({ session: deaf, draft: { unread: ['cc'] } })).known.draft).toMatchObject({ purpose: null, openedWith: null, unread: ['cc', 'purpose', 'openedWith'] });
  });

  test.each<[ComposeType | null, string, string, string, Draft['kind'], ComposeType | null]>([
    // What Outlook says, what was kept when the draft was opened, the subject, the text; what it is.
    ['newMail', '', 'AW: Angebot', 'quoted', 'message', 'reply'],
    ['newMail', '', 'WG: Angebot', 'quoted', 'message', 'forward'],
    [null, '', 'AW: Angebot', 'quoted', 'message', 'reply'],
    ['newMail', '', 'AW: Angebot', 'Guten Tag', 'message', 'newMail'],
    ['newMail', '', 'Angebot', 'quoted', 'message', 'newMail'],
    ['reply', '', 'WG: Angebot', 'quoted', 'message', 'reply'],
    ['forward', '', 'AW: Angebot', 'quoted', 'message', 'forward'],
    [null, '', 'Angebot', '', 'message', null],
    ['newMail', '', 'AW: Angebot', 'quoted', 'meeting', 'newMail'],
    ['newMail', 'reply', 'Angebot', '', 'message', 'reply'],
    ['newMail', 'forward', 'AW: Angebot', 'quoted', 'message', 'forward'],
    ['newMail', 'newMail', 'Angebot', '', 'message', 'newMail'],
  ])('is taken, called %s by Outlook, kept as %j, of subject %j above %j in a %s, for %s', async (composeType, kept, subject, text, kind, expected) => {
    const body = text === 'quoted' ? 'Danke.\n\nVon: Anna <anna@oak.example>\nGesendet: Montag\nBetreff: Angebot\n\nanbei' : text;
    const session = memory(kept === '' ? {} : { 'umsicht.composeType': kept });
    expect((await gathered({ session, kind, draft: { composeType, subject, body } })).known.draft.composeType).toBe(expected);
  });

  test('is known again as a reply or forward by whoever opens it next', async () => {
    const session = memory();
    for (const composeType of ['reply', 'forward'] as const) {
      expect(await keepOpenedAs(session, composeType)).toBe(true);
      expect(await openedAs(session)).toBe(composeType);
    }
    expect([await openedAs(deaf), await openedAs(memory()), await keepOpenedAs(deaf, 'reply')]).toEqual([null, null, false]);
  });

  test('comes from the signed-in person where From was not told, which stays said', async () => {
    const { known } = await gathered({ owner: { address: 'eva@own.example', name: 'Eva' }, draft: { from: null, unread: ['from'] } });
    expect(known.draft).toMatchObject({ from: { address: 'eva@own.example' }, unread: ['from'] });
    expect((await gathered({ owner: { address: 'eva@own.example', name: 'Eva' } })).known.draft.from).toEqual(MARA);
  });
});

describe('the service is asked', () => {
  const people = [recipient('Anna@oak.example'), recipient('anna@OAK.example', 'cc'), recipient('ben@mail.elm.example', 'bcc'), recipient('eva@own.example'), recipient('müller'), recipient(''), recipient('team@oak.example', 'to', true), recipient('', 'to', true)];

  test('about everybody outside and every list that has an address, once, and about their domains', async () => {
    const { asked, policyWaits } = await gathered({ rules: [ALL_KINDS], draft: { recipients: people } });
    const question = { contacts: ['anna@oak.example', 'ben@mail.elm.example'], members: ['team@oak.example'], domains: ['oak.example', 'mail.elm.example'], correspondence: ['anna@oak.example', 'ben@mail.elm.example'] };
    expect(asked[0]).toEqual({ question, within: 900 });
    expect(policyWaits).toEqual([700]);
  });

  test('only what some rule in force wants to know', async () => {
    const needing = (id: string, needs: 'contacts' | 'domains', isIdle?: () => boolean) => ruleOf(id, { needs: [needs], ...(isIdle ? { isIdle } : {}) });
    const wants = async (rules: DeskSetup['rules'], policy?: DeskSetup['policy']) => {
      const { asked } = await gathered({ rules: rules ?? [], draft: { recipients: people }, ...(policy ? { policy } : {}) });
      return asked.length === 0 ? null : Object.entries(asked[0]?.question ?? {}).filter(([, keys]) => keys.length > 0).map(([kind]) => kind);
    };
    expect(await wants([needing('sample', 'contacts')])).toEqual(['contacts']);
    expect(await wants([needing('sample', 'contacts'), needing('other', 'domains')])).toEqual(['contacts', 'domains']);
    expect(await wants([needing('sample', 'contacts', () => true)])).toBeNull();
    expect(await wants([needing('sample', 'contacts')], (policy) => ({ ...policy, rules: { sample: { severity: 'off', mode: 'asPolicy', options: {} } } }))).toBeNull();
    expect(await wants([])).toBeNull();
  });

  test('as the policy of the sender’s group wants it', async () => {
    const group = { name: 'Press', senders: ['mara@own.example'], policy: { rules: { sample: { severity: 'off' } } } } as const;
    expect((await gathered({ rules: [ALL_KINDS], draft: { recipients: people }, policy: (policy) => ({ ...policy, groups: [group] }) })).asked).toEqual([]);
  });

  test('not at all where everybody is inside, or nobody is there', async () => {
    expect((await gathered({ rules: [ALL_KINDS], draft: { recipients: [recipient('eva@own.example'), recipient('x')] } })).asked).toEqual([]);
    expect((await gathered({ rules: [ALL_KINDS] })).asked).toEqual([]);
  });

  test('by nobody who has no time for it', async () => {
    expect((await gathered({ rules: [ALL_KINDS], draft: { recipients: people } }, { ...PATIENCE, evidenceMilliseconds: 0 })).asked).toEqual([]);
  });

  test('not again about what it has answered already, but about what it could not answer', async () => {
    const session = memory();
    await keepEvidence(session, { ...NO_EVIDENCE, contacts: new Map([['anna@oak.example', anna]]) }, NOW);
    const { asked, known } = await gathered({ session, rules: [ruleOf('sample', { needs: ['contacts'] })], draft: { recipients: people }, answers: { contacts: new Map([['ben@mail.elm.example', silent]]) } });
    expect(asked.map(({ question }) => question)).toEqual([{ ...NOTHING, contacts: ['ben@mail.elm.example'] }]);
    expect([...known.evidence.contacts]).toEqual([['anna@oak.example', anna], ['ben@mail.elm.example', silent]]);
  });

  const members: Evidence<ListMembers> = { known: true, value: { members: [{ address: 'cem@ash.example', name: 'Cem' }, { address: 'eva@own.example', name: '' }, { address: 'dora', name: '' }], complete: true } };
  const byDirectory = async ({ members: lists, contacts }: { readonly members: readonly string[]; readonly contacts: readonly string[] }): Promise<EvidenceSet> => ({
    ...NO_EVIDENCE,
    members: new Map(lists.map((key) => [key, members])),
    contacts: new Map(contacts.map((key) => [key, key === 'anna@oak.example' ? silent : anna])),
  });
  const withList: DeskSetup = { rules: [ruleOf('sample', { needs: ['contacts', 'members'] })], draft: { recipients: [recipient('anna@oak.example'), recipient('Team@oak.example', 'cc', true)] }, answers: byDirectory };

  test('about the members of a list once the directory has named them, and not a second time about who stayed unknown', async () => {
    const session = memory();
    const { asked, known } = await gathered({ ...withList, session });
    expect(asked.map(({ question: { contacts, members: lists } }) => [contacts, lists])).toEqual([[['anna@oak.example'], ['team@oak.example']], [['cem@ash.example'], []]]);
    expect([...known.evidence.contacts.keys()]).toEqual(['anna@oak.example', 'cem@ash.example']);
    // What is known is kept for whoever looks next.
    const kept = await keptEvidence(session, NOW);
    expect([[...kept.contacts.keys()], [...kept.members.keys()]]).toEqual([['cem@ash.example'], ['team@oak.example']]);
  });

  test('once alone while a send waits, and nothing is kept then', async () => {
    const session = memory();
    const { asked, known } = await gathered({ ...withList, session }, { ...PATIENCE, keepAnswers: false });
    expect(asked).toHaveLength(1);
    expect(known.evidence.members.get('team@oak.example')).toEqual(members);
    expect(session.kept.size).toBe(0);
  });

  test('at once about members the directory has named before', async () => {
    const session = memory();
    await keepEvidence(session, { ...NO_EVIDENCE, members: new Map([['team@oak.example', members]]) }, NOW);
    const { asked } = await gathered({ ...withList, session });
    expect(asked.map(({ question: { contacts, members: lists } }) => [contacts, lists])).toEqual([[['anna@oak.example', 'cem@ash.example'], []]]);
  });

  test('while the mail is written with more patience, and the answers are kept', async () => {
    const session = memory();
    const { parts, asked, policyWaits } = desk({ ...withList, session });
    await review(parts);
    expect([policyWaits, asked.map(({ within }) => within)]).toEqual([[5000], [10000, 10000]]);
    expect((await keptEvidence(session, NOW)).contacts.has('cem@ash.example')).toBe(true);
  });
});

test('answers that are too old are asked for anew', async () => {
  const session = memory();
  await keepEvidence(session, { ...NO_EVIDENCE, contacts: new Map([['anna@oak.example', anna]]) }, NOW - 16 * 60_000);
  expect((await gathered({ session, rules: [ALL_KINDS], draft: { recipients: [recipient('anna@oak.example')] } })).asked[0]?.question.contacts).toEqual(['anna@oak.example']);
});
