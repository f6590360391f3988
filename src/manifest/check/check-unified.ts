import { LAUNCH_EVENTS, SEND_EVENTS } from '../launch-events';
import { type Checked, type NamedFile, NOTHING } from './check-xml';
import { finding, type ManifestFinding, WHOLE_FILE } from './finding';
import { itemsOf, type JsonValue, property, readJsonTree, textOf } from './json-tree';
import { actionFindings, actionsIn } from './unified-actions';
import { permissionFindings, requirementFindings, scopesIn } from './unified-requirements';
import { ribbonFindings, ribbonPictures } from './unified-ribbons';
import { UNIFIED_MANIFEST } from './unified-shape';
import { shapeFindings } from './unified-structure';
import { formatFindings, type NamedPicture } from './xml-icons';

/** Everything there is to say about a unified manifest with an Outlook add-in in it. */
export function checkUnified(text: string): Checked {
  const { root, findings: reading } = readJsonTree(text);
  if (!root) return { findings: reading, ...NOTHING };
  const extensions = itemsOf(property(root, 'extensions'));
  if (root.type !== 'object' || (extensions.length > 0 && !extensions.some((extension) => scopesIn(extension).indexOf('mail') !== -1)) || (extensions.length === 0 && property(root, 'manifestVersion') === undefined)) {
    return { findings: [...reading, finding('not-a-mail-add-in', property(root, 'extensions') ?? WHOLE_FILE, 'nothing for mail', '"extensions" with the scope "mail"')], ...NOTHING };
  }
  const pictures = [...packagePictures(root), ...extensions.reduce<readonly NamedPicture[]>((all, extension) => [...all, ...ribbonPictures(extension)], [])];
  const hasSend = extensions.some((extension) => eventsIn(extension).some(isSend));
  return {
    findings: [
      ...reading,
      ...shapeFindings(root, UNIFIED_MANIFEST),
      ...languageFindings(root),
      ...permissionFindings(root, hasSend),
      ...extensions.reduce<readonly ManifestFinding[]>((all, extension) => [...all, ...requirementFindings(extension), ...actionFindings(extension), ...ribbonFindings(extension), ...eventFindings(extension)], []),
      ...formatFindings(pictures),
    ],
    functions: extensions.reduce<Checked['functions']>((all, extension) => [
      ...all,
      ...eventsIn(extension).map((event) => ({ name: textOf(property(event, 'actionId')) ?? '', spot: property(event, 'actionId') ?? event })),
    ], []),
    pictures,
    files: languageFiles(root),
  };
}

function packagePictures(root: JsonValue): readonly NamedPicture[] {
  const icons = property(root, 'icons');
  return ([['outline', 32], ['color', 192], ['color32x32', 32]] as const).reduce<readonly NamedPicture[]>((all, [name, pixels]) => {
    const icon = property(icons, name);
    return icon ? [...all, { url: textOf(icon) ?? '', pixels, spot: icon }] : all;
  }, []);
}

function languageFiles(root: JsonValue): readonly NamedFile[] {
  return itemsOf(property(property(root, 'localizationInfo'), 'additionalLanguages')).reduce<readonly NamedFile[]>((all, language) => {
    const file = property(language, 'file');
    const path = textOf(file);
    return file && path !== undefined ? [...all, { path, spot: file }] : all;
  }, []);
}

function languageFindings(root: JsonValue): readonly ManifestFinding[] {
  const info = property(root, 'localizationInfo');
  const usual = (textOf(property(info, 'defaultLanguageTag')) ?? '').toLowerCase();
  const seen = new Set<string>();
  const findings: ManifestFinding[] = [];
  for (const language of itemsOf(property(info, 'additionalLanguages'))) {
    const tag = textOf(property(language, 'languageTag'));
    const spot = property(language, 'languageTag') ?? language;
    if (tag === undefined) continue;
    if (seen.has(tag.toLowerCase())) findings.push(finding('duplicate-locale', spot, `another file for ${tag}`));
    else if (tag.toLowerCase() === usual) findings.push(finding('default-locale-override', spot, `a file for ${tag}, the default language`));
    seen.add(tag.toLowerCase());
  }
  return findings;
}

function eventsIn(extension: JsonValue): readonly JsonValue[] {
  return itemsOf(property(extension, 'autoRunEvents')).reduce<readonly JsonValue[]>((all, each) => [...all, ...itemsOf(property(each, 'events'))], []);
}

const factsOf = (event: JsonValue) => LAUNCH_EVENTS.find(({ unified }) => unified !== null && unified === textOf(property(event, 'type')));

const isSend = (event: JsonValue): boolean => SEND_EVENTS.indexOf(factsOf(event)?.type ?? '') !== -1;

function eventFindings(extension: JsonValue): readonly ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  const actions = actionsIn(extension);
  const seen = new Set<string>();
  for (const event of eventsIn(extension)) {
    const type = textOf(property(event, 'type')) ?? '';
    const spot = property(event, 'type') ?? event;
    const mode = property(property(event, 'options'), 'sendMode');
    if (seen.has(type)) findings.push(finding('duplicate-event', spot, `another handler of ${type}`));
    seen.add(type);
    if (mode && factsOf(event) && !isSend(event)) findings.push(finding('misplaced-send-mode', mode, `a sendMode at ${type}`, 'no sendMode but at messageSending and appointmentSending'));
    if (!mode && isSend(event)) findings.push(finding('unsaid-send-mode', event, `${type} without sendMode`, '"sendMode": "softBlock", which is what Outlook takes it for, or another one'));
    const id = property(event, 'actionId');
    const meant = actions.filter((action) => action.id === textOf(id));
    if (id && meant.length === 0) findings.push(finding('unknown-action', id, `${textOf(id)}, which no runtime has`, 'the id of an action of a runtime'));
    for (const { type: kind, runtime } of meant) {
      if (kind !== 'executeFunction') findings.push(finding('unknown-action', id ?? event, `${textOf(id)}, an action of type ${kind}`, 'an action of type executeFunction'));
      const code = property(runtime, 'code');
      if (property(code, 'script') === undefined) {
        findings.push(finding('missing-script', code ?? runtime, 'a runtime of events without a script', '"script" with the address of one file, for classic Outlook on Windows'));
      }
      const lifetime = property(runtime, 'lifetime');
      if (textOf(lifetime) === 'long') findings.push(finding('long-runtime', lifetime ?? runtime, '"long"', '"short"'));
    }
  }
  return deduplicated(findings);
}

/** A runtime of many events lacks its script once. */
function deduplicated(findings: readonly ManifestFinding[]): readonly ManifestFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, path }) => {
    const key = `${code} ${path}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
