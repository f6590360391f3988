import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';
import { checkManifest } from '../../src/manifest/check/check-manifest';
import { SEND_MODES } from '../../src/manifest/launch-events';
import { unifiedManifest } from '../../src/manifest/unified-manifest';
import { UNIFIED, umsichtAt } from './good-manifests';

const OURS = unifiedManifest(umsichtAt()).manifest.text;
const check = (text: string) => checkManifest(text, Buffer.byteLength(text), { marketplace: false });
const short = (text: string): readonly string[] => check(text).findings.map(({ code, path }) => `${code} ${path}`);

/** Microsoft's own schemas, of npm @microsoft/app-manifest. */
const schemas = join(dirname(require.resolve('@microsoft/app-manifest/package.json')), 'build', 'json-schemas', 'teams');
function validator(name: string, version = 'v1.25') {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false });
  return ajv.compile(JSON.parse(readFileSync(join(schemas, version, name), 'utf8')) as object);
}

describe('the unified manifest', () => {
  const validate = validator('MicrosoftTeams.schema.json');

  test.each(SEND_MODES)('with %s is one by Microsoft\'s schema, and nothing is said of it', (sendMode) => {
    const { manifest, languages } = unifiedManifest(umsichtAt({ sendMode }));
    expect([validate(JSON.parse(manifest.text)), validate.errors]).toEqual([true, null]);
    expect(check(manifest.text)).toMatchObject({ kind: 'unified', findings: [] });
    expect(manifest.text).toContain(`"sendMode": "${sendMode.slice(0, 1).toLowerCase()}${sendMode.slice(1)}"`);
    expect(languages.map(({ name }) => name)).toEqual(['de.json']);
  });

  test('has its German in the words of the XML manifest, at places that are there', () => {
    const { manifest, languages: [german] } = unifiedManifest(umsichtAt());
    const texts = JSON.parse(german?.text ?? '') as { readonly [path: string]: string };
    const localisation = validator('MicrosoftTeams.Localization.schema.json');
    expect([localisation(texts), localisation.errors]).toEqual([true, null]);
    expect(Object.values(texts)).toEqual(expect.arrayContaining(['Empfänger prüfen', 'In Bcc verschieben']));
    const document: unknown = JSON.parse(manifest.text);
    for (const path of Object.keys(texts).filter((each) => each !== '$schema')) {
      const value = path.replace(/\[(\d+)\]/g, '.$1').split('.').reduce<unknown>((inner, name) => (inner as { readonly [name: string]: unknown })[name], document);
      expect([path, typeof value]).toEqual([path, 'string']);
    }
  });

  test('hides the XML manifest where both are in use, under an id of its own', () => {
    const { id, unifiedId } = umsichtAt();
    expect(unifiedId).not.toBe(id);
    const document = JSON.parse(OURS) as { readonly id: string; readonly extensions: readonly [{ readonly alternates: readonly unknown[] }] };
    expect([document.id, document.extensions[0].alternates]).toEqual([unifiedId, [{ hide: { customOfficeAddin: { officeAddinId: id } } }]]);
  });

  test('of somebody else, with an app of Teams in it, is a good one as well', () => {
    expect(check(UNIFIED)).toMatchObject({ kind: 'unified', findings: [] });
  });
});

const E = 'extensions[0]';
const FIRST = `${E}.autoRunEvents[0].events[0]`;
const BUTTON = `${E}.ribbons[0].tabs[0].groups[0].controls[0]`;

/** Changes to the text, all findings, and whether Microsoft's schema takes exception as well: much it does not look at. */
const BROKEN: readonly (readonly [what: string, from: string | RegExp, to: string, found: readonly string[], bySchema: boolean])[] = [
  ['an id that is no GUID', /"id": "[0-9a-f-]{36}"/, '"id": "umsicht"', ['bad-id id'], true],
  ['a version of four numbers', /"version": "[\d.]+"/, '"version": "1.1.0.0"', ['bad-version version'], false],
  ['a schema before extensions', '"manifestVersion": "1.25"', '"manifestVersion": "1.16"', ['bad-value manifestVersion'], true],
  ['a name of 31 characters', '"short": "Umsicht"', `"short": "${'u'.repeat(31)}"`, ['text-too-long name.short'], true],
  ['a summary of 81 characters', /"short": "Checks[^"]*"/, `"short": "${'c'.repeat(81)}"`, ['text-too-long description.short'], true],
  ['no privacy page', /\n.*"privacyUrl".*/, '', ['missing-property developer'], true],
  ['a privacy page by FTP', '"privacyUrl": "https://', '"privacyUrl": "ftp://', ['bad-url developer.privacyUrl'], true],
  ['a colour by its name', '"#13909d"', '"teal"', ['bad-value accentColor'], true],
  ['an icon from the web', '"color": "color.png"', '"color": "https://guard.example/color.png"', ['bad-url icons.color'], false],
  ['two extensions', '"extensions": [', '"extensions": [ { "requirements": { "scopes": [ "mail" ] } },', ['wrong-count extensions'], true],
  ['a property that is misspelt', '"autoRunEvents"', '"autoRunEvent"', [`unknown-property ${E}.autoRunEvent`], true],
  ['a number as text', '"size": 16', '"size": "16"', [`wrong-type ${BUTTON}.icons[0].size`, `missing-icon-size ${BUTTON}.icons`], true],
  ['a list that is none', /"scopes": \[\s*"mail"\s*\]/, '"scopes": "mail"', [`wrong-type ${E}.requirements.scopes`], true],
  ['an event as the XML manifest calls it', '"type": "messageSending"', '"type": "OnMessageSend"', [`unknown-event ${FIRST}.type`], false],
  ['a send mode as the XML manifest calls it', '"softBlock"', '"SoftBlock"', [`bad-value ${FIRST}.options.sendMode`], true],
  ['a send event without its mode', /,\s*"options": \{\s*"sendMode": "softBlock"\s*\}/, '', [`unsaid-send-mode ${FIRST}`], false],
  ['a send mode where nothing is sent', '"type": "messageSending"', '"type": "messageComposeOpened"', [`misplaced-send-mode ${FIRST}.options.sendMode`, `duplicate-event ${E}.autoRunEvents[0].events[3].type`], false],
  ['an event for an action there is not', '"actionId": "onMessageSendHandler"', '"actionId": "onSendHandler"', [`unknown-action ${FIRST}.actionId`], false],
  ['an event for a page', '"actionId": "onMessageSendHandler"', '"actionId": "openPane"', [`unknown-action ${FIRST}.actionId`, `missing-script ${E}.runtimes[2].code`], false],
  ['events without a script', /,\s*"script": "[^"]*"/, '', [`missing-script ${E}.runtimes[0].code`], false],
  ['a page as the script', 'launchevent.js"', 'launchevent.html"', [`page-for-script ${E}.runtimes[0].code.script`], false],
  ['a script as the page', 'launchevent.html"', 'launchevent.js"', [`page-for-script ${E}.runtimes[0].code.page`], false],
  ['a script with its version behind it', 'launchevent.js"', 'launchevent.js?v=1"', [`script-with-query ${E}.runtimes[0].code.script`], false],
  ['events in a runtime that lasts', '"lifetime": "short"', '"lifetime": "long"', [`long-runtime ${E}.runtimes[0].lifetime`], false],
  ['two runtimes of one id', '"id": "CommandRuntime"', '"id": "EventRuntime"', [`duplicate-action ${E}.runtimes[1].id`], false],
  ['an action twice', '"id": "onMessageComposeHandler"', '"id": "onMessageSendHandler"', [`duplicate-action ${E}.runtimes[0].actions[3].id`, `unknown-action ${E}.autoRunEvents[0].events[3].actionId`], false],
  ['a button for an action there is not', '"actionId": "openPane"', '"actionId": "opnPane"', [`unknown-action ${BUTTON}.actionId`], false],
  ['two buttons of one id', '"id": "Umsicht.MoveToBcc"', '"id": "Umsicht.OpenPane"', [`duplicate-action ${E}.ribbons[0].tabs[0].groups[0].controls[1].id`], false],
  ['a button without an icon of 80 pixels', /,\s*\{\s*"size": 80,[^}]*\}/, '', [`missing-icon-size ${BUTTON}.icons`], false],
  ['an icon of 18 pixels', '"size": 16', '"size": 18', [`bad-value ${BUTTON}.icons[0].size`, `missing-icon-size ${BUTTON}.icons`], true],
  ['an SVG in the ribbon', 'icon-16.png', 'icon-16.svg', [`icon-format ${BUTTON}.icons[0].url`], false],
  ['a button without a label', /\n.*"label": "Check recipients",/, '', [`missing-property ${BUTTON}`], true],
  ['a label of 65 characters', '"label": "Check recipients"', `"label": "${'c'.repeat(65)}"`, [`text-too-long ${BUTTON}.label`], true],
  ['a place in Outlook there is not', '"mailCompose"', '"mailWrite"', [`bad-value ${E}.ribbons[0].contexts[0]`], true],
  ['a tab of another program', '"TabDefault"', '"TabHome"', [`wrong-tab ${E}.ribbons[0].tabs[0].builtInTabId`], false],
  ['a permission there is not', '"MailboxItem.ReadWrite.User"', '"MailboxItem.ReadWrite"', ['bad-value authorization.permissions.resourceSpecific[0].name'], false],
  ['the whole mailbox', '"MailboxItem.ReadWrite.User"', '"Mailbox.ReadWrite.User"', ['broad-permission authorization.permissions.resourceSpecific[0].name'], false],
  ['shared mailboxes left out', /,\s*\{\s*"name": "Mailbox\.SharedFolder",[^}]*\}/, '', ['no-shared-folders authorization.permissions.resourceSpecific'], false],
  ['no permission for mail', /"resourceSpecific": \[[^\]]*\]/, '"resourceSpecific": []', ['unsaid-permission ', 'no-shared-folders authorization.permissions.resourceSpecific'], false],
  ['nested sign-in as a requirement', '"name": "Mailbox",', '"name": "NestedAppAuth",', [`undeclarable-set ${E}.requirements.capabilities[0].name`], false],
  ['a requirement without a point', '"minVersion": "1.12"', '"minVersion": "112"', [`bad-value ${E}.requirements.capabilities[0].minVersion`], false],
  ['two files for Austria', '"languageTag": "de-ch"', '"languageTag": "de-AT"', ['duplicate-locale localizationInfo.additionalLanguages[3].languageTag'], false],
  ['a file for the default language', '"languageTag": "de-ch"', '"languageTag": "en-US"', ['default-locale-override localizationInfo.additionalLanguages[3].languageTag'], false],
  ['a property twice', '"accentColor"', '"accentColor": "#000000", "accentColor"', ['duplicate-key accentColor'], false],
  ['no mail in it', /"mail"/g, '"workbook"', ['not-a-mail-add-in extensions'], false],
];

describe('what Microsoft 365 would not take is said, all of it and nothing else:', () => {
  const validate = validator('MicrosoftTeams.schema.json');

  test.each(BROKEN)('%s', (_what, from, to, found, bySchema) => {
    const text = OURS.replace(from, () => to);
    expect(text).not.toBe(OURS);
    expect([...short(text)].sort()).toEqual([...found].sort());
    expect(validate(JSON.parse(text))).toBe(!bySchema);
  });
});

test('every text the schema limits is limited here as well', () => {
  const validate = validator('MicrosoftTeams.schema.json');
  for (const [, text = ''] of OURS.matchAll(/: "([^"]+)"/g)) {
    const long = OURS.replace(`: "${text}"`, `: "${text}${'x'.repeat(4100)}"`);
    const rejected = !validate(JSON.parse(long));
    if (rejected) expect([text, check(long).findings.some(({ level }) => level === 'error')]).toEqual([text, true]);
  }
});
