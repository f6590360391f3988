import type { Element } from './xml';
import { everyElement } from './xml';

/*
 * What Outlook demands of an XML manifest, as far as it can be told without Microsoft's service.
 * Sources: OfficeDev/office-js-docs-pr, docs/develop/manifest-element-ordering.md (2026-07-15);
 * OfficeDev/office-js-docs-reference, docs/manifest/*.md (2026-06); MS-OWEMXML section 5.
 */

const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: ['Id', 'AlternateId', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'FormSettings', 'Permissions', 'Rule', 'DisableEntityHighlighting', 'VersionOverrides'],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'WebApplicationInfo', 'EquivalentAddins', 'ConnectedServiceControls', 'ExtendedPermissions', 'VersionOverrides'],
  Host: ['Runtimes', 'DesktopFormFactor', 'MobileFormFactor'],
  DesktopFormFactor: ['SupportsSharedFolders', 'FunctionFile', 'ExtensionPoint'],
  MobileFormFactor: ['ExtensionPoint'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  ExtensionPoint: ['OfficeTab', 'LaunchEvents', 'SourceLocation'],
};

const EVENTS = [
  'OnAppointmentAttachmentsChanged', 'OnAppointmentAttendeesChanged', 'OnAppointmentFromChanged', 'OnAppointmentOrganizer', 'OnAppointmentRecurrenceChanged', 'OnAppointmentSend',
  'OnAppointmentTimeChanged', 'OnInfoBarDismissClicked', 'OnMessageAttachmentsChanged', 'OnMessageCompose', 'OnMessageDecrypt', 'OnMessageFromChanged', 'OnMessageRecipientsChanged',
  'OnMessageSend', 'OnNewAppointmentOrganizer', 'OnNewMessageCompose', 'OnSensitivityLabelChanged',
];

const NAMESPACES: Readonly<Record<string, string>> = {
  MailApp: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  VersionOverridesV1_0: 'http://schemas.microsoft.com/office/mailappversionoverrides',
  VersionOverridesV1_1: 'http://schemas.microsoft.com/office/mailappversionoverrides/1.1',
};

const LONGEST = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250, 'bt:Urls': 2048, 'bt:Images': 2048 } as const;
const LONGEST_ID = 32;
const MOST_BYTES = 262_144;
const RIBBON_SIZES = ['16', '32', '80'];

/** Every problem of a manifest, one sentence each. */
export function problemsOf(manifest: Element, bytes: number): readonly string[] {
  const all = everyElement(manifest);
  return [...sizeProblems(bytes), ...baseProblems(manifest), ...all.flatMap(orderProblems), ...all.flatMap(namespaceProblems), ...resourceProblems(all), ...runtimeProblems(all), ...controlProblems(all), ...textProblems(all)];
}

const named = (all: readonly Element[], name: string): readonly Element[] => all.filter((element) => element.name === name);
const sizeProblems = (bytes: number): readonly string[] => (bytes > MOST_BYTES ? [`The manifest has ${bytes} bytes; ${MOST_BYTES} is the limit.`] : []);

function baseProblems({ children }: Element): readonly string[] {
  const text = (name: string): string => children.find((child) => child.name === name)?.text ?? '';
  return [
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text('Id')) ? [] : ['Id is no GUID.'],
    /^\d{1,5}(\.\d{1,5}){3}$/.test(text('Version')) ? [] : ['Version is not four numbers of up to five digits.'],
    ['Restricted', 'ReadItem', 'ReadWriteItem', 'ReadWriteMailbox'].includes(text('Permissions')) ? [] : [`Permissions is ${text('Permissions')}.`],
    ['DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'FormSettings', 'Hosts'].filter((name) => !children.some((child) => child.name === name)).map((name) => `${name} is missing.`),
  ].flat();
}

function orderProblems({ name, children }: Element): readonly string[] {
  const order = ORDER[name];
  if (order === undefined) return [];
  const places = children.map((child) => order.indexOf(child.name));
  return children.flatMap((child, index) => {
    if (places[index] === -1) return [`${child.name} has no place in ${name}.`];
    return index > 0 && (places[index] as number) < (places[index - 1] as number) ? [`${child.name} in ${name} comes too late.`] : [];
  });
}

function namespaceProblems({ name, attributes }: Element): readonly string[] {
  const type = attributes['xsi:type'] ?? '';
  if (name !== 'OfficeApp' && name !== 'VersionOverrides') return [];
  return attributes.xmlns === NAMESPACES[type] ? [] : [`${name} of type ${type} has the namespace ${attributes.xmlns}.`];
}

function resourceProblems(all: readonly Element[]): readonly string[] {
  const resources = named(all, 'Resources').flatMap(({ children }) => children);
  const defined = resources.flatMap(({ name, children }) => children.map((child) => ({ group: name, id: child.attributes.id ?? '', child })));
  const ids = defined.map(({ id }) => id);
  const used = all.flatMap(({ name, attributes }) => (attributes.resid === undefined ? [] : [{ name, resid: attributes.resid }]));
  return [
    ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `The resource ${id} is defined twice.`),
    ids.filter((id) => id === '' || id.length > LONGEST_ID).map((id) => `The resource id "${id}" does not have 1 to ${LONGEST_ID} characters.`),
    used.filter(({ resid }) => !ids.includes(resid)).map(({ name, resid }) => `${name} refers to ${resid}, which Resources does not have.`),
    ids.filter((id) => !used.some(({ resid }) => resid === id)).map((id) => `Nothing refers to the resource ${id}.`),
    defined.flatMap(({ group, id, child }) => valuesOf(child).flatMap((value) => valueProblems(group as keyof typeof LONGEST, id, value))),
  ].flat();
}

const valuesOf = (element: Element): readonly string[] => everyElement(element).flatMap(({ attributes }) => attributes.DefaultValue ?? attributes.Value ?? []);

function valueProblems(group: keyof typeof LONGEST, id: string, value: string): readonly string[] {
  if (value.length === 0 || value.length > LONGEST[group]) return [`${id} has ${value.length} characters; ${LONGEST[group]} is the limit.`];
  return (group === 'bt:Urls' || group === 'bt:Images') && !value.startsWith('https://') ? [`${id} is no https address.`] : [];
}

function runtimeProblems(all: readonly Element[]): readonly string[] {
  const runtimes = named(all, 'Runtime');
  const [runtime] = runtimes;
  if (runtime === undefined || runtimes.length > 1) return [`There are ${runtimes.length} runtimes; Outlook takes one.`];
  const overrides = runtime.children.filter(({ name, attributes }) => name === 'Override' && attributes.type === 'javascript');
  const events = named(all, 'LaunchEvent');
  const desktop = named(all, 'DesktopFormFactor').flatMap(everyElement);
  const types = named(desktop, 'LaunchEvent').map(({ attributes }) => attributes.Type ?? '');
  const point = named(all, 'ExtensionPoint').find(({ attributes }) => attributes['xsi:type'] === 'LaunchEvent');
  const source = point?.children.find(({ name }) => name === 'SourceLocation')?.attributes.resid;
  return [
    overrides.length === 1 ? [] : ['The runtime does not have exactly one script for classic Outlook.'],
    [undefined, 'short'].includes(runtime.attributes.lifetime) ? [] : ['Event handlers cannot have a long runtime.'],
    source === runtime.attributes.resid ? [] : [`The events are loaded from ${source}, the runtime from ${runtime.attributes.resid}.`],
    types.filter((type) => !EVENTS.includes(type)).map((type) => `There is no event ${type}.`),
    types.filter((type, index) => types.indexOf(type) !== index).map((type) => `${type} is handled twice.`),
    events.filter(({ attributes }) => !/^\w{1,250}$/.test(attributes.FunctionName ?? '')).map(({ attributes }) => `${attributes.Type} has no function name.`),
    events.filter(({ attributes: { SendMode } }) => SendMode !== undefined && !['PromptUser', 'SoftBlock', 'Block'].includes(SendMode)).map(({ attributes }) => `There is no SendMode ${attributes.SendMode}.`),
    events.filter(({ attributes: { Type = '', SendMode } }) => (SendMode !== undefined) !== Type.endsWith('Send')).map(({ attributes }) => `SendMode belongs to the send events and stands at ${attributes.Type}, or is missing there.`),
  ].flat();
}

function controlProblems(all: readonly Element[]): readonly string[] {
  const controls = named(all, 'Control');
  const ids = controls.map(({ attributes }) => attributes.id ?? '');
  return [
    ids.filter((id, index) => id === '' || ids.indexOf(id) !== index).map((id) => `The control id "${id}" is missing or given twice.`),
    controls.flatMap(({ attributes, children }) => {
      const sizes = children.find(({ name }) => name === 'Icon')?.children.map((image) => image.attributes.size ?? '') ?? [];
      return RIBBON_SIZES.filter((size) => !sizes.includes(size)).map((size) => `${attributes.id} has no icon of ${size} pixels.`);
    }),
  ].flat();
}

/** Whatever people read in one language they can read in German as well. */
function textProblems(all: readonly Element[]): readonly string[] {
  const texts = [...named(all, 'Description').filter(({ attributes }) => attributes.resid === undefined), ...named(all, 'bt:String').filter(({ attributes }) => attributes.DefaultValue !== 'Umsicht')];
  const limit = (name: string): number => (name === 'DisplayName' ? LONGEST['bt:ShortStrings'] : LONGEST['bt:LongStrings']);
  return texts.flatMap((text) => {
    const german = text.children.some(({ name, attributes }) => /^(bt:)?Override$/.test(name) && attributes.Locale === 'de-DE' && (attributes.Value ?? '') !== '');
    const tooLong = valuesOf(text).filter((value) => value.length > limit(text.name));
    return [...(german ? [] : [`"${text.attributes.DefaultValue}" has no German.`]), ...tooLong.map((value) => `"${value}" is too long.`)];
  });
}
