import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { backUp, columnsOf } from '../../src/store/back-up';
import { BackupDamage, backupLines, readBackup } from '../../src/store/backup-file';
import { contactsVersion } from '../../src/store/contact-domains';
import { contactsByKey, countContacts } from '../../src/store/contacts';
import { putOnRecord } from '../../src/store/correspondence';
import { importContacts } from '../../src/store/import-contacts';
import { ALL_TABLE_NAMES, KEPT_TABLE_NAMES, KEPT_TABLES } from '../../src/store/kept-tables';
import { NewerDatabase } from '../../src/store/migrate';
import type { Store } from '../../src/store/open-store';
import { closeWeeks } from '../../src/store/record-reports';
import { putRecords } from '../../src/store/records';
import { restore } from '../../src/store/restore';
import { ENGINES, type Engine, type Folder, testFolder } from './folder';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const HEADER = 'address,name,country,safeguard,purpose,status,basis,obtained,source,fromSale';

async function backedUp(store: Store, key: string | null = null): Promise<Buffer> {
  return backUp(store, { now: NOW, key }, async (parts) => {
    const lines: Buffer[] = [];
    for await (const line of backupLines(parts)) lines.push(line);
    return gzipSync(Buffer.concat(lines));
  });
}

const partsOf = (backup: Buffer) => readBackup(Readable.from([backup]));
const restored = (store: Store, backup: Buffer, replace = false) => restore(store, partsOf(backup), { replace });

/** Every row of every table, the number that tells services of new contacts apart. */
async function everything(store: Store): Promise<unknown> {
  const all: { [table: string]: unknown } = {};
  for (const table of KEPT_TABLE_NAMES) {
    if (table === 'counters') continue;
    const rows = await store.db.selectFrom(table).selectAll().execute();
    all[table] = rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  }
  return all;
}

async function fill(folder: Folder, store: Store, count = 3): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => `person${index}@oak.example,"Jörg ""the\n${index}"" Ärger 🌳",DE,,newsletter,granted,consent,2026-01-12,crm;${index},${index % 2 ? 'yes' : ''}`);
  const result = await importContacts(store, folder.file('fill.csv', [HEADER, ...rows, 'ivy@rowan.example,,US,scc,,,,,,', '"""o\'k""@xn--mller-kva.example",\\x00,,,offer,withdrawn,consent,,,no'].join('\n')));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  await putOnRecord(store, ['hash-b', 'hash-a', 'hash_C'], '2026-11-24');
  const record = { event: 'send', day: '2026-11-10', kind: 'message', client: 'web', action: 'confirm', acknowledged: 'no', policy: '0123456789abcdef', policyOrigin: 'service', recipients: 3, external: 2, visible: 1 } as const;
  await putRecords(store, [{ ...record, id: 'record-0000000000000001', outcomes: [{ rule: 'visible-recipients', outcome: 'failed', severity: 'warning', observed: true }] }, { ...record, id: 'record-0000000000000002', outcomes: [], sender: 'mara@firm.example' }], NOW - 14 * 86_400_000);
  await closeWeeks(store, 3, NOW);
}

const PAIRS = ENGINES.flatMap((from) => ENGINES.map((to) => [from, to] as const));

describe.each<readonly [Engine, Engine]>(PAIRS)('from %s to %s', (from, to) => {
  const here = testFolder(from);
  const there = testFolder(to);

  test('everything comes back as it was', async () => {
    const store = await here.store();
    await fill(here, store, 2345);
    const target = await there.store('other');
    const backup = await backedUp(store);
    expect(await restored(target, backup)).toEqual({
      ok: true, hadKey: false, rows: { contacts: 2347, consent_tags: 2346, correspondence: 3, counters: 1, records: 2, record_outcomes: 1, record_reports: 1 }, header: { made: '2026-11-24T12:00:00.000Z', migrations: expect.arrayContaining(['001-contacts-and-consent-tags']) as string[] },
    });
    expect(await everything(target)).toEqual(await everything(store));
    // The same content makes the same lines, whatever engine they come from.
    expect(gunzipSync(await backedUp(target)).toString().split('\n').filter((line) => !/^\["contacts",|sha256/.test(line))).toEqual(gunzipSync(backup).toString().split('\n').filter((line) => !/^\["contacts",|sha256/.test(line)));
    expect((await importContacts(target, there.file('more.csv', 'address\nmore@oak.example\n'))).ok).toBe(true);
    expect(await countContacts(target)).toBe(2348);
  });
});

describe.each(ENGINES)('on %s', (engine) => {
  const folder = testFolder(engine);

  test('every table of the database is in a backup, with the key it is read by, but for the one that services fill anew', async () => {
    const store = await folder.store();
    const columns = await columnsOf(store.db);
    expect([...columns.keys()].sort()).toEqual([...ALL_TABLE_NAMES].sort());
    expect(ALL_TABLE_NAMES.filter((table) => !(KEPT_TABLE_NAMES as readonly string[]).includes(table))).toEqual(['hashing_keys']);
    for (const table of KEPT_TABLE_NAMES) expect([...(columns.get(table) ?? new Map()).keys()]).toEqual(expect.arrayContaining([...KEPT_TABLES[table]]));
  });

  test('a backup is of one moment, whatever others write while it is made', async () => {
    const store = await folder.store();
    const other = await folder.store();
    await fill(folder, store, 2500);
    const before = await everything(store);
    const lines: Buffer[] = [];
    await backUp(store, { now: NOW, key: null }, async (parts) => {
      for await (const line of backupLines(parts)) {
        lines.push(line);
        if (lines.length !== 1500) continue;
        const rows = Array.from({ length: 2500 }, (_, index) => `person${index}@oak.example,,CH,,newsletter,withdrawn,consent,,crm;${index},`);
        expect((await importContacts(other, folder.file('later.csv', [HEADER, 'aaa@oak.example,,,,,,,,,', 'zzz@oak.example,,,,,,,,,', ...rows].join('\n')))).ok).toBe(true);
        await putOnRecord(other, ['hash-z'], '2026-11-25');
      }
    });
    expect(await everything(store)).not.toEqual(before);
    const target = await folder.store('other');
    await restored(target, gzipSync(Buffer.concat(lines)));
    expect(await everything(target)).toEqual(before);
  });

  test('a database that holds something is left alone, unless it is to be replaced', async () => {
    const store = await folder.store();
    await fill(folder, store);
    const backup = await backedUp(store);
    const target = await folder.store('other');
    await putOnRecord(target, ['hash-only'], '2026-11-24');
    const before = await everything(target);
    expect(await restored(target, backup)).toEqual({ ok: false, reason: 'notEmpty' });
    expect(await everything(target)).toEqual(before);
    expect((await restored(target, backup, true)).ok).toBe(true);
    expect(await everything(target)).toEqual(await everything(store));
  });

  test('services that have the database open notice that their contacts are other ones', async () => {
    const store = await folder.store();
    await fill(folder, store);
    const backup = await backedUp(store);
    const seen = new Set<number>([await contactsVersion(store)]);
    for (let round = 0; round < 3; round += 1) {
      await importContacts(store, folder.file('more.csv', `address\nmore${round}@oak.example\n`));
      seen.add(await contactsVersion(store));
      await restored(store, backup, true);
      seen.add(await contactsVersion(store));
    }
    expect(seen.size).toBe(7);
    expect(await countContacts(store)).toBe(5);
  });

  test('one of an older version is brought up to date', async () => {
    const store = await folder.store();
    const backup = handMade([
      { format: 'umsicht-backup', version: 1, made: '2026-01-01T00:00:00.000Z', migrations: ['001-contacts-and-consent-tags'] },
      { table: 'contacts', columns: ['country', 'key', 'name'] },
      ['DE', 'anna@oak.example', null],
      { table: 'consent_tags', columns: ['contact', 'purpose', 'source', 'status', 'basis', 'obtained', 'confirmed', 'withdrawn', 'expires', 'evidence'] },
      ['anna@oak.example', 'newsletter', '', 'granted', 'consent', null, null, null, null, null],
    ], { contacts: 1, consent_tags: 1 });
    expect((await restored(store, backup)).ok).toBe(true);
    expect((await contactsByKey(store, ['anna@oak.example'])).get('anna@oak.example')).toEqual({ known: true, value: { record: 'known', country: 'DE', tags: [{ purpose: 'newsletter', status: 'granted', basis: 'consent' }] } });
    expect(await store.db.selectFrom('contacts').select('domain').execute()).toEqual([{ domain: 'oak.example' }]);
  });

  describe('one that is wrong changes nothing, and is told by its reason:', () => {
    const good = { format: 'umsicht-backup', version: 1, made: '2026-01-01T00:00:00.000Z', migrations: ['001-contacts-and-consent-tags'] };
    const contacts = { table: 'contacts', columns: ['key', 'name', 'country'] };
    const tags = { table: 'consent_tags', columns: ['contact', 'purpose', 'source', 'status', 'basis', 'obtained', 'confirmed', 'withdrawn', 'expires', 'evidence'] };
    const anna = ['anna@oak.example', 'Anna', 'DE'];

    test.each<[string, readonly unknown[], { readonly [table: string]: number }, RegExp]>([
      ['another format', [{ format: 'pg_dump' }], {}, /is none of Umsicht/],
      ['a newer format', [{ ...good, version: 2 }], {}, /newer version/],
      ['no migrations', [{ ...good, migrations: [] }], {}, /damaged \(line 1\)/],
      ['a table that is none', [good, { table: 'kysely_migration', columns: ['name', 'timestamp'] }], { kysely_migration: 0 }, /"kysely_migration" is no table/],
      ['a table of SQLite itself', [good, { table: 'sqlite_master', columns: ['name'] }], { sqlite_master: 0 }, /is no table/],
      ['a table twice', [good, contacts, contacts], { contacts: 0 }, /damaged \(line 3\)/],
      ['a column that is none', [good, { table: 'contacts', columns: ['key', 'name', 'country) values (1);--'] }], { contacts: 0 }, /has other columns/],
      ['a column twice', [good, { table: 'contacts', columns: ['key', 'name', 'name'] }], { contacts: 0 }, /has other columns/],
      ['a table that came later', [good, contacts, { table: 'counters', columns: ['name', 'value'] }], { contacts: 0, counters: 0 }, /"counters" is no table of that version/],
      ['a row too short', [good, contacts, ['anna@oak.example']], { contacts: 1 }, /damaged \(line 3\)/],
      ['a row with a list in it', [good, contacts, ['anna@oak.example', [], 'DE']], { contacts: 1 }, /damaged \(line 3\)/],
      ['a number for a text', [good, contacts, ['anna@oak.example', 5, 'DE']], { contacts: 1 }, /does not fit into its columns/],
      ['a row before its table', [good, anna], { contacts: 1 }, /damaged \(line 2\)/],
      ['the same person twice', [good, contacts, anna, anna], { contacts: 2 }, /do not fit together/],
      ['nobody where somebody has to be', [good, contacts, [null, 'Anna', 'DE']], { contacts: 1 }, /do not fit together/],
      ['consents of nobody', [good, contacts, tags, ['ben@elm.example', 'newsletter', '', 'granted', 'consent', null, null, null, null, null]], { contacts: 0, consent_tags: 1 }, /do not fit together/],
      ['more rows than it says', [good, contacts, anna], { contacts: 0 }, /does not hold what was written into it/],
      ['a table it does not have', [good, contacts], { contacts: 0, consent_tags: 0 }, /does not hold what was written into it/],
    ])('%s', async (_, lines, rows, reason) => {
      const store = await folder.store();
      await fill(folder, store);
      const before = await everything(store);
      const failure: unknown = await restored(store, handMade(lines, rows), true).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(BackupDamage);
      expect((failure as BackupDamage).message).toMatch(reason);
      expect(await everything(store)).toEqual(before);
      expect((await importContacts(store, folder.file('more.csv', 'address\nmore@oak.example\n'))).ok).toBe(true);
    });

    test('a migration this version has not heard of', async () => {
      const store = await folder.store();
      await fill(folder, store);
      const before = await everything(store);
      await expect(restored(store, handMade([{ ...good, migrations: [...good.migrations, '999-later'] }, contacts], { contacts: 0 }), true)).rejects.toThrow(NewerDatabase);
      expect(await everything(store)).toEqual(before);
    });
  });
});

/** A backup whose last line is right. */
function handMade(lines: readonly unknown[], rows: { readonly [table: string]: number }): Buffer {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return gzipSync(`${text}${JSON.stringify({ rows, sha256: createHash('sha256').update(text).digest('hex') })}\n`);
}

describe('the file', () => {
  const folder = testFolder();
  const read = async (backup: Buffer): Promise<number> => {
    let parts = 0;
    for await (const _ of partsOf(backup)) parts += 1;
    return parts;
  };

  test('that is cut off anywhere is no backup', async () => {
    const store = await folder.store();
    await fill(folder, store);
    const backup = await backedUp(store);
    expect(await read(backup)).toBeGreaterThan(10);
    for (let length = 0; length < backup.length; length += 1) await expect(read(backup.subarray(0, length))).rejects.toThrow(BackupDamage);
    const text = gunzipSync(backup).toString();
    const lines = text.split('\n');
    for (let count = 0; count < lines.length - 1; count += 1) await expect(read(gzipSync(lines.slice(0, count).map((line) => `${line}\n`).join('')))).rejects.toThrow(BackupDamage);
  });

  test('in which a single bit has changed is no backup', async () => {
    const store = await folder.store();
    await fill(folder, store, 1);
    const backup = await backedUp(store);
    const text = gunzipSync(backup);
    await fc.assert(fc.asyncProperty(fc.nat(text.length - 1), fc.nat(7), async (at, bit) => {
      const changed = Buffer.from(text);
      changed[at] = (changed[at] as number) ^ (1 << bit);
      await expect(read(gzipSync(changed))).rejects.toThrow(BackupDamage);
    }), { numRuns: 300 });
  });

  test.each<[string, () => Buffer, RegExp]>([
    ['empty', () => Buffer.alloc(0), /is cut off|is empty/],
    ['empty inside', () => gzipSync(''), /is empty/],
    ['no gzip', () => Buffer.from('SQLite format 3\0'.repeat(100)), /is none of Umsicht/],
    ['gzip of something else', () => gzipSync('Dear Sir or Madam\n'), /is none of Umsicht/],
    ['a line without an end', () => gzipSync(Buffer.concat([Buffer.from('{"format":"umsicht-backup","version":1,"made":"x","migrations":["001"]}\n["'), Buffer.alloc(5_000_000, 'x')])), /a line without an end/],
    ['followed by another', () => Buffer.concat([handMade([{ format: 'umsicht-backup', version: 1, made: 'x', migrations: ['001'] }], {}), gzipSync('{}\n')]), /something follows its end/],
  ])('that is %s is refused', async (_, backup, reason) => {
    const failure: unknown = await read(backup()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BackupDamage);
    expect((failure as Error).message).toMatch(reason);
  });

  test('holds the key only where it was asked for', async () => {
    const store = await folder.store();
    const key = Buffer.alloc(32, 7).toString('base64');
    expect(gunzipSync(await backedUp(store)).toString()).not.toContain('"key":');
    const target = await folder.store('other');
    const keys: string[] = [];
    expect(await restore(target, partsOf(await backedUp(store, key)), { replace: false, onKey: (each) => void keys.push(each) })).toMatchObject({ ok: true, hadKey: true });
    expect(keys).toEqual([key]);
  });
});
