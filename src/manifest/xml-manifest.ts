import type { InEachLanguage } from '../core/rule';
import type { AddIn, Button, Icon, LaunchEvent, Surface } from './add-in';
import { LAUNCH_EVENTS } from './launch-events';
import { DEFAULT_LANGUAGE, DEFAULT_LOCALE, OTHER_LOCALES } from './locales';
import { type Xml, xml, xmlText } from './xml-text';

/** What the add-in does in messages and meetings needs no more (understanding-outlook-add-in-permissions.md, 2025-12-02). */
const PERMISSIONS = 'ReadWriteItem';

/** Exchange on premises knows no higher set, and installs nothing that asks for one. */
const LOWEST_MAILBOX = '1.5';
/** The first with Smart Alerts. What came later is asked for at run time. */
const MAILBOX = '1.12';

/**
 * The XML manifest ("add-in only manifest"), which every Outlook takes: schema 1.1 with VersionOverrides 1.0, empty,
 * and 1.1 inside it. The order of elements is the schema's.
 */
export function xmlManifest(addIn: AddIn): string {
  const { id, version, provider, name, description, pages } = addIn;
  const address = (element: string, url: string): Xml => xml(element, { DefaultValue: url });
  return xmlText({
    ...xml('OfficeApp', {
      xmlns: 'http://schemas.microsoft.com/office/appforoffice/1.1',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
      'xsi:type': 'MailApp',
    }, [
      xml('Id', {}, id),
      xml('Version', {}, `${version}.0`),
      xml('ProviderName', {}, provider),
      xml('DefaultLocale', {}, DEFAULT_LOCALE),
      xml('DisplayName', { DefaultValue: name }),
      inEachLocale('Description', {}, description),
      address('IconUrl', pages.icon64),
      address('HighResolutionIconUrl', pages.icon128),
      address('SupportUrl', pages.support),
      xml('Hosts', {}, [xml('Host', { Name: 'Mailbox' })]),
      xml('Requirements', {}, [xml('Sets', {}, [xml('Set', { Name: 'Mailbox', MinVersion: LOWEST_MAILBOX })])]),
      xml('FormSettings', {}, [xml('Form', { 'xsi:type': 'ItemEdit' }, [xml('DesktopSettings', {}, [address('SourceLocation', pages.taskpane)])])]),
      xml('Permissions', {}, PERMISSIONS),
      xml('Rule', { 'xsi:type': 'RuleCollection', Mode: 'Or' }, ['Message', 'Appointment'].map((ItemType) => xml('Rule', { 'xsi:type': 'ItemIs', ItemType, FormType: 'Edit' }))),
      xml('DisableEntityHighlighting', {}, 'true'),
      xml('VersionOverrides', { xmlns: 'http://schemas.microsoft.com/office/mailappversionoverrides', 'xsi:type': 'VersionOverridesV1_0' }, [overrides(addIn)]),
    ]),
    comment: 'Made by umsicht manifest, which makes it again with the same id for the same origin. Change nothing by hand.',
  });
}

function overrides(addIn: AddIn): Xml {
  const { surfaces, icons, pages, events, mobile } = addIn;
  return xml('VersionOverrides', { xmlns: 'http://schemas.microsoft.com/office/mailappversionoverrides/1.1', 'xsi:type': 'VersionOverridesV1_1' }, [
    xml('Requirements', {}, [xml('bt:Sets', { DefaultMinVersion: MAILBOX }, [xml('bt:Set', { Name: 'Mailbox' })])]),
    xml('Hosts', {}, [
      xml('Host', { 'xsi:type': 'MailHost' }, [
        xml('Runtimes', {}, [
          {
            ...xml('Runtime', { resid: 'WebViewRuntime.Url' }, [xml('Override', { type: 'javascript', resid: 'JSRuntime.Url' })]),
            comment: 'The page is for browsers and webviews, the script alone for classic Outlook on Windows.',
          },
        ]),
        xml('DesktopFormFactor', {}, [
          xml('SupportsSharedFolders', {}, 'true'),
          xml('FunctionFile', { resid: 'Commands.Url' }),
          ...surfaces.map((surface) => commandSurface(surface, icons)),
          launchEvents(events),
        ]),
        ...(mobile ? [xml('MobileFormFactor', {}, [launchEvents(events.filter(({ type }) => LAUNCH_EVENTS.some((known) => known.type === type && known.mobile)))])] : []),
      ]),
    ]),
    xml('Resources', {}, [
      xml('bt:Images', {}, icons.reduce<readonly Xml[]>((images, { id, sizes }) => [...images, ...sizes.map(({ pixels, url }) => xml('bt:Image', { id: `${id}.${pixels}`, DefaultValue: url }))], [])),
      xml('bt:Urls', {}, [
        ['WebViewRuntime.Url', pages.launchEventPage],
        ['JSRuntime.Url', pages.launchEventScript],
        ['Commands.Url', pages.commands],
        ['Taskpane.Url', pages.taskpane],
      ].map(([id, url]) => xml('bt:Url', { id, DefaultValue: url }))),
      xml('bt:ShortStrings', {}, surfaces.reduce<readonly Xml[]>((texts, { group, buttons }) => [
        ...texts,
        xml('bt:String', { id: resourceId(group.id, 'Label'), DefaultValue: group.label }),
        ...buttons.map(({ id, label }) => inEachLocale('bt:String', { id: resourceId(id, 'Label') }, label)),
      ], [])),
      xml('bt:LongStrings', {}, surfaces.reduce<readonly Xml[]>((texts, { buttons }) => [...texts, ...buttons.map(({ id, tip }) => inEachLocale('bt:String', { id: resourceId(id, 'Tip') }, tip))], [])),
    ]),
  ]);
}

const SURFACES: { readonly [W in Surface['where']]: string } = { message: 'MessageComposeCommandSurface', meeting: 'AppointmentOrganizerCommandSurface' };

function commandSurface({ where, group, buttons }: Surface, icons: readonly Icon[]): Xml {
  return xml('ExtensionPoint', { 'xsi:type': SURFACES[where] }, [
    xml('OfficeTab', { id: 'TabDefault' }, [
      xml('Group', { id: group.id }, [
        xml('Label', { resid: resourceId(group.id, 'Label') }),
        ...buttons.map((button) => control(button, icons)),
      ]),
    ]),
  ]);
}

function control({ id, icon, action }: Button, icons: readonly Icon[]): Xml {
  const { sizes } = icons.find((each) => each.id === icon) as Icon;
  const label = resourceId(id, 'Label');
  return xml('Control', { 'xsi:type': 'Button', id }, [
    xml('Label', { resid: label }),
    xml('Supertip', {}, [xml('Title', { resid: label }), xml('Description', { resid: resourceId(id, 'Tip') })]),
    xml('Icon', {}, sizes.map(({ pixels }) => xml('bt:Image', { size: String(pixels), resid: `${icon}.${pixels}` }))),
    action.kind === 'pane'
      ? xml('Action', { 'xsi:type': 'ShowTaskpane' }, [xml('SourceLocation', { resid: 'Taskpane.Url' })])
      : xml('Action', { 'xsi:type': 'ExecuteFunction' }, [xml('FunctionName', {}, action.name)]),
  ]);
}

function launchEvents(events: readonly LaunchEvent[]): Xml {
  return xml('ExtensionPoint', { 'xsi:type': 'LaunchEvent' }, [
    xml('LaunchEvents', {}, events.map(({ type, functionName, sendMode }) => xml('LaunchEvent', { Type: type, FunctionName: functionName, SendMode: sendMode }))),
    xml('SourceLocation', { resid: 'WebViewRuntime.Url' }),
  ]);
}

/** Ids of resources have 32 characters at most, so the part all ids of the add-in begin with is left out. */
function resourceId(id: string, what: 'Label' | 'Tip'): string {
  return `${id.replace(/^Umsicht\./, '')}.${what}`;
}

function inEachLocale(element: string, attributes: Xml['attributes'], text: InEachLanguage): Xml {
  const override = element.startsWith('bt:') ? 'bt:Override' : 'Override';
  const others = OTHER_LOCALES.reduce<readonly Xml[]>((all, { language, locales }) => [...all, ...locales.map((Locale) => xml(override, { Locale, Value: text[language] }))], []);
  return xml(element, { ...attributes, DefaultValue: text[DEFAULT_LANGUAGE] }, others);
}
