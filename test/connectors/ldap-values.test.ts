import type { Entry } from 'ldapts';
import fc from 'fast-check';
import { comparableName, withoutUid } from '../../src/connectors/ldap/distinguished-name';
import { memberNames } from '../../src/connectors/ldap/member-names';

describe('two spellings of one name are compared as one', () => {
  test.each<[string, string]>([
    ['CN=Anna , OU=People', 'cn=anna,ou=people'],
    ['cn=J\\C3\\B6rg M\\c3\\bcller', 'cn=jörg müller'],
    ['cn=Eichner\\2C Anna', 'cn=Eichner\\, Anna'],
    ['cn=Eichner\\2CAnna+uid=1', 'cn=Eichner\\,Anna + UID=1'],
    ['cn=a\\5Cb', 'cn=a\\\\b'],
  ])('%s and %s', (one, other) => {
    expect(comparableName(one)).toBe(comparableName(other));
  });

  test.each<[string, string]>([
    ['cn=a\\,b', 'cn=a,b'],
    ['cn=Eichner\\, Anna', 'cn=Eichner\\,Anna'],
    ['cn=a,ou=b', 'cn=a,ou=c'],
  ])('but not %s and %s', (one, other) => {
    expect(comparableName(one)).not.toBe(comparableName(other));
  });

  test('and any text at all is read without an error, and the same a second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(comparableName(text)).toBe(comparableName(text));
    }));
  });
});

test('the bit string behind a unique name is no part of it', () => {
  expect(withoutUid("cn=a,dc=b#'0101'B")).toBe('cn=a,dc=b');
  expect(withoutUid("cn=a\\#'x'B,dc=b")).toBe("cn=a\\#'x'B,dc=b");
});

describe('Active Directory gives out long lists in portions', () => {
  const all = Array.from({ length: 3500 }, (_, index) => `cn=person${index}`);
  /** As MS-ADTS describes it: 1500 values at a time, the last portion ends with a star. */
  const portion = (from: number, size = 1500): Entry => {
    const last = from + size >= all.length;
    return { dn: 'cn=all', member: [], [`member;range=${from}-${last ? '*' : from + size - 1}`]: all.slice(from, from + size) };
  };
  const asked: string[] = [];
  const readAgain = async (attribute: string): Promise<Entry> => {
    asked.push(attribute);
    return portion(Number(/range=(\d+)-\*/.exec(attribute)?.[1]));
  };
  beforeEach(() => { asked.length = 0; });

  test('and all of them are read, each once', async () => {
    expect(await memberNames(portion(0), 5000, readAgain)).toEqual({ names: all, complete: true });
    expect(asked).toEqual(['member;range=1500-*', 'member;range=3000-*']);
  });

  test('and no more of them than are wanted', async () => {
    expect(await memberNames(portion(0), 2000, readAgain)).toEqual({ names: all.slice(0, 2001), complete: false });
    expect(asked).toEqual(['member;range=1500-*']);
  });

  test.each<[string, (attribute: string) => Promise<Entry | undefined>]>([
    ['gives the same portion again and again', async () => portion(0)],
    ['leaves one out', async () => portion(3000)],
    ['has lost the entry', async () => undefined],
    ['gives nothing more', async () => ({ dn: 'cn=all', member: [] })],
    ['ends before it begins', async () => ({ dn: 'cn=all', 'member;range=1500-3': ['cn=x'] })],
  ])('and a directory that %s is believed as far as it went', async (_, again) => {
    expect(await memberNames(portion(0), 5000, again)).toEqual({ names: all.slice(0, 1500), complete: false });
  });

  test('a group that names nobody has hidden its members', async () => {
    expect(await memberNames({ dn: 'cn=all', member: [] }, 5000, readAgain)).toEqual({ names: [], complete: false });
  });

  test('one member alone is no list of letters, and bytes are no names', async () => {
    expect(await memberNames({ dn: 'cn=all', Member: 'cn=anna', uniquemember: [Buffer.from([255])] }, 5000, readAgain)).toEqual({ names: ['cn=anna'], complete: true });
  });
});
