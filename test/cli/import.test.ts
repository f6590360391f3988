import { PassThrough } from 'node:stream';
import Database from 'better-sqlite3';
import { runImport } from '../../src/cli/import';
import { nameOfPlace } from '../../src/store/database-place';
import { contactsByKey, countContacts } from '../../src/store/contacts';
import { runProgram } from '../programs/run-program';
import { ENGINES, testFolder } from '../store/folder';

const HEADER = 'address,name,country,purpose,status,basis,obtained,source';
const GOOD = 'anna@oak.example,Anna,DE,newsletter,granted,consent,2026-01-12,crm';

const importing = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) => runProgram(['src/cli/cli.ts', 'import', ...args], environment);

describe.each(ENGINES)('umsicht import into %s', (engine) => {
  const folder = testFolder(engine);

  test('takes a good file, tells how far it is, and says what it has done', async () => {
    const file = folder.file('contacts.csv', `${HEADER}\n${GOOD}\nben@elm.example,Ben,CH,,,,,\n`);
    expect(await importing([file], await folder.environment()).ended).toEqual({
      status: 0, signal: null, stderr: '', stdout: `100 %\nImported 2 rows into ${nameOfPlace(await folder.database())}: 2 people, 1 consent tag.\n`,
    });
    expect(await countContacts(await folder.store())).toBe(2);
  });

  test('names every bad line on stderr, ends with 2, and leaves the database as it was', async () => {
    const good = folder.file('good.csv', `${HEADER}\n${GOOD}\n`);
    const environment = await folder.environment();
    await importing([good], environment).ended;
    const bad = folder.file('bad.csv', `${HEADER}\n${GOOD.replace('granted', 'yes')}\n${GOOD.replace('anna@', 'ben@')}\ncem@,Cem,XX,,,,,\n`);
    const { status, stderr } = await importing([bad], environment).ended;
    expect(status).toBe(2);
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/bad\.csv:2: status: expected one of granted, .*, got "yes"$/),
      expect.stringMatching(/bad\.csv:4: address: expected an e-mail address .*, got "cem@"$/),
      expect.stringMatching(/bad\.csv:4: country: expected a country code .*, got "XX"$/),
      expect.stringMatching(/^Nothing was imported: 3 problems in /),
      '',
    ]);
    expect(await countContacts(await folder.store())).toBe(1);
  }, 30_000);

  test('a program that is killed while it imports leaves the old state, and the next one goes through', async () => {
    const environment = await folder.environment();
    const old = folder.file('old.csv', `${HEADER}\n${GOOD}\n`);
    expect((await importing([old], environment).ended).status).toBe(0);
    const rows = Array.from({ length: 60_000 }, (_, index) => `person${index}@oak.example,Anna,DE,newsletter,granted,consent,2026-01-12,crm`);
    const file = folder.file('new.csv', [HEADER, GOOD.replace('granted', 'withdrawn'), ...rows].join('\n'));

    for (const moment of [/10 %\n/, /50 %\n/, /100 %\n/]) {
      const program = importing([file], environment);
      await program.said(moment);
      program.process.kill('SIGKILL');
      expect((await program.ended).signal).toBe('SIGKILL');

      const store = await folder.store();
      const anna = (await contactsByKey(store, ['anna@oak.example'])).get('anna@oak.example');
      const state = [anna?.known && anna.value.tags[0]?.status, await countContacts(store)];
      // When everything has been read, it may be killed just after the commit; half of it is never there.
      expect(String(moment).includes('100') ? [['granted', 1], ['withdrawn', 60_001]] : [['granted', 1]]).toContainEqual(state);
      const place = await folder.database();
      if (place.engine === 'postgres') continue;
      const raw = new Database(place.file, { readonly: true });
      expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(raw.prepare(`select count(*) as tables from sqlite_master where name like 'staged%'`).get()).toEqual({ tables: 0 });
      raw.close();
    }
    expect((await importing([file], environment).ended).stdout).toMatch(/60001 people, 60001 consent tags/);
  }, 120_000);
});

describe('umsicht import', () => {
  const folder = testFolder();

  test('takes the file it is told of, whatever the environment says', async () => {
    const file = folder.file('c.csv', `${HEADER}\n${GOOD}\n`);
    const database = folder.path('some.sqlite');
    expect((await importing([file, '--database', database], { UMSICHT_DATA: folder.path('data'), UMSICHT_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' }).ended).stdout).toContain(`into ${database}: 1 person`);
    expect(await countContacts(await folder.store('some.sqlite'))).toBe(1);
  });

  test('finds the database in the configuration of the service it is told of', async () => {
    const file = folder.file('c.csv', `${HEADER}\n${GOOD}\n`);
    const config = folder.file('umsicht.json', '{ "data": "kept" }');
    expect((await importing([file, '--config', config], { UMSICHT_DATA: undefined }).ended).stdout).toContain(`into ${folder.path('kept/umsicht.sqlite')}: 1 person`);
    expect((await importing([file, '--config', config, '--database', 'x.sqlite'], {}).ended)).toMatchObject({ status: 2, stderr: expect.stringMatching(/cannot be used with/) as string });
  });

  test('names what is wrong with the address of a database, and not the password in it', async () => {
    const file = folder.file('c.csv', `${HEADER}\n${GOOD}\n`);
    const { status, stderr } = await importing([file], { UMSICHT_DATABASE_URL: 'postgres://umsicht:sec@ret@db/umsicht' }).ended;
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^UMSICHT_DATABASE_URL: expected postgres:.*\n$/)]);
    expect(stderr).not.toMatch(/sec|ret/);
  });

  test.each<[string, () => readonly string[], RegExp]>([
    ['a file that is not there', () => [folder.path('nowhere.csv')], /^Nothing was imported: there is no file .*nowhere\.csv\.\n$/],
    ['a folder', () => [folder.path('.')], /^Nothing was imported: .* is a folder\.\n$/],
    ['a database that is none', () => [folder.file('c.csv', `${HEADER}\n${GOOD}\n`), '--database', folder.file('letter.sqlite', 'Dear Sir or Madam, '.repeat(100))], /is no SQLite database\.\n$/],
    ['no file', () => [], /missing required argument/],
    ['an option that is none', () => ['--force', 'c.csv'], /unknown option/],
  ])('ends with 2 and the reason for %s', async (_, args, reason) => {
    const { status, stderr } = await importing(args(), { UMSICHT_DATA: folder.path('data') }).ended;
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
  });

  test('draws a bar where somebody watches, and bad lines above it', async () => {
    const stdout = new PassThrough();
    const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80, cursorTo: () => true, clearLine: () => true, moveCursor: () => true });
    const rows = Array.from({ length: 4000 }, (_, index) => (index === 3000 ? 'cem@,Cem,DE,,,,,' : `person${index}@oak.example,Anna,DE,newsletter,granted,consent,2026-01-12,crm`));
    const status = await runImport(folder.file('c.csv', [HEADER, ...rows].join('\n')), await folder.database(), { stdout, stderr });
    const shown = String(stderr.read());
    expect(status).toBe(2);
    expect(shown).toMatch(/[█░]{40} +\d+ %/);
    expect(shown).toMatch(/\r\u001b\[K\S*c\.csv:3002: address: .*\n/);
    expect(stdout.read()).toBeNull();
  });
});
