import fc from 'fast-check';
import type { ConsentTag } from '../../src/core/evidence';
import { CONTACT_COLUMNS, type ContactColumn, problemText, readContactHeader, readContactRow } from '../../src/wire/contact-row';

type Cells = { readonly [C in ContactColumn]?: string };

const GRANTED: Cells = { address: 'anna@oak.example', purpose: 'newsletter', status: 'granted', basis: 'consent' };

const read = (cells: Cells) => readContactRow(CONTACT_COLUMNS, CONTACT_COLUMNS.map((column) => cells[column] ?? ''));

function rowOf(cells: Cells) {
  const result = read(cells);
  if (!result.ok) throw new Error(result.problems.map(problemText).join('; '));
  return result.row;
}

function problemsOf(cells: Cells): readonly string[] {
  const result = read(cells);
  return result.ok ? [] : result.problems.map(problemText);
}

const tagOf = (cells: Cells): ConsentTag | undefined => rowOf({ ...GRANTED, ...cells }).tag;

describe('a row', () => {
  test('with everything becomes a person and a tag', () => {
    expect(rowOf({
      address: ' Anna@OAK.example. ', name: ' Anna Eichner ', country: 'de', safeguard: 'Certified', safeguardUntil: '2027-06-30', purpose: 'Newsletter', status: 'GRANTED', basis: 'consent',
      obtained: '2026-01-12T09:14:00+01:00', confirmed: '2026-01-13', expires: '2028-01-31', evidence: 'Form 4711', source: 'website', fromSale: 'YES', similarGoods: 'nein', toldAtCollection: '1',
    })).toEqual({
      key: 'anna@oak.example', name: 'Anna Eichner', country: 'DE', safeguard: { kind: 'certified', until: '2027-06-30T23:59:59.999Z' },
      tag: {
        purpose: 'newsletter', status: 'granted', basis: 'consent', obtained: '2026-01-12T08:14:00.000Z', confirmed: '2026-01-13T00:00:00.000Z',
        expires: '2028-01-31T23:59:59.999Z', evidence: 'Form 4711', source: 'website', fromSale: true, similarGoods: false, toldAtCollection: true,
      },
    });
  });

  test('with an address alone becomes a contact without a tag', () => {
    expect(rowOf({ address: 'anna@oak.example' })).toEqual({ key: 'anna@oak.example' });
  });

  test('tells all its problems at once', () => {
    expect(problemsOf({ address: 'anna@', country: 'Germany', purpose: 'news', status: 'yes', basis: '', obtained: '31.12.2026' }).map((text) => text.split(':')[0]))
      .toEqual(['address', 'country', 'status', 'obtained', 'purpose', 'basis']);
  });
});

describe('the address', () => {
  test.each([
    ['anna@müller.example', 'anna@xn--mller-kva.example'],
    ['anna@xn--mller-kva.example', 'anna@xn--mller-kva.example'],
    ['"anna"@oak.example', 'anna@oak.example'],
    ['anna+news@oak.example', 'anna+news@oak.example'],
  ])('%s is kept as %s', (address, key) => {
    expect(rowOf({ address }).key).toBe(key);
  });

  test.each(['', 'anna', 'anna@', '@oak.example', 'Anna <anna@oak.example>', 'anna@oak.example; ben@elm.example', 'anna@oak..example', '/o=Oak/cn=anna',
    'anna@ben@oak.example', 'an\ufffdna@oak.example', `${'a'.repeat(320)}@oak.example`])('%j is none', (address) => {
    expect(problemsOf({ address }).map((text) => text.split(':')[0])).toEqual(['address']);
  });
});

describe('dates', () => {
  test.each<[string, string]>([
    ['2026-05-31', '2026-05-31T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-05-31T14:30Z', '2026-05-31T14:30:00.000Z'],
    ['2026-05-31 14:30:05+0200', '2026-05-31T12:30:05.000Z'],
    ['2026-05-31T00:15:00.123456+02:00', '2026-05-30T22:15:00.123Z'],
    ['2026-05-31T23:59:59-05:30', '2026-06-01T05:29:59.000Z'],
  ])('obtained %s is %s', (written, instant) => {
    expect(tagOf({ obtained: written })?.obtained).toBe(instant);
  });

  test.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-5', '31.05.2026', '05/31/2026', '2026-05-31T14:30', '2026-05-31T24:00Z',
    '2026-05-31T14:60Z', '2026-05-31T14:30+15:00', '0026-05-31', 'soon', '1893456000', '9999-12-31T23:59-12:00'])('%s is no date', (written) => {
    for (const column of ['obtained', 'confirmed', 'withdrawn', 'expires'] as const) {
      expect(problemsOf({ ...GRANTED, status: 'withdrawn', [column]: written })).toEqual([expect.stringMatching(new RegExp(`^${column}: expected a date`))]);
    }
  });

  test('a consent lasts through the day on which it expires', () => {
    expect(tagOf({ expires: '2026-05-31' })?.expires).toBe('2026-05-31T23:59:59.999Z');
    expect(tagOf({ expires: '2026-05-31T12:00:00Z' })?.expires).toBe('2026-05-31T12:00:00.000Z');
  });

  test('every day of the calendar is read, and no other', () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 9998 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
      const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      const time = Date.parse(`${written}T00:00:00Z`);
      // Node rolls 30 February over to March.
      const real = !isNaN(time) && new Date(time).toISOString().startsWith(written);
      expect(problemsOf({ ...GRANTED, obtained: written }).length).toBe(real ? 0 : 1);
    }));
  });
});

describe('consents that contradict themselves', () => {
  test.each<[string, Cells, number]>([
    ['granted, and withdrawn after that', { obtained: '2026-01-01', withdrawn: '2026-03-01' }, 1],
    ['granted, and withdrawn with no date of the consent', { withdrawn: '2026-03-01' }, 1],
    ['withdrawn, then given again', { obtained: '2026-04-01', withdrawn: '2026-03-01' }, 0],
    ['withdrawn, then confirmed again', { obtained: '2025-04-01', confirmed: '2026-04-01', withdrawn: '2026-03-01' }, 0],
    ['withdrawn', { status: 'withdrawn', obtained: '2026-01-01', withdrawn: '2026-03-01' }, 0],
  ])('%s', (_, cells, problems) => {
    expect(problemsOf({ ...GRANTED, ...cells }).length).toBe(problems);
  });

  test('a status without a purpose has lost its purpose, and is not passed over', () => {
    expect(problemsOf({ address: 'anna@oak.example', status: 'withdrawn', withdrawn: '2026-03-01' }))
      .toEqual([expect.stringMatching(/^purpose: expected one of .*, because status, withdrawn are given, got nothing$/)]);
  });
});

describe('safeguards', () => {
  test.each<[string, Cells, readonly string[]]>([
    ['one nobody knows', { safeguard: 'handshake' }, ['safeguard']],
    ['an end that is no date', { safeguard: 'scc', safeguardUntil: 'soon' }, ['safeguardUntil']],
    ['an end without a safeguard', { safeguardUntil: '2027-06-30' }, ['safeguard']],
    ['both wrong, both named', { safeguard: 'x', safeguardUntil: 'y' }, ['safeguardUntil', 'safeguard']],
  ])('%s is a problem', (_, cells, columns) => {
    expect(problemsOf({ address: 'anna@oak.example', ...cells }).map((text) => text.split(':')[0])).toEqual(columns);
  });
});

describe('the conditions of § 7 (3) UWG', () => {
  test.each(['maybe', 'y', '2', 'constructor', '__proto__'])('%s is neither yes nor no', (word) => {
    expect(problemsOf({ ...GRANTED, fromSale: word, toldAtCollection: word }).map((text) => text.split(':')[0])).toEqual(['fromSale', 'toldAtCollection']);
  });

  test('an answer without a purpose has lost its purpose', () => {
    expect(problemsOf({ address: 'anna@oak.example', fromSale: 'yes' })).toEqual([expect.stringMatching(/^purpose: .*because fromSale is given/)]);
  });
});

describe('countries', () => {
  test.each([['ch', 'CH'], ['UK', 'GB'], ['el', 'GR']])('%s is kept as %s', (written, code) => {
    expect(rowOf({ address: 'anna@oak.example', country: written }).country).toBe(code);
  });

  test.each(['DEU', 'D', 'Germany', '49', 'XX', 'ß'])('%s is none', (country) => {
    expect(problemsOf({ address: 'anna@oak.example', country }).length).toBe(1);
  });
});

describe('the first row', () => {
  test('names the columns in any order and case', () => {
    expect(readContactHeader([' Status', 'ADDRESS', 'purpose '])).toEqual({ ok: true, columns: ['status', 'address', 'purpose'] });
    expect(readContactHeader(['address', 'FROMSALE', 'safeguarduntil'])).toEqual({ ok: true, columns: ['address', 'fromSale', 'safeguardUntil'] });
  });

  test.each<[string, readonly string[]]>([
    ['a misspelt column, which might hold the withdrawals', ['address', 'withdrawl']],
    ['a column twice', ['address', 'status', 'Status']],
    ['no address', ['name', 'status']],
    ['a column without a name', ['address', '']],
    ['a name every object has', ['address', 'constructor']],
  ])('is refused with %s', (_, cells) => {
    expect(readContactHeader(cells).ok).toBe(false);
  });
});

test('a row with a cell too few or too many is refused, because nobody knows which is which', () => {
  for (const cells of [['anna@oak.example'], ['anna@oak.example', 'Anna', 'DE']]) expect(readContactRow(['address', 'name'], cells).ok).toBe(false);
});

test('whatever a cell holds, the problem shows it on one line and without moving the cursor', () => {
  for (const nasty of ['\u001b[2J', 'a\r\nb', '\u009b31m', 'abc\u202egnp', '\u0000', '"quoted"']) {
    for (const text of problemsOf({ ...GRANTED, obtained: `x${nasty}` })) expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (cell) => {
    for (const text of problemsOf({ ...GRANTED, obtained: cell, country: cell, name: cell })) expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  }));
});

test('any cells at all are either a row or problems, never an error', () => {
  fc.assert(fc.property(fc.array(fc.string(), { maxLength: 14 }), (cells) => {
    const result = readContactRow(CONTACT_COLUMNS, cells);
    expect(result.ok || result.problems.length > 0).toBe(true);
  }));
});
