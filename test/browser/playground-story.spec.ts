import { CLIENT_IDS, CLIENTS, type ClientId } from '../../src/simulator/clients';
import { expect, type PlaygroundPage, test } from './fixtures/playground-fixture';

/*
 * The main job in each Outlook: a mail with customers who would see each other is stopped, they
 * are moved to Bcc in the way this client offers, and the mail goes out.
 */

const WORDS = {
  de: { move: 'In Bcc verschieben', anyway: 'Trotzdem senden', dont: 'Nicht senden', undo: 'Rückgängig', found: '6 Personen aus 6 Organisationen', done: '6 Personen stehen jetzt in Bcc.' },
  en: { move: 'Move to Bcc', anyway: 'Send Anyway', dont: 'Don’t Send', undo: 'Undo', found: '6 people from 6 organisations', done: '6 people are in Bcc now.' },
} as const;

const CUSTOMERS = ['Anna Eichner', 'Ben Ulmer', 'Cem Aydın', 'Dora Tannert', 'Emil Eibl', 'Gustav Ahorn'];
const ADDRESSES = 'anna@oak.example, ben@elm.example, cem@ash.example, dora@fir.example, emil@yew.example, gustav@maple.example';

/** How the people get into Bcc from the dialog. */
function wayOf(id: ClientId): 'function' | 'pane' | 'text' {
  const { commandFunction, commandPane } = CLIENTS[id].smartAlerts;
  return commandFunction ? 'function' : commandPane ? 'pane' : 'text';
}

function expectedButtons(id: ClientId, words: (typeof WORDS)['de' | 'en']): readonly string[] {
  switch (wayOf(id)) {
    case 'function': return [words.move, words.anyway, words.dont];
    // Don't Send carries our label there, and there is no other.
    case 'pane': return [words.anyway, words.move];
    case 'text': return [words.dont];
  }
}

async function bring(playground: PlaygroundPage, way: ReturnType<typeof wayOf>, words: (typeof WORDS)['de' | 'en']): Promise<void> {
  if (way === 'function') {
    await playground.dialog.getByRole('button', { name: words.move }).click();
    await expect(playground.page.locator('.notification', { hasText: words.done })).toBeVisible();
    return;
  }
  if (way === 'pane') await playground.dialog.getByRole('button', { name: words.move }).click();
  else {
    await playground.dialog.getByRole('button', { name: words.dont }).click();
    await playground.ribbonButton('Umsicht.OpenPane').click();
  }
  await playground.pane.getByRole('button', { name: words.move }).click();
  await expect(playground.pane.getByText(words.done)).toBeVisible();
}

for (const client of CLIENT_IDS) {
  for (const language of ['de', 'en'] as const) {
    test(`${client}, ${language}: customers who would see each other are moved to Bcc, and the mail goes out`, async ({ playground }) => {
      const words = WORDS[language];
      const way = wayOf(client);
      await playground.open(`?client=${client}&lang=${language}&draft=holidays&pane=closed`);
      expect(await playground.people('to')).toEqual(CUSTOMERS);

      await playground.send.click();
      await expect(playground.dialog).toContainText(words.found);
      expect(await playground.dialogButtons()).toEqual(expectedButtons(client, words));
      // Markdown where the client has it, and never its signs.
      await expect(playground.dialog.locator('strong')).toHaveCount(CLIENTS[client].smartAlerts.markdown ? 1 : 0);
      await expect(playground.dialog).not.toContainText('**');
      await expect(playground.log('sent')).toHaveCount(0);

      await bring(playground, way, words);
      expect(await playground.people('to')).toEqual(['Mara Own']);
      expect(await playground.people('cc')).toEqual(['Finn Own']);
      expect(await playground.people('bcc')).toEqual(CUSTOMERS);

      await expect(playground.log('call')).toHaveCount(0);
      await playground.send.click();
      await expect(playground.log('sent')).toHaveCount(1);
      await expect(playground.dialog).toHaveCount(0);
      await expect(playground.sentTo('to')).toHaveText('mara@own.example');
      await expect(playground.sentTo('cc')).toHaveText('finn@own.example');
      await expect(playground.sentTo('bcc')).toHaveText(ADDRESSES);
      await expect(playground.log('problem')).toHaveCount(0);
      await expect(playground.failedCallsButOvertaken).toHaveCount(0);
      expect(playground.errors).toEqual([]);
      expect(playground.strangers).toEqual([]);
    });
  }

  test(`${client}: what was moved is brought back by one press of Undo`, async ({ playground }) => {
    await playground.open(`?client=${client}&lang=en&draft=holidays`);
    await playground.pane.getByRole('button', { name: 'Move to Bcc' }).click();
    await expect(playground.field('bcc').locator('.chip')).toHaveCount(6);
    await playground.pane.getByRole('button', { name: 'Undo' }).click();
    await expect(playground.field('bcc').locator('.chip')).toHaveCount(CLIENTS[client].oddities.emptyBccSetIgnored ? 1 : 0);
    expect([...await playground.people('to')].sort()).toEqual(CUSTOMERS);
    expect(await playground.people('cc')).toEqual(['Finn Own']);
    await playground.send.click();
    await expect(playground.dialog).toContainText('6 people from 6 organisations');
  });
}
