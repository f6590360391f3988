import { addressKey } from '../../src/core/address';
import type { Decision } from '../../src/core/decide';
import type { Person } from '../../src/core/draft';
import type { UndoEdit } from '../../src/core/edit';
import type { SessionData } from '../../src/core/ports';
import { PURPOSES } from '../../src/core/purpose';
import { acknowledge, acknowledgementIn, declaredPurpose, declarePurpose, isOpenedWithKept, keepOpenedWith, lastUndo, readOpenedWith, rememberUndo } from '../../src/guard/draft-memory';
import { keepEvidence, keptEvidence } from '../../src/guard/evidence-memory';
import { keptPolicy } from '../../src/guard/policy-memory';
import { NO_EVIDENCE } from '../../src/core/evidence';
import { memory, NOW } from './desk';

const person = (address: string): Person => ({ address, name: '' });
const deaf: SessionData = { read: async () => undefined, write: async () => false };

describe('the declared purpose', () => {
  test.each(PURPOSES)('%s is kept and told', async (purpose) => {
    const session = memory();
    expect(await declarePurpose(session, purpose)).toBe(true);
    expect(await declaredPurpose(session)).toBe(purpose);
  });

  test('can be taken back, and what is none is none', async () => {
    const session = memory();
    await declarePurpose(session, 'offer');
    await declarePurpose(session, null);
    expect(session.kept.get('umsicht.purpose')).toBe('');
    expect(await declaredPurpose(session)).toBeNull();
    expect(await declaredPurpose(memory({ 'umsicht.purpose': 'advertising' }))).toBeNull();
    expect(await declaredPurpose(memory())).toBeNull();
  });

  test('is open where Outlook does not tell, and not kept where it does not keep', async () => {
    expect(await declaredPurpose(deaf)).toBeUndefined();
    expect(await declarePurpose(deaf, 'offer')).toBe(false);
  });
});

describe('an acknowledgement', () => {
  const decision = (each: Decision['secondThoughts']['each'] = []): Decision =>
    ({ action: 'confirm', concerns: [], fingerprint: '0123456789abcdef', acknowledged: false, secondThoughts: { reason: 'optional', each, inPane: false }, delayMinutes: null });
  const critical = { rule: 'sample', outcome: 'failed', severity: 'critical', message: 'found', data: {}, recipients: [], remedy: null } as const;

  test.each([
    ['nothing more', [], undefined, {}],
    ['a reason, trimmed', [], '  Frist läuft ab\n', { reason: 'Frist läuft ab' }],
    ['no reason where there are only blanks', [], ' \n ', {}],
    ['that each person was ticked, where that was asked for', [critical], '', { each: true }],
  ] as const)('names the draft and the time, and %s', async (_, each, reason, more) => {
    const session = memory();
    expect(await acknowledge(session, decision(each), NOW, reason)).toBe(true);
    expect(await acknowledgementIn(session)).toEqual({ fingerprint: '0123456789abcdef', at: NOW, ...more });
  });

  test('keeps as much of a long reason as there is room for', async () => {
    const session = memory();
    await acknowledge(session, decision(), NOW, `  ${'x'.repeat(700)}`);
    expect((await acknowledgementIn(session))?.reason).toBe('x'.repeat(500));
  });

  test.each(['', '{', 'null', '[]', '7', '{"fingerprint":7,"at":1}', '{"fingerprint":"f"}', '{"fingerprint":"f","at":"1"}', '{"fingerprint":"f","at":1,"each":false}', '{"fingerprint":"f","at":1,"reason":7}', '{"fingerprint":"f","at":1,"more":1}'])('that reads %s is none', async (text) => {
    expect(await acknowledgementIn(memory({ 'umsicht.acknowledgement': text }))).toBeNull();
  });

  test('is none where nothing is kept, or Outlook does not tell', async () => {
    expect(await acknowledgementIn(memory())).toBeNull();
    expect(await acknowledgementIn(deaf)).toBeNull();
    expect(await acknowledge(deaf, decision(), NOW)).toBe(false);
  });
});

describe('the way back', () => {
  const undo: UndoEdit = {
    kind: 'undoRecipients',
    restore: [{ address: 'anna@oak.example', name: 'Anna', field: 'to' }, { address: 'ben@elm.example', name: '', field: 'cc' }],
    added: [{ address: 'anna@oak.example', name: 'Anna', field: 'bcc' }, { address: 'c@ash.example', name: '', field: 'required' }, { address: 'd@fir.example', name: '', field: 'optional' }],
  };

  test('is kept and told, and forgotten', async () => {
    const session = memory();
    expect(await lastUndo(session)).toBeNull();
    expect(await rememberUndo(session, undo)).toBe(true);
    expect(await lastUndo(session)).toEqual(undo);
    await rememberUndo(session, null);
    expect([await lastUndo(session), session.kept.get('umsicht.undo')]).toEqual([null, '']);
  });

  test('does without what it need not know of a recipient', async () => {
    const list = { address: 'team@oak.example', name: '', field: 'to' as const };
    const session = memory();
    await rememberUndo(session, { ...undo, restore: [{ ...list, list: true }] });
    expect(await lastUndo(session)).toMatchObject({ restore: [list] });
  });

  test.each([
    '{"kind":"moveToBcc","restore":[],"added":[]}', '{"kind":"undoRecipients","restore":[]}', '{"kind":"undoRecipients","restore":[],"added":{}}',
    '{"kind":"undoRecipients","restore":[{"address":"a@oak.example","name":"","field":"from"}],"added":[]}', '{"kind":"undoRecipients","restore":[{"address":7,"name":"","field":"to"}],"added":[]}',
  ])('that reads %s is none', async (text) => {
    expect(await lastUndo(memory({ 'umsicht.undo': text }))).toBeNull();
  });
});

describe('whom a reply was opened with', () => {
  test('is kept by domain, names on a line of their own', async () => {
    const session = memory();
    await keepOpenedWith(session, [{ address: 'Anna@oak.example', name: 'Anna' }, { address: 'ben@elm.example', name: '' }, { address: 'cem@oak.example', name: '' }, { address: ' /o=Own/cn=x ', name: 'X' }, { address: '  ', name: 'Nobody' }]);
    expect(session.kept.get('umsicht.openedWith')).toBe('[["oak.example","anna\\nAnna","cem"],["elm.example","ben"],["","/o=Own/cn=x\\nX"]]');
    expect(await readOpenedWith(session)).toEqual([{ address: 'anna@oak.example', name: 'Anna' }, { address: 'cem@oak.example', name: '' }, { address: 'ben@elm.example', name: '' }, { address: '/o=Own/cn=x', name: 'X' }]);
  });

  test('every spelling of an address comes back in the form it is compared in', async () => {
    const session = memory();
    const addresses = ['Anna@OAK.example', 'anna+news@oak.example', '"a,b"@elm.example', 'jörg@müller.example', '/o=Own/cn=Alt', '', 'ANNA@oak.example', 'x"y@fir.example'];
    expect(await keepOpenedWith(session, addresses.map(person))).toBe(true);
    const back = (await readOpenedWith(session) ?? []).map(({ address }) => address);
    expect(back.map(addressKey).sort()).toEqual([...new Set(addresses.filter((each) => each !== '').map(addressKey))].sort());
  });

  test('a reply to 500 people of some organisations fits beside everything else, one that does not fit is not kept by half', async () => {
    const session = memory();
    const fits = Array.from({ length: 500 }, (_, index) => person(`vorname.n${index}@organisation-${index % 12}.example`));
    expect(await keepOpenedWith(session, fits)).toBe(true);
    expect((session.kept.get('umsicht.openedWith') ?? '').length).toBeLessThan(10_000);
    const many = Array.from({ length: 500 }, (_, index) => person(`vorname.nachname${index}@eine-lange-domain-${index}.example`));
    expect(await keepOpenedWith(session, many)).toBe(false);
    expect((await readOpenedWith(session))).toHaveLength(500);
  });

  test('has one name each, the first that says anything', async () => {
    const session = memory();
    await keepOpenedWith(session, [{ address: 'anna@oak.example', name: '' }, { address: 'anna@oak.example', name: 'Anna' }, { address: 'ANNA@oak.example', name: 'Other' }]);
    expect(await readOpenedWith(session)).toEqual([{ address: 'anna@oak.example', name: 'Anna' }]);
  });

  test('leaves names out where they do not fit, and all of it where even that does not', async () => {
    const people = (count: number) => Array.from({ length: count }, (_, index) => ({ address: `p${index}@oak.example`, name: 'A rather long name' }));
    const session = memory();
    expect(await keepOpenedWith(session, people(500))).toBe(true);
    expect((await readOpenedWith(session))?.[499]).toEqual({ address: 'p499@oak.example', name: '' });
    expect(await keepOpenedWith(session, people(2000))).toBe(false);
    expect(await readOpenedWith(session)).toHaveLength(500);
    expect(await keepOpenedWith(deaf, people(1))).toBe(false);
  });

  test('fits exactly, and not with one character more', async () => {
    const ofLength = (length: number) => [{ address: `${'x'.repeat(length - '[["oak.example",""]]'.length)}@oak.example`, name: '' }];
    expect(await keepOpenedWith(memory(), ofLength(9000))).toBe(true);
    expect(await keepOpenedWith(memory(), ofLength(9001))).toBe(false);
  });

  test.each(['{', '[]]', '"anna@oak.example"', '{"oak.example":["anna"]}', '[["oak.example",7]]', '[null]', ''])('reads %s as nobody having looked', async (text) => {
    expect(await readOpenedWith(memory({ 'umsicht.openedWith': text }))).toBeNull();
  });

  test('may have been kept where Outlook does not tell', async () => {
    expect(await isOpenedWithKept(memory())).toBe(false);
    expect(await isOpenedWithKept(memory({ 'umsicht.openedWith': '[]' }))).toBe(true);
    expect(await isOpenedWithKept(deaf)).toBe(true);
    expect(await readOpenedWith(deaf)).toBeUndefined();
    expect(await readOpenedWith(memory({ 'umsicht.openedWith': '[]' }))).toEqual([]);
  });
});

test('answers of the service are kept beside those kept before', async () => {
  const session = memory();
  const answer = { known: true, value: { before: true } } as const;
  await keepEvidence(session, { ...NO_EVIDENCE, correspondence: new Map([['anna@oak.example', answer]]) }, NOW);
  await keepEvidence(session, { ...NO_EVIDENCE, correspondence: new Map([['ben@elm.example', answer]]) }, NOW + 1);
  expect([...(await keptEvidence(session, NOW + 2)).correspondence.keys()].sort()).toEqual(['anna@oak.example', 'ben@elm.example']);
  expect(await keptEvidence(deaf, NOW)).toEqual(NO_EVIDENCE);
});

test('the last policy is kept with the draft', async () => {
  const session = memory();
  const store = keptPolicy(session);
  expect(await store.read()).toBeNull();
  await store.write('{}');
  expect([await store.read(), session.kept.get('umsicht.policy')]).toEqual(['{}', '{}']);
  expect(await keptPolicy(memory({ 'umsicht.policy': '' })).read()).toBeNull();
  expect(await keptPolicy(deaf).read()).toBeNull();
});
