import { contactsByKey, isAnswering } from '../../src/store/contacts';
import { importContacts } from '../../src/store/import-contacts';
import { openStore } from '../../src/store/open-store';
import { ENGINES, testFolder } from './folder';

describe.each(ENGINES)('on %s', (engine) => {
  const folder = testFolder(engine);

  test('everybody asked about is answered for, once, more people than one statement can name', async () => {
    const store = { ...(await folder.store()), parametersAtOnce: 7 };
    await importContacts(store, folder.file('c.csv', ['address,country', ...Array.from({ length: 100 }, (_, index) => `person${index}@oak.example,DE`)].join('\n')));
    const keys = Array.from({ length: 200 }, (_, index) => `person${index}@oak.example`);
    const contacts = await contactsByKey(store, [...keys, ...keys]);
    expect([...contacts.keys()]).toEqual(keys);
    expect([...contacts.values()].filter((evidence) => evidence.known && evidence.value.record === 'known').length).toBe(100);
    expect([...contacts.values()].every(({ known }) => known)).toBe(true);
  });

  test('twenty thousand people are asked about at once', async () => {
    const store = await folder.store();
    expect((await contactsByKey(store, Array.from({ length: 20_001 }, (_, index) => `person${index}@oak.example`))).size).toBe(20_001);
    expect((await contactsByKey(store, [])).size).toBe(0);
  });

  test('a tag somebody wrote by hand and nobody understands makes the person unknown, not the tag missing', async () => {
    const store = await folder.store();
    await importContacts(store, folder.file('c.csv', 'address,purpose,status,basis\nanna@oak.example,newsletter,granted,consent\nben@elm.example,newsletter,granted,consent\n'));
    await store.db.insertInto('consent_tags').values({ contact: 'anna@oak.example', purpose: 'newsletter', source: 'hand', status: 'revoked', basis: 'consent' }).execute();
    const contacts = await contactsByKey(store, ['anna@oak.example', 'ben@elm.example']);
    expect(contacts.get('anna@oak.example')).toEqual({ known: false, reason: 'invalidAnswer' });
    expect(contacts.get('ben@elm.example')?.known).toBe(true);
  });

  test('a database that is closed does not answer, which is no answer about anybody', async () => {
    const store = await openStore(await folder.database());
    await store.close();
    expect(await isAnswering(store)).toBe(false);
    await expect(contactsByKey(store, ['anna@oak.example'])).rejects.toThrow();
  });

  test('a condition of § 7 (3) UWG that is neither yes nor no makes the person unknown', async () => {
    const store = await folder.store();
    await importContacts(store, folder.file('c.csv', 'address,purpose,status,basis,fromSale\nanna@oak.example,newsletter,granted,consent,yes\n'));
    await store.db.updateTable('consent_tags').set({ from_sale: 2 }).execute();
    expect((await contactsByKey(store, ['anna@oak.example'])).get('anna@oak.example')).toEqual({ known: false, reason: 'invalidAnswer' });
  });
});
