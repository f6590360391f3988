import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROFILE_IDS } from '../../src/simulator/clients';

const docs = join(__dirname, '..', '..', 'docs');

test('docs/clients.md shows every Outlook there is a profile of, and every picture that was made', () => {
  const shown = [...readFileSync(join(docs, 'clients.md'), 'utf8').matchAll(/\(screenshots\/clients\/([^)]+)\)/g)].map(([, file]) => file);
  expect([...shown].sort()).toEqual(readdirSync(join(docs, 'screenshots', 'clients')).sort());
  expect(shown).toEqual(expect.arrayContaining(PROFILE_IDS.map((id) => `${id}-de.png`)));
});
