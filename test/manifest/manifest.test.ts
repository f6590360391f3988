import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localManifest } from '../../src/develop/local-manifest';
import { editionBase } from '../../src/manifest/edition';
import { breakdownAlert, MEETING_PANE, MOVE_TO_BCC, OPEN_PANE } from '../../src/presentation/smart-alert';
import { TEXT } from '../../src/ui/text';
import { EVENTS } from '../guard/manifest-names';
import { problemsOf } from './rules';
import { everyElement, readXml } from './xml';

const root = join(__dirname, '..', '..');
const text = readFileSync(join(root, 'manifest.xml'), 'utf8');
const all = everyElement(readXml(text));
const check = (changed: string): readonly string[] => problemsOf(readXml(changed), Buffer.byteLength(changed));
const ORIGIN = 'https://localhost:3000';
const BASE = editionBase(ORIGIN);

test('manifest.xml is what the sources say; otherwise: npm run docs', () => {
  expect(text).toBe(localManifest());
});

test('Outlook can take the manifest', () => {
  expect(check(text)).toEqual([]);
});

describe('what Outlook would not take is named', () => {
  test.each([
    ['a misspelt event', 'Type="OnMessageSend"', 'Type="OnMessageSent"', 'There is no event OnMessageSent.'],
    ['a misspelt send mode', 'SendMode="SoftBlock"', 'SendMode="softBlock"', 'There is no SendMode softBlock.'],
    ['a send event without its mode', ' SendMode="SoftBlock"', '', 'SendMode belongs to the send events and stands at OnMessageSend, or is missing there.'],
    ['a resource that is not there', '<FunctionFile resid="Commands.Url"/>', '<FunctionFile resid="Command.Url"/>', 'FunctionFile refers to Command.Url, which Resources does not have.'],
    ['an id that is too long', /"Taskpane\.Url"/g, '"Taskpane.Url.And.A.Good.Deal.More"', 'The resource id "Taskpane.Url.And.A.Good.Deal.More" does not have 1 to 32 characters.'],
    ['two controls of one id', 'id="Umsicht.MoveToBcc"', 'id="Umsicht.OpenPane"', 'The control id "Umsicht.OpenPane" is missing or given twice.'],
    ['a missing icon size', '<bt:Image size="80" resid="Icon.80"/>', '', 'Umsicht.OpenPane has no icon of 80 pixels.'],
    ['events from another page', /(<\/LaunchEvents>\s*<SourceLocation resid=")[^"]+/, '$1Taskpane.Url', 'The events are loaded from Taskpane.Url, the runtime from WebViewRuntime.Url.'],
    ['wrong order', /(<Hosts>\s*<Host Name="Mailbox"\/>\s*<\/Hosts>)([\s\S]*?)(<FormSettings>)/, '$2$1$3', 'Hosts in OfficeApp comes too late.'],
    ['an address without https', `${BASE}/taskpane.html"/>\n        </bt:Urls>`, 'http://localhost:3000/taskpane.html"/>\n        </bt:Urls>', 'Taskpane.Url is no https address.'],
    ['a text without German', /<bt:Override Locale="de-DE" Value="In Bcc verschieben"\/>/, '', '"Move to Bcc" has no German.'],
    ['a text that is too long', 'DefaultValue="Move to Bcc"', `DefaultValue="${'m'.repeat(126)}"`, 'MoveToBcc.Label has 126 characters; 125 is the limit.'],
    ['a version of three numbers', /<Version>[^<]+/, '<Version>1.0.0', 'Version is not four numbers of up to five digits.'],
    ['a namespace of the wrong version', 'mailappversionoverrides/1.1', 'mailappversionoverrides/1.2', 'VersionOverrides of type VersionOverridesV1_1 has the namespace http://schemas.microsoft.com/office/mailappversionoverrides/1.2.'],
  ])('%s', (_name, from, to, problem) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(check(changed)).toContain(problem);
  });

  test.each([
    ['an element that is not closed', '</Hosts>', '', /closes/],
    ['a lone &', '<ProviderName>', '<ProviderName>A & B', /a lone &/],
    ['an attribute without quotes', 'Name="Mailbox"', 'Name=Mailbox', /this is no XML/],
  ])('broken XML: %s', (_name, from, to, message) => {
    expect(() => readXml(text.replace(from, to))).toThrow(message);
  });
});

describe('Umsicht in particular', () => {
  const attribute = (name: string, key: string): readonly string[] => all.filter((element) => element.name === name).map(({ attributes }) => attributes[key] ?? '');

  test('asks for no more than changing the recipients needs, and works in shared mailboxes', () => {
    expect(text).toContain('<Permissions>ReadWriteItem</Permissions>');
    expect(text).toContain('<SupportsSharedFolders>true</SupportsSharedFolders>');
  });

  test('installs on old Exchange servers, and runs from Mailbox 1.12 on', () => {
    expect(attribute('Set', 'MinVersion')).toEqual(['1.5']);
    expect(attribute('bt:Sets', 'DefaultMinVersion')).toEqual(['1.12']);
  });

  test('has the controls that the dialog names as its buttons', () => {
    expect(attribute('Control', 'id')).toEqual([OPEN_PANE, MOVE_TO_BCC, MEETING_PANE]);
  });

  test.each([['de', '„Empfänger prüfen“'], ['en', '“Check recipients”']] as const)('names the ribbon button as dialog and pane do (%s)', (language, label) => {
    const [, named] = /^.(.+).$/.exec(label) ?? [];
    expect([...attribute('bt:String', 'DefaultValue'), ...attribute('bt:Override', 'Value')]).toContain(named);
    expect(breakdownAlert({ kind: 'message', language, abilities: { sendModeOverride: false, dialogButton: 'none', markdown: false, delay: false } }).errorMessage).toContain(label);
    expect(TEXT[language].failures.notOutlook.explained).toContain(label);
  });

  test('stops mail and meetings softly, and hears what happens to a draft while it is written', () => {
    const types = attribute('LaunchEvent', 'Type');
    expect(Object.fromEntries(types.map((type, index) => [type, attribute('LaunchEvent', 'FunctionName')[index]]))).toEqual(EVENTS);
    expect(types.filter((_, index) => attribute('LaunchEvent', 'SendMode')[index] === 'SoftBlock')).toEqual(['OnMessageSend', 'OnAppointmentSend']);
  });

  test('says nothing of the old ItemSend, which cannot stand beside Smart Alerts', () => {
    expect(text).not.toMatch(/ItemSend/);
  });

  test('shows icons that are there and as large as it says', () => {
    const sizeOf = new Map(all.flatMap(({ attributes: { size, resid } }) => (size === undefined || resid === undefined ? [] : [[resid, Number(size)] as const])));
    const ofResources = all.filter(({ name, attributes }) => name === 'bt:Image' && attributes.id !== undefined).map(({ attributes }) => [attributes.DefaultValue as string, sizeOf.get(attributes.id as string)] as const);
    const icons = [...ofResources, [attribute('IconUrl', 'DefaultValue')[0] as string, 64] as const, [attribute('HighResolutionIconUrl', 'DefaultValue')[0] as string, 128] as const];
    expect(icons).toHaveLength(18);
    for (const [url, size] of icons) expect([url, pixelsOf(url)]).toEqual([url, { width: size, height: size }]);
  });

  test('serves everything from one origin, from files that are built', () => {
    const urls = all.flatMap(({ attributes }) => Object.values(attributes)).filter((value) => /^https?:/.test(value) && !value.startsWith('http://schemas.microsoft.com/') && !value.startsWith('http://www.w3.org/'));
    expect(urls.filter((url) => !url.startsWith(`${BASE}/`))).toEqual([]);
    expect(urls.map((url) => url.slice(BASE.length)).filter((path) => !existsSync(join(root, 'dist', path)))).toEqual([]);
  });
});

/** Width and height as the header of the PNG file says. */
function pixelsOf(url: string): { readonly width: number; readonly height: number } {
  const file = readFileSync(join(root, url.slice(BASE.length)));
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}
