import { assert, property, string, stringMatching } from 'fast-check';
import { checkManifest } from '../../src/manifest/check/check-manifest';
import { unifiedManifest } from '../../src/manifest/unified-manifest';
import { xmlManifest } from '../../src/manifest/xml-manifest';
import { growthOf, TOO_MUCH } from '../core/growth';
import { UNIFIED, umsichtAt } from './good-manifests';

const check = (text: string) => checkManifest(text, Buffer.byteLength(text), { marketplace: true }).findings;
const short = (text: string): readonly string[] => check(text).map(({ code, line }) => `${code} ${line}`);
const OURS = xmlManifest(umsichtAt());

describe('what is no manifest at all', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing', '', ['not-xml 1']],
    ['blanks', ' \n\n', ['not-xml 3']],
    ['prose', 'Dear colleagues,', ['not-xml 1']],
    ['a page', '<!DOCTYPE html><html></html>', ['doctype 1']],
    ['other XML', '<html xmlns="http://www.w3.org/1999/xhtml"/>', ['not-a-mail-add-in 1']],
    ['an add-in of Excel', OURS.replace('"MailApp"', '"TaskPaneApp"'), ['not-a-mail-add-in 3']],
    ['an add-in of nobody', OURS.replace(' xsi:type="MailApp"', ''), ['not-a-mail-add-in 3']],
    ['an element that is not closed', OURS.replace('</Hosts>', ''), ['not-xml 238']],
    ['two elements', `${OURS}<OfficeApp/>`, ['not-xml 239']],
    ['a lone &', OURS.replace('<ProviderName>', '<ProviderName>A & B '), ['not-xml 6']],
    ['an attribute without quotes', OURS.replace('Name="Mailbox"', 'Name=Mailbox'), ['not-xml 20']],
    ['an attribute given twice', OURS.replace('<Host Name', '<Host Name="Mailbox" Name'), ['not-xml 20']],
    ['a prefix nobody has declared', OURS.replace(/bt:Sets/g, 'b:Sets'), ['not-xml 43']],
    ['a control character', OURS.replace('Umsicht', 'Um\u0007sicht'), ['not-xml 6']],
    ['an encoding it does not have', OURS.replace('UTF-8', 'ISO-8859-1'), ['wrong-encoding 1']],
    ['half a JSON', '{"id": "', ['not-json 1']],
    ['JSON with a comment', UNIFIED.replace('{', '{ // ours'), ['not-json 1']],
    ['JSON with a comma at the end', UNIFIED.replace(/\n\}\n$/, ',\n}\n'), ['not-json 126']],
    ['a list', '[]', ['not-a-mail-add-in 1']],
    ['an object', '{}', ['not-a-mail-add-in 1']],
    ['a package of npm', '{"name": "umsicht", "version": "1.0.0"}', ['not-a-mail-add-in 1']],
  ])('%s is named, with its line', (_what, text, found) => {
    expect(short(text)).toEqual(found);
  });
});

test('what is not closed is named with its line, wherever that comes out', () => {
  expect(check(OURS.replace('</Hosts>', ''))[0]?.found).toBe('<Hosts> of line 19, which is not closed');
  expect(check(OURS.replace('</bt:Urls>', ''))[0]?.found).toMatch(/^<Urls> of line \d+, which is not closed$/);
});

describe('what is meant to do harm', () => {
  test('entities that grow are not unfolded', () => {
    const laughs = Array.from({ length: 20 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('');
    expect(short(`<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">${laughs}]><OfficeApp>&l20;</OfficeApp>`)).toEqual(['doctype 1']);
  });

  test('a file of this machine is not read', () => {
    expect(short('<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><OfficeApp>&x;</OfficeApp>')).toEqual(['doctype 2']);
    expect(short('<OfficeApp>&x;</OfficeApp>')).toEqual(['not-xml 1']);
  });

  test.each([
    ['XML', '<a>'.repeat(100_000)],
    ['closed XML', `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`],
    ['JSON', `{"extensions":${'['.repeat(100_000)}`],
    ['closed JSON', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ])('%s within %s within … ends where it is too deep', (_what, text) => {
    expect(short(text).filter((each) => !each.startsWith('too-large'))).toEqual(['too-deep 1']);
  });

  test('brackets in texts are no depth', () => {
    expect(check(UNIFIED.replace('"Oak notes"', JSON.stringify('[{"\\'.repeat(7))))).toEqual([]);
  });

  test('a manifest of more than 256 KB is too large, one of more than a megabyte is not read', () => {
    expect(check(OURS.replace('<Hosts>', `<!--${' '.repeat(256 * 1024)}--><Hosts>`)).map(({ code }) => code)).toEqual(['too-large']);
    expect(check(`{${' '.repeat(1024 * 1024)}`).map(({ code }) => code)).toEqual(['too-large']);
  });

  test('thousands of faults are told, each once', () => {
    const many = OURS.replace('<bt:Urls>', `<bt:Urls>${Array.from({ length: 3000 }, (_, index) => `<bt:Url id="u${index}" DefaultValue="x"/>`).join('')}`);
    expect(check(many).filter(({ code }) => code === 'bad-url')).toHaveLength(3000);
    expect(check(many).filter(({ code }) => code === 'unused-resource')).toHaveLength(3000);
  });

  test('sections that begin and never end are read once', () => {
    for (const begun of ['<![CDATA[', '<!--']) expect(growthOf((text) => check(`<a>&${text}`), begun, 60_000)).toBeLessThan(TOO_MUCH);
  });

  test('texts that are each in a language of their own are read once', () => {
    const texts = (blanks: string): string => Array.from(blanks, (_, index) => {
      const letters = [0, 1, 2].map((place) => String.fromCharCode(97 + (Math.floor(index / 26 ** place) % 26))).join('');
      return `<bt:String id="s${index}" DefaultValue="a text"><bt:Override Locale="${letters}-DE" Value="x"/></bt:String>`;
    }).join('');
    expect(growthOf((blanks) => check(OURS.replace('<bt:ShortStrings>', `<bt:ShortStrings>${texts(blanks)}`)), ' ', 900)).toBeLessThan(TOO_MUCH);
  });

  test('what is found is cut short', () => {
    const [found] = check(OURS.replace('<Permissions>ReadWriteItem', `<Permissions>${'p'.repeat(10_000)}`));
    expect([found?.code, (found?.found.length ?? 0) < 200]).toEqual(['bad-value', true]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('an element, an attribute and a property called %s are just not known', (name) => {
    expect(check(OURS.replace('<Hosts>', `<Hosts ${name}="1">`)).map(({ code }) => code)).toEqual(['unknown-attribute']);
    expect(check(OURS.replace('  <Hosts>', `  <${name}/><Hosts>`)).map(({ code }) => code)).toEqual(['unknown-element']);
    expect(check(OURS.replace('xsi:type="ItemEdit"', `xsi:type="${name}"`)).map(({ code }) => code)).toEqual(['bad-value']);
    expect(check(UNIFIED.replace('{', `{"${name}": {},`)).map(({ code }) => code)).toEqual(['unknown-property']);
  });

  test('bytes cut, doubled and swapped never break the check itself', () => {
    const texts = [OURS, UNIFIED, unifiedManifest(umsichtAt()).manifest.text];
    assert(property(string({ maxLength: 12 }), stringMatching(/^\d{1,6}$/), stringMatching(/^\d{1,6}$/), (noise, from, length) => {
      for (const text of texts) {
        const at = Number(from) % text.length;
        const changed = text.slice(0, at) + noise + text.slice(at + (Number(length) % 200));
        for (const { code, level, line, column, found, expected, source } of check(changed)) {
          expect([typeof code, typeof level, line > 0, column > 0, found !== '', expected !== '', source !== '']).toEqual(['string', 'string', true, true, true, true, true]);
        }
      }
    }), { numRuns: 150 });
  });
});
