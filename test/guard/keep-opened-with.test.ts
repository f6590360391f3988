import type { Draft } from '../../src/core/draft';
import { LOOKING_PATIENCE, rememberOpenedWith } from '../../src/guard/keep-opened-with';
import { desk, memory, NOW, recipient } from './desk';

const KEY = 'umsicht.openedWith';
const reply: Partial<Draft> = { composeType: 'reply', recipients: [recipient('anna@oak.example')] };
const ANNA = '[["oak.example","anna"]]';

/** What is kept once a draft was opened, and looking at it took so many milliseconds. */
async function keptOf(draft: Partial<Draft>, { kept = {}, took = 0 }: { readonly kept?: { readonly [key: string]: string }; readonly took?: number } = {}): Promise<string | undefined> {
  const session = memory(kept);
  let looked = 0;
  const { parts, read } = desk({ draft, session, clock: { now: () => { looked += 1; return NOW + (looked > 1 ? took : 0); } } });
  await rememberOpenedWith(parts);
  expect(read).toEqual([['to', 'cc', 'bcc']]);
  return session.kept.get(KEY);
}

test.each<[string, Partial<Draft>, string | undefined]>([
  ['a reply, with those who stand there', reply, ANNA],
  ['a forward, with nobody yet', { composeType: 'forward' }, '[]'],
  ['a forward, with somebody', { ...reply, composeType: 'forward' }, ANNA],
  ['new mail not', { ...reply, composeType: 'newMail' }, undefined],
  ['what Outlook does not tell the kind of not', { ...reply, composeType: null }, undefined],
  ['a reply whose fields are not filled yet not', { composeType: 'reply' }, undefined],
  ['a reply of which a field was not read not', { ...reply, unread: ['cc'] }, undefined],
])('%s is remembered', async (_, draft, expected) => {
  expect(await keptOf(draft)).toBe(expected);
});

test('what is kept is not written over', async () => {
  expect(await keptOf(reply, { kept: { [KEY]: '[]' } })).toBe('[]');
});

test('who was read late may have been added since, and is not remembered', async () => {
  expect(LOOKING_PATIENCE).toBe(4000);
  expect(await keptOf(reply, { took: 4000 })).toBe(ANNA);
  expect(await keptOf(reply, { took: 4001 })).toBeUndefined();
});
