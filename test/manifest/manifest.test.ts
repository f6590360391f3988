import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localManifest } from '../../src/develop/local-manifest';
import { checkManifest } from '../../src/manifest/check/check-manifest';
import { attributeOf, below } from '../../src/manifest/check/xml-tree';
import { editionBase } from '../../src/manifest/edition';
import { SEND_EVENTS } from '../../src/manifest/launch-events';
import { breakdownAlert, MEETING_PANE, MOVE_TO_BCC, OPEN_PANE } from '../../src/presentation/smart-alert';
import { TEXT } from '../../src/ui/text';
import { EVENTS } from '../guard/manifest-names';
import { treeOf } from './manifest-tree';

const root = join(__dirname, '..', '..');
const text = readFileSync(join(root, 'manifest.xml'), 'utf8');
const manifest = treeOf(text);
const values = (name: string, attribute: string): readonly string[] => below(manifest, name).map((element) => attributeOf(element, attribute) ?? '');
const BASE = editionBase('https://localhost:3000');

test('manifest.xml is what the sources say; otherwise: npm run docs', () => {
  expect(text).toBe(localManifest());
});

test('nothing is to be said of it', () => {
  expect(checkManifest(text, Buffer.byteLength(text), { marketplace: false }).findings).toEqual([]);
});

test('it asks for no more than changing the recipients needs, and works in shared mailboxes', () => {
  expect(text).toContain('<Permissions>ReadWriteItem</Permissions>');
  expect(text).toContain('<SupportsSharedFolders>true</SupportsSharedFolders>');
});

test('it installs on old Exchange servers, and runs from Mailbox 1.12 on', () => {
  expect(values('Set', 'MinVersion')).toEqual(['1.5', '']);
  expect(values('Sets', 'DefaultMinVersion')).toEqual(['', '1.12']);
});

test('it has the controls that the dialog names as its buttons; Bcc is for messages alone', () => {
  expect(values('Control', 'id')).toEqual([OPEN_PANE, MOVE_TO_BCC, MEETING_PANE]);
  const surfaces = below(manifest, 'ExtensionPoint').map((point) => [attributeOf(point, 'xsi:type'), below(point, 'Control').length]);
  expect(surfaces).toEqual([['MessageComposeCommandSurface', 2], ['AppointmentOrganizerCommandSurface', 1], ['LaunchEvent', 0], ['LaunchEvent', 0]]);
});

test.each([['de', '„Empfänger prüfen“'], ['en', '“Check recipients”']] as const)('it names the ribbon button as dialog and pane do (%s)', (language, label) => {
  const [, named] = /^.(.+).$/.exec(label) ?? [];
  expect([...values('String', 'DefaultValue'), ...values('Override', 'Value')]).toContain(named);
  expect(breakdownAlert({ kind: 'message', language, abilities: { sendModeOverride: false, dialogButton: 'none', markdown: false, delay: false } }).errorMessage).toContain(label);
  expect(TEXT[language].failures.notOutlook.explained).toContain(label);
});

test('it speaks German wherever Outlook does', () => {
  for (const element of [...below(manifest, 'String'), ...below(manifest, 'Description')].filter((each) => attributeOf(each, 'DefaultValue') !== undefined && attributeOf(each, 'DefaultValue') !== 'Umsicht')) {
    expect(element.children.map((override) => attributeOf(override, 'Locale'))).toEqual(['de-DE', 'de-AT', 'de-CH', 'de-LI', 'de-LU']);
    for (const override of element.children) expect(attributeOf(override, 'Value')).not.toBe(attributeOf(element, 'DefaultValue'));
  }
});

test('it stops mail and meetings softly, and hears what happens to a draft while it is written; phones hear what they can', () => {
  const [desktop, phones] = ['DesktopFormFactor', 'MobileFormFactor'].map((form) => below(manifest, form).flatMap((each) => below(each, 'LaunchEvent')));
  expect(Object.fromEntries((desktop ?? []).map((event) => [attributeOf(event, 'Type'), attributeOf(event, 'FunctionName')]))).toEqual(EVENTS);
  expect((desktop ?? []).filter((event) => attributeOf(event, 'SendMode') === 'SoftBlock').map((event) => attributeOf(event, 'Type'))).toEqual(SEND_EVENTS);
  expect((phones ?? []).map((event) => [attributeOf(event, 'Type'), attributeOf(event, 'SendMode')])).toEqual([['OnNewMessageCompose', undefined], ['OnMessageRecipientsChanged', undefined], ['OnMessageFromChanged', undefined]]);
});

test('it serves everything from one edition of one origin, from files that are built', () => {
  const urls = [manifest, ...below(manifest, '*')].flatMap(({ attributes }) => attributes.map(({ value }) => value)).filter((value) => /^https?:/.test(value));
  expect(urls.length).toBeGreaterThan(20);
  expect(urls.filter((url) => !url.startsWith(`${BASE}/`))).toEqual([]);
  expect(urls.map((url) => url.slice(BASE.length)).filter((path) => !existsSync(join(root, 'dist', path)))).toEqual([]);
});
