import { contactsVersion } from '../../src/store/contact-domains';
import { hashOf, putOnRecord } from '../../src/store/correspondence';
import { nameOfPlace } from '../../src/store/database-place';
import { hashingKeys, rotateKey } from '../../src/store/hashing-key';
import { importContacts } from '../../src/store/import-contacts';
import { putRecords } from '../../src/store/records';
import { runProgram } from '../programs/run-program';
import { ENGINES, type Folder, testFolder } from '../store/folder';
import { aRecord } from '../wire/a-record';

const contact = (args: readonly string[], environment: NodeJS.ProcessEnv) => runProgram(['src/cli/cli.ts', 'contact', ...args], environment).ended;

const ROWS = [
  'address,name,country,purpose,status,basis,obtained,source,fromSale',
  'anna@oak.example,Anna Eichner,DE,newsletter,granted,consent,2025-03-01,crm,',
  'anna@oak.example,Anna Eichner,DE,offer,objected,existing-customer,,shop,yes',
  'ben@elm.example,Ben Ulmer,AT,newsletter,granted,consent,,crm,',
];

/** Anna and Ben among the contacts, both written to, Anna before and after the key was changed, and both senders of a record. */
async function filled(folder: Folder) {
  const store = await folder.store();
  await importContacts(store, folder.file('people.csv', ROWS.join('\n')));
  const key = hashingKeys(folder.path('data')).current;
  await putOnRecord(store, [hashOf(key, 'anna@oak.example'), hashOf(key, 'ben@elm.example')], '2026-10-01');
  await putOnRecord(store, [hashOf(rotateKey(folder.path('data'), '2026-11-01').current, 'anna@oak.example')], '2026-11-24');
  await putRecords(store, [aRecord({ sender: 'anna@oak.example' }), aRecord({ sender: 'ben@elm.example' })], Date.parse('2026-11-24T10:00:00Z'));
  return store;
}

describe.each(ENGINES)('what %s holds of one person', (engine) => {
  const folder = testFolder(engine);

  test('is shown whole, however the address is spelt, and changes by that in nothing', async () => {
    await filled(folder);
    const environment = await folder.environment();
    const name = nameOfPlace(await folder.database());
    const shown = [
      `${name} holds of anna@oak.example:`,
      '  contact     name Anna Eichner, country DE',
      '  consent     purpose newsletter, source crm, status granted, basis consent, obtained 2025-03-01T00:00:00.000Z',
      '  consent     purpose offer, source shop, status objected, basis existing-customer, fromSale yes',
      '  written to  first on 2026-10-01, last on 2026-11-24',
      '  sender      of 1 record of decisions',
      '',
    ].join('\n');
    for (const spelling of ['anna@oak.example', ' ANNA@Oak.Example ']) expect(await contact(['show', spelling], environment)).toEqual({ status: 0, signal: null, stderr: '', stdout: shown });
  });

  test('is forgotten whole, and nobody else is', async () => {
    const store = await filled(folder);
    const environment = await folder.environment();
    const name = nameOfPlace(await folder.database());
    const version = await contactsVersion(store);
    expect(await contact(['forget', 'anna@oak.example'], environment)).toMatchObject({
      status: 0, stderr: '', stdout: `Forgotten in ${name}, of anna@oak.example: the contact with 2 consent tags, when they were written to, the sender of 1 record.\n`,
    });
    for (const what of ['show', 'forget']) expect(await contact([what, 'anna@oak.example'], environment)).toMatchObject({ status: 0, stdout: `${name} holds nothing of anna@oak.example.\n` });
    expect((await contact(['show', 'ben@elm.example'], environment)).stdout).toMatch(/contact.*\n.*consent.*\n.*written to.*\n.*sender {6}of 1 record/);
    expect(await store.db.selectFrom('records').select('sender').orderBy('sender').execute()).toHaveLength(2);
    // Services drop the domains of contacts they have worked out.
    expect(await contactsVersion(store)).not.toBe(version);
  });
});

describe('umsicht contact', () => {
  const folder = testFolder();

  test('makes neither a database nor a key where there is none', async () => {
    const environment = await folder.environment();
    expect(await contact(['show', 'anna@oak.example'], environment)).toMatchObject({ status: 2, stdout: '', stderr: `Nothing could be looked up: there is no database ${folder.path('data/umsicht.sqlite')}.\n` });
    await folder.store();
    const { stdout, stderr } = await contact(['forget', 'anna@oak.example'], environment);
    expect([stdout, stderr]).toEqual([expect.stringContaining('holds nothing of anna@oak.example'), `There is no key ${folder.path('data/correspondence.key')}, so it is not known whether they were written to before.\n`]);
  });

  test('takes nothing for an address that is none', async () => {
    await folder.store();
    expect(await contact(['forget', 'oak.example'], await folder.environment())).toMatchObject({ status: 2, stderr: 'Nothing has changed: expected an e-mail address such as anna@oak.example, got "oak.example".\n' });
  });
});
