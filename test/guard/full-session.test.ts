import { NO_EVIDENCE } from '../../src/core/evidence';
import type { SessionData } from '../../src/core/ports';
import type { Decision } from '../../src/core/decide';
import { acknowledge, acknowledgementIn, declaredPurpose, declarePurpose, lastUndo, rememberUndo } from '../../src/guard/draft-memory';
import { keepEvidence, keptEvidence } from '../../src/guard/evidence-memory';
import { areMovesDeclined, declineMoves } from '../../src/guard/moves-memory';
import { NOW, recipient } from './desk';

/*
 * Outlook up to Mailbox 1.15 keeps 50,000 characters with a draft. What was found out about people can be asked again; what
 * the sender has decided cannot.
 */

const DECISION = { fingerprint: '0123456789abcdef', secondThoughts: { reason: 'none', each: [], inPane: false } } as unknown as Decision;

/** Session data of 50,000 characters, full to the last one with answers about people. */
async function fullSession(): Promise<SessionData & { readonly kept: Map<string, string> }> {
  const kept = new Map<string, string>();
  const session = {
    kept,
    read: async (key: string) => kept.get(key) ?? null,
    async write(key: string, value: string) {
      const others = Array.from(kept).reduce((sum, [each, { length }]) => (each === key ? sum : sum + each.length + length), 0);
      if (others + key.length + value.length > 50_000) return false;
      kept.set(key, value);
      return true;
    },
  };
  const tag = { purpose: 'newsletter', status: 'granted', basis: 'consent' } as const;
  await keepEvidence(session, { ...NO_EVIDENCE, contacts: new Map(Array.from({ length: 900 }, (_, index) => [`person${index}@oak.example`, { known: true, value: { record: 'known', tags: [tag] } }])) }, NOW);
  const size = Array.from(kept).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  kept.set('rest', '.'.repeat(50_000 - 'rest'.length - size));
  return session;
}

test('answers about people fill their room', async () => {
  expect((await keptEvidence(await fullSession(), NOW)).contacts.size).toBeGreaterThan(300);
});

test.each<[string, (session: SessionData) => Promise<boolean>, (session: SessionData) => Promise<unknown>, unknown]>([
  ['that the sender goes on all the same', (session) => acknowledge(session, DECISION, NOW, 'abgesprochen'), acknowledgementIn, { fingerprint: DECISION.fingerprint, at: NOW, reason: 'abgesprochen' }],
  ['why the mail is written', (session) => declarePurpose(session, 'newsletter'), declaredPurpose, 'newsletter'],
  ['that nobody is to move by themselves any more', declineMoves, areMovesDeclined, true],
  ['where people stood before they moved', (session) => rememberUndo(session, { kind: 'undoRecipients', restore: [recipient('anna@oak.example')], added: [] }), async (session) => (await lastUndo(session))?.restore.length, 1],
])('%s is kept, though Outlook has no room left', async (_what, keep, read, expected) => {
  const session = await fullSession();
  expect(await keep(session)).toBe(true);
  expect(await read(session)).toEqual(expected);
});

test('what finds room takes none from the answers', async () => {
  const session = await fullSession();
  session.kept.delete('rest');
  await declarePurpose(session, 'newsletter');
  expect((await keptEvidence(session, NOW)).contacts.size).toBeGreaterThan(300);
});

test('where nothing can be kept at all, that is said', async () => {
  const none: SessionData = { read: async () => null, write: async () => false };
  expect([await acknowledge(none, DECISION, NOW), await declarePurpose(none, 'newsletter'), await declineMoves(none)]).toEqual([false, false, false]);
});
