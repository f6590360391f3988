import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { countContacts } from '../../src/store/contacts';
import { nameOfPlace } from '../../src/store/database-place';
import { hashingKeys } from '../../src/store/hashing-key';
import { importContacts } from '../../src/store/import-contacts';
import { putOnRecord } from '../../src/store/correspondence';
import { runProgram } from '../programs/run-program';
import { ENGINES, testFolder } from '../store/folder';

const umsicht = (args: readonly string[], environment: NodeJS.ProcessEnv) => runProgram(['src/cli/cli.ts', ...args], environment);

describe.each(ENGINES)('umsicht backup and restore on %s', (engine) => {
  const folder = testFolder(engine);

  async function filled(count: number): Promise<void> {
    const store = await folder.store();
    const rows = Array.from({ length: count }, (_, index) => `person${index}@oak.example,DE,newsletter,granted,consent`);
    await importContacts(store, folder.file('people.csv', ['address,country,purpose,status,basis', ...rows].join('\n')));
    await putOnRecord(store, ['hash'], '2026-11-24');
  }

  test('bring a database back, and say what is in the file and what is not', async () => {
    await filled(3);
    hashingKeys(folder.path('data'));
    const environment = await folder.environment();
    const file = folder.path('umsicht.backup');
    const name = nameOfPlace(await folder.database());
    expect(await umsicht(['backup', file], environment).ended).toEqual({
      status: 0, signal: null, stderr: '',
      stdout: `Backed up ${name} to ${file}: 3 contacts, 3 consent tags, 1 hash of an address, 0 records of decisions.\nNot in it: ${folder.path('data/correspondence.key')}. Keep a copy of that in another place.\n`,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await umsicht(['restore', '--check', file], { UMSICHT_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' }).ended).toMatchObject({ status: 0, stdout: expect.stringMatching(/ is whole: made on .*Z, 3 contacts, 3 consent tags, 1 hash of an address, 0 records of decisions\.\n$/) as string });
    expect(await umsicht(['restore', file], environment).ended).toEqual({ status: 2, signal: null, stdout: '', stderr: `Nothing was restored: ${name} is not empty (--replace lets go of what it holds).\n` });
    await (await folder.store()).db.deleteFrom('contacts').execute();
    const { status, stdout } = await umsicht(['restore', file, '--replace'], environment).ended;
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^Restored .* as it was on .*Z: 3 contacts, .*\nThe key of the hashes was not in it: .*correspondence\.key has to be the one of that time\.\n$/)]);
    expect(await countContacts(await folder.store())).toBe(3);
  }, 120_000);

  test('a backup that is killed leaves no file of that name', async () => {
    await filled(20_000);
    const environment = await folder.environment();
    const file = folder.path('umsicht.backup');
    const program = umsicht(['backup', file], environment);
    const unfinished = (): readonly string[] => readdirSync(folder.path('.')).filter((name) => name.endsWith('.part'));
    while (unfinished().length === 0 && program.process.exitCode === null) await new Promise((resume) => setTimeout(resume, 1));
    program.process.kill('SIGKILL');
    expect((await program.ended).signal).toBe('SIGKILL');
    expect(existsSync(file)).toBe(false);
    expect((await umsicht(['backup', file], environment).ended).status).toBe(0);
  }, 120_000);

  test('a restore that is killed in the middle has changed nothing', async () => {
    await filled(20_000);
    const environment = await folder.environment();
    const file = folder.path('umsicht.backup');
    await umsicht(['backup', file], environment).ended;
    const backup = readFileSync(file);
    const store = await folder.store();
    await importContacts(store, folder.file('later.csv', 'address\nlater@oak.example\n'));
    for (const share of [0.3, 0.7, 0.99]) {
      const child = spawn(process.execPath, ['-r', resolve(__dirname, '../programs/typescript.cjs'), 'src/cli/cli.ts', 'restore', '-', '--replace'], { env: { ...process.env, ...environment }, stdio: ['pipe', 'pipe', 'inherit'] });
      const begun = backup.subarray(0, Math.floor(backup.length * share));
      // Written in pieces as the program takes them, so that it has got far when the last one is gone.
      for (let at = 0; at < begun.length; at += 4096) if (!child.stdin.write(begun.subarray(at, at + 4096))) await once(child.stdin, 'drain');
      child.kill('SIGKILL');
      const [, signal] = await once(child, 'exit') as [number | null, string | null];
      expect(signal).toBe('SIGKILL');
      expect(await countContacts(store)).toBe(20_001);
    }
    expect((await umsicht(['restore', file, '--replace'], environment).ended).status).toBe(0);
    expect(await countContacts(store)).toBe(20_000);
  }, 180_000);
});

describe('umsicht backup', () => {
  const folder = testFolder();

  test.each<[string, () => Promise<readonly string[]> | readonly string[], RegExp]>([
    ['a database that is not there', () => [folder.path('b')], /^Nothing was backed up: there is no database .*umsicht\.sqlite\.\n$/],
    ['a file that is there', async () => {
      await folder.store();
      return [folder.file('b', 'precious')];
    }, /there is .*b already \(--overwrite replaces it\)\.\n$/],
    ['a folder that is not there', async () => {
      await folder.store();
      return [folder.path('nowhere/b')];
    }, /^Nothing was backed up: there is no file .*\n$/],
    ['a key that is not there', async () => {
      await folder.store();
      return [folder.path('b'), '--with-key'];
    }, /there is no key .*correspondence\.key\.\n$/],
  ])('ends with 2 and the reason for %s', async (_, args, reason) => {
    const { status, stdout, stderr } = await umsicht(['backup', ...await args()], { UMSICHT_DATA: folder.path('data') }).ended;
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(reason)]);
    if (existsSync(folder.path('b'))) expect(readFileSync(folder.path('b'), 'utf8')).toBe('precious');
  });

  test('goes to standard output as well, with nothing else in it', async () => {
    await folder.store();
    const child = spawn(process.execPath, ['-r', resolve(__dirname, '../programs/typescript.cjs'), 'src/cli/cli.ts', 'backup', '-'], { env: { ...process.env, UMSICHT_DATA: folder.path('data') }, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    const [status] = await once(child, 'close') as [number];
    expect(status).toBe(0);
    expect(gunzipSync(Buffer.concat(chunks)).toString()).toMatch(/^\{"format":"umsicht-backup"/);
  });

  test('with the key warns of it, and puts it back where there is none, or beside another one that is to be replaced', async () => {
    await putOnRecord(await folder.store(), ['hash'], '2026-11-24');
    const key = hashingKeys(folder.path('data'));
    const environment = { UMSICHT_DATA: folder.path('data') };
    const file = folder.path('b');
    const made = await umsicht(['backup', file, '--with-key'], environment).ended;
    expect([made.status, made.stderr]).toEqual([0, expect.stringMatching(/^The key of the hashes is in the same file: whoever/)]);

    const elsewhere = { UMSICHT_DATA: folder.path('elsewhere') };
    expect((await umsicht(['restore', file], elsewhere).ended).stdout).toMatch(/Its key is in .*elsewhere\/correspondence\.key now\.\n$/);
    expect(hashingKeys(folder.path('elsewhere'))).toEqual(key);

    const other = { UMSICHT_DATA: folder.path('other') };
    const another = hashingKeys(folder.path('other'));
    const refused = await umsicht(['restore', file], other).ended;
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringMatching(/correspondence\.key is another key than the one in the backup/)]);
    expect(hashingKeys(folder.path('other'))).toEqual(another);
    expect((await umsicht(['restore', file, '--replace'], other).ended).status).toBe(0);
    expect(hashingKeys(folder.path('other'))).toEqual(key);
    expect(readFileSync(folder.path('other/correspondence.key.before-restore'), 'utf8')).toBe(`${another.current.toString('base64')}\n`);
  }, 120_000);

  test('a damaged one restores nothing', async () => {
    await putOnRecord(await folder.store(), ['hash'], '2026-11-24');
    const environment = { UMSICHT_DATA: folder.path('data') };
    const file = folder.path('b');
    await umsicht(['backup', file], environment).ended;
    writeFileSync(file, readFileSync(file).subarray(0, -20));
    for (const args of [[file, '--replace'], [file, '--check']]) {
      const { status, stdout, stderr } = await umsicht(['restore', ...args], environment).ended;
      expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(/he backup .* is cut off\.\n$/)]);
    }
    expect(await (await folder.store()).db.selectFrom('correspondence').selectAll().execute()).toHaveLength(1);
  }, 120_000);
});
