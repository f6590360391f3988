import type { Contact, ContactEvidence } from '../../src/core/evidence';
import { contactDomains, contactsVersion } from '../../src/store/contact-domains';
import { contactsByKey, countContacts } from '../../src/store/contacts';
import type { ContactFileProblem } from '../../src/store/contact-file';
import { importContacts, type ImportResult, MOST_KEPT_PROBLEMS } from '../../src/store/import-contacts';
import type { Store } from '../../src/store/open-store';
import { problemText } from '../../src/wire/contact-row';
import { ENGINES, testFolder } from './folder';

describe.each(ENGINES)('on %s', (engine) => {
  const folder = testFolder(engine);

  const HEADER = 'address,name,country,purpose,status,basis,obtained,source';
  const csv = (...rows: readonly string[]): string => folder.file('contacts.csv', [HEADER, ...rows, ''].join('\n'));

  async function contactIn(store: Store, key: string): Promise<Contact> {
    const evidence = (await contactsByKey(store, [key])).get(key);
    if (!evidence?.known) throw new Error(`${key} is unknown`);
    return evidence.value;
  }

  function problemsOf(result: ImportResult): readonly string[] {
    return result.ok ? [] : result.problems.map(({ line, problem }) => `${line}: ${problemText(problem)}`);
  }

  describe('a good file', () => {
    test('is in the database, with several rows for one person', async () => {
      const store = await folder.store();
      const result = await importContacts(store, csv(
        'anna@oak.example,Anna,DE,newsletter,granted,consent,2026-01-12,website',
        'Anna@OAK.example,,,offer,withdrawn,consent,2025-01-12,crm',
        'ben@elm.example,Ben,CH,,,,,',
      ));
      expect(result).toEqual({ ok: true, rows: 3, people: 2, tags: 2 });
      expect(await contactIn(store, 'anna@oak.example')).toEqual({
        record: 'known',
        name: 'Anna',
        country: 'DE',
        tags: [
          { purpose: 'newsletter', status: 'granted', basis: 'consent', obtained: '2026-01-12T00:00:00.000Z', source: 'website' },
          { purpose: 'offer', status: 'withdrawn', basis: 'consent', obtained: '2025-01-12T00:00:00.000Z', source: 'crm' },
        ],
      });
      expect(await contactIn(store, 'ben@elm.example')).toEqual({ record: 'known', name: 'Ben', country: 'CH', tags: [] });
    });

    test.each<[string, string]>([
      ['semicolons', 'address;name;status;purpose;basis\nanna@oak.example;"Eichner, Anna";granted;newsletter;consent\n'],
      ['tabs', 'address\tname\tstatus\tpurpose\tbasis\nanna@oak.example\tEichner, Anna\tgranted\tnewsletter\tconsent\n'],
      ['a byte order mark and CRLF', '\ufeffaddress,status,purpose,basis\r\nanna@oak.example,granted,newsletter,consent\r\n'],
      ['quoted columns', '"address";"status";"purpose";"basis"\n"anna@oak.example";"granted";"newsletter";"consent"\n'],
      ['empty lines before the first row', '\n\naddress,status,purpose,basis\nanna@oak.example,granted,newsletter,consent\n'],
    ])('may be written with %s', async (_, content) => {
      const store = await folder.store();
      expect(await importContacts(store, folder.file('contacts.csv', content))).toEqual({ ok: true, rows: 1, people: 1, tags: 1 });
      expect((await contactIn(store, 'anna@oak.example')).tags).toEqual([{ purpose: 'newsletter', status: 'granted', basis: 'consent' }]);
    });

    test('tells how far it is, up to the end', async () => {
      const store = await folder.store();
      const seen: (readonly [number, number])[] = [];
      const rows = Array.from({ length: 5000 }, (_, index) => `person${index}@oak.example,,DE,newsletter,granted,consent,2026-01-12,crm`);
      await importContacts(store, csv(...rows), { onProgress: (read, total) => seen.push([read, total]) });
      expect(seen.length).toBeGreaterThan(2);
      expect(seen.every(([read, total], index) => read <= total && read > (seen[index - 1]?.[0] ?? 0))).toBe(true);
      const [last] = seen.slice(-1) as [readonly [number, number]];
      expect(last[0]).toBe(last[1]);
    });

    test('may hold SQL, which is only a name', async () => {
      const store = await folder.store();
      const nasty = `Robert'); DROP TABLE contacts;-- \\ " % _ ? $1 :a @b`;
      expect((await importContacts(store, csv(`"o'neill+1=1--@oak.example","${nasty.replace(/"/g, '""')}",DE,newsletter,granted,consent,,"' OR 1=1"`))).ok).toBe(true);
      expect((await contactIn(store, "o'neill+1=1--@oak.example")).tags[0]?.source).toBe("' OR 1=1");
      expect(await store.db.selectFrom('contacts').select('name').execute()).toEqual([{ name: nasty }]);
      expect(await contactIn(store, "' OR '1'='1")).toEqual({ record: 'unknown', tags: [] });
    });
  });

  describe('a second file', () => {
    test('replaces a tag of the same purpose from the same source, and leaves the others alone', async () => {
      const store = await folder.store();
      await importContacts(store, csv('anna@oak.example,Anna,DE,newsletter,granted,consent,2026-01-12,website', 'anna@oak.example,,,newsletter,granted,consent,2026-01-12,crm', 'ben@elm.example,Ben,AT,,,,,'));
      await importContacts(store, csv('anna@oak.example,,CH,newsletter,withdrawn,consent,,website'));
      expect(await contactIn(store, 'anna@oak.example')).toEqual({
        record: 'known',
        name: 'Anna',
        country: 'CH',
        tags: [
          { purpose: 'newsletter', status: 'granted', basis: 'consent', obtained: '2026-01-12T00:00:00.000Z', source: 'crm' },
          { purpose: 'newsletter', status: 'withdrawn', basis: 'consent', source: 'website' },
        ],
      });
      expect(await store.db.selectFrom('contacts').select(['key', 'name', 'country']).orderBy('key').execute()).toEqual([
        { key: 'anna@oak.example', name: 'Anna', country: 'CH' }, { key: 'ben@elm.example', name: 'Ben', country: 'AT' },
      ]);
    });

    test('that is the same as the first changes nothing', async () => {
      const store = await folder.store();
      const file = csv('anna@oak.example,Anna,DE,newsletter,granted,consent,2026-01-12,', 'ben@elm.example,Ben,AT,,,,,');
      const all = async () => [await store.db.selectFrom('contacts').selectAll().orderBy('key').execute(), await store.db.selectFrom('consent_tags').selectAll().execute()];
      await importContacts(store, file);
      const before = await all();
      await importContacts(store, file);
      expect(await all()).toEqual(before);
    });
  });

  describe('a file with one bad row', () => {
    test('changes nothing', async () => {
      const store = await folder.store();
      await importContacts(store, csv('anna@oak.example,Anna,DE,newsletter,granted,consent,2026-01-12,website'));
      const result = await importContacts(store, csv('anna@oak.example,Anna,DE,newsletter,withdrawn,consent,,website', 'ben@elm.example,Ben,AT,,,,,', 'cem@,Cem,DE,,,,,'));
      expect(problemsOf(result)).toEqual(['4: address: expected an e-mail address without a name, such as anna@oak.example, got "cem@"']);
      expect((await contactIn(store, 'anna@oak.example')).tags[0]?.status).toBe('granted');
      expect(await countContacts(store)).toBe(1);
    });

    test.each<[string, readonly string[], readonly RegExp[]]>([
      ['the same person, purpose and source twice, in another spelling', [
        'anna@müller.example,Anna,DE,newsletter,granted,consent,2026-01-12,crm',
        'anna@müller.example,Anna,DE,newsletter,granted,consent,2026-01-12,website',
        'ANNA@xn--mller-kva.example.,Anna,DE,newsletter,withdrawn,consent,,crm',
        'anna@müller.example,Anna,DE,newsletter,granted,consent,2026-01-12,crm',
      ], [/^4: address: expected one row .* as in line 2$/, /^5: address: .* as in line 2$/]],
      ['the same without a source', [
        'anna@oak.example,Anna,DE,newsletter,granted,consent,2026-01-12,',
        'anna@oak.example,Anna,DE,newsletter,objected,consent,,',
      ], [/^3: address: expected one row .* as in line 2$/]],
      ['two countries for one person', [
        'anna@oak.example,Anna,,newsletter,granted,consent,,crm',
        'anna@oak.example,Anna,CH,offer,granted,consent,,crm',
        'anna@oak.example,Anna,IN,survey,granted,consent,,crm',
        'anna@oak.example,Anna,CH,event,granted,consent,,crm',
      ], [/^4: country: expected CH as in line 3, got "IN"$/]],
      ['an open quotation mark in the last row, as in a file that was cut off', [
        'anna@oak.example,Anna,CH,offer,granted,consent,,crm',
        'ben@elm.example,"Ben',
      ], [/^3: expected a closing quotation mark/]],
      ['a row that was cut off', [
        'anna@oak.example,Anna,CH,offer,granted,consent,,crm',
        'ben@elm.example,Ben,CH,offer,granted',
      ], [/^3: expected 8 cells as in the first row, got 5$/]],
    ])('%s', async (_, rows, expected) => {
      const store = await folder.store();
      const problems = problemsOf(await importContacts(store, csv(...rows)));
      expect(problems.length).toBe(expected.length);
      expected.forEach((pattern, index) => expect(problems[index]).toMatch(pattern));
      expect(await countContacts(store)).toBe(0);
    });

    test.each<[string, string | Buffer, RegExp]>([
      ['an empty file', '', /^1: expected a first row with columns/],
      ['nothing but empty lines', '\n\n\n', /^1: expected a first row with columns/],
      ['no first row', 'anna@oak.example,Anna\nben@elm.example,Ben\n', /^1: expected columns among/],
      ['UTF-16, as spreadsheets call "Unicode text"', Buffer.from('\ufeffaddress\nanna@oak.example\n', 'utf16le'), /^1: expected a file in UTF-8, got UTF-16$/],
      ['Windows-1252, as spreadsheets call "CSV"', Buffer.from('address,name\nanna@oak.example,J\xf6rg\n', 'latin1'), /^2: name: expected text in UTF-8/],
      ['bytes of no text at all', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0x22, 0x0a]), /^1: expected/],
    ])('%s', async (_, content, expected) => {
      const store = await folder.store();
      expect(problemsOf(await importContacts(store, folder.file('contacts.csv', content)))[0]).toMatch(expected);
    });

    test('of a country that is none is found where the countries are known', async () => {
      const store = await folder.store();
      const result = await importContacts(store, csv('anna@oak.example,Anna,XX,,,,,'));
      expect(problemsOf(result)[0]).toMatch(/^2: country: .* got "XX"$/);
    });
  });

  describe('ten thousand rows with three hundred bad ones', () => {
    test('every bad one is named, by its line', async () => {
      const store = await folder.store();
      const bad = new Map<number, string>();
      const rows = Array.from({ length: 10_000 }, (_, index) => {
        const row = [`person${index}@oak.example`, 'Anna', 'DE', 'newsletter', 'granted', 'consent', '2026-01-12', 'crm'];
        if (index % 33 !== 7 || bad.size >= 300) return row.join(',');
        const [column, cells] = [
          ['address', ['nobody@', ...row.slice(1)]],
          ['obtained', [...row.slice(0, 6), '2026-02-30', 'crm']],
          ['country', [...row.slice(0, 2), 'Germany', ...row.slice(3)]],
          ['status', [...row.slice(0, 4), 'yes', ...row.slice(5)]],
          ['expected', [row[0], '"Anna" Eichner', ...row.slice(2)]],
        ][bad.size % 5] as [string, string[]];
        bad.set(index + 2, column);
        return cells.join(',');
      });
      const streamed: ContactFileProblem[] = [];
      const result = await importContacts(store, csv(...rows), { onProblem: (problem) => streamed.push(problem) });
      expect(bad.size).toBe(300);
      expect(problemsOf(result).map((text) => text.replace(/^(\d+): (\w+).*$/, '$1 $2'))).toEqual([...bad].map(([line, column]) => `${line} ${column}`));
      expect(streamed.length).toBe(300);
      expect(result).toMatchObject({ ok: false, problemCount: 300, rows: 9700 });
      expect(await countContacts(store)).toBe(0);
    });

    test('more than a thousand are counted and handed on, and not kept', async () => {
      const store = await folder.store();
      let handedOn = 0;
      const result = await importContacts(store, csv(...Array.from({ length: 3000 }, () => 'nobody@,,,,,,,')), { onProblem: () => { handedOn += 1; } });
      expect(result.ok ? 0 : [result.problems.length, result.problemCount, handedOn]).toEqual([MOST_KEPT_PROBLEMS, 3000, 3000]);
    });
  });

  test('a file that is not there is an error, and the database goes on working', async () => {
    const store = await folder.store();
    await expect(importContacts(store, folder.path('nowhere.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect((await importContacts(store, csv('anna@oak.example,Anna,DE,,,,,'))).ok).toBe(true);
  });

  test('whoever asks while another program imports sees the old state until the new one is there', async () => {
    const importing = await folder.store();
    const asking = await folder.store();
    await importContacts(importing, csv('anna@oak.example,Anna,DE,newsletter,granted,consent,2026-01-12,crm'));
    const rows = Array.from({ length: 2000 }, (_, index) => `person${index}@oak.example,,DE,newsletter,granted,consent,2026-01-12,crm`);
    const file = csv('anna@oak.example,Anna,DE,newsletter,withdrawn,consent,,crm', ...rows);
    let done = false;
    const seen = new Set<string>();
    const work = importContacts(importing, file).then(() => { done = true; });
    while (!done) {
      const answer: ContactEvidence = await contactsByKey(asking, ['anna@oak.example', 'person1999@oak.example']);
      seen.add([...answer.values()].map((evidence) => (evidence.known ? evidence.value.tags[0]?.status ?? evidence.value.record : evidence.reason)).join(' '));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await work;
    expect([...seen].every((state) => state === 'granted unknown' || state === 'withdrawn granted')).toBe(true);
    expect((await contactIn(asking, 'anna@oak.example')).tags[0]?.status).toBe('withdrawn');
  });

  describe('what transfers rest on, and the conditions of § 7 (3) UWG', () => {
    const COLUMNS = 'address,safeguard,safeguardUntil,purpose,status,basis,fromSale,similarGoods,toldAtCollection';
    const file = (...rows: readonly string[]): string => folder.file('contacts.csv', [COLUMNS, ...rows, ''].join('\n'));

    test('are kept and given out; an empty cell is not known, which is not a no', async () => {
      const store = await folder.store();
      await importContacts(store, file('jaya@teak.example,SCC,2028-12-31,,,,,,', 'fay@birch.example,,,offer,granted,existing-customer,yes,No,'));
      expect(await contactIn(store, 'jaya@teak.example')).toEqual({ record: 'known', safeguard: 'scc', safeguardUntil: '2028-12-31T23:59:59.999Z', tags: [] });
      expect(await contactIn(store, 'fay@birch.example')).toEqual({ record: 'known', tags: [{ purpose: 'offer', status: 'granted', basis: 'existing-customer', fromSale: true, similarGoods: false }] });
    });

    test('a new safeguard takes the end of the old one with it; a file without one leaves it alone', async () => {
      const store = await folder.store();
      await importContacts(store, file('jaya@teak.example,scc,2028-12-31,,,,,,'));
      await importContacts(store, csv('jaya@teak.example,Jaya,IN,,,,,'));
      expect(await contactIn(store, 'jaya@teak.example')).toMatchObject({ safeguard: 'scc', safeguardUntil: '2028-12-31T23:59:59.999Z' });
      await importContacts(store, file('jaya@teak.example,bcr,,,,,,,'));
      expect(await contactIn(store, 'jaya@teak.example')).toEqual({ record: 'known', name: 'Jaya', country: 'IN', safeguard: 'bcr', tags: [] });
    });

    test('two safeguards for one person, or two ends, are a problem', async () => {
      const store = await folder.store();
      const result = await importContacts(store, file(
        'jaya@teak.example,scc,2028-12-31,,,,,,', 'jaya@teak.example,,,,,,,,', 'jaya@teak.example,bcr,2028-12-31,,,,,,',
        'ivy@rowan.example,scc,2028-12-31,,,,,,', 'ivy@rowan.example,scc,,,,,,,', 'lale@plane.example,scc,,,,,,,', 'lale@plane.example,scc,,,,,,,',
      ));
      expect(problemsOf(result)).toEqual([
        '4: safeguard: expected the same safeguard, and the same end, as in line 2, got another',
        '6: safeguard: expected the same safeguard, and the same end, as in line 5, got another',
      ]);
    });
  });

  test('every import is noticed by programs that have the database open', async () => {
    const store = await folder.store();
    expect(await contactsVersion(store)).toBe(0);
    await importContacts(store, csv('anna@oak.example,,DE,,,,,'));
    await importContacts(store, csv('bad,,DE,,,,,'));
    expect(await contactsVersion(store)).toBe(1);
    await importContacts(store, csv('"""an@na""@oak.example",,DE,,,,,', 'ben@elm.example,,,,,,,'));
    expect(await contactsVersion(store)).toBe(2);
    expect(await contactDomains(store)).toEqual([{ domain: 'oak.example', contacts: 2 }, { domain: 'elm.example', contacts: 1 }]);
  });
});
