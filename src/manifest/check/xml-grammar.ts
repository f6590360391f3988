import type { SourceName } from './sources';
import { address, anything, appDomain, guid, id, launchEvent, link, locale, oneOf, resource, type ResourceGroup, sendMode, setVersion, text, trueOrFalse, type ValueKind, version, wholeNumber } from './values';

/** Part of the schema an element belongs to; `overrides` is the namespace of the VersionOverrides it is in. */
export type Part = 'base' | 'overrides' | 'bt';

export interface ElementRule {
  readonly part: Part;
  /** By name; a question mark behind it: may be missing. */
  readonly attributes: { readonly [name: string]: ValueKind };
  readonly text?: ValueKind;
  /** In the order they have to stand in. */
  readonly children: readonly Slot[];
  /** In any order, where the sources disagree about it or say nothing. */
  readonly anyOrder?: true;
}

/** What depends on `xsi:type`. */
export interface ByType {
  readonly types: { readonly [type: string]: ElementRule };
  /** Where the types are described. */
  readonly source: SourceName;
}

export interface Slot {
  readonly name: string;
  readonly rule: ElementRule | ByType;
  readonly least: number;
  readonly most: number;
}

export const MANY = Number.MAX_SAFE_INTEGER;

export const one = (name: string, rule: Slot['rule']): Slot => ({ name, rule, least: 1, most: 1 });
export const maybe = (name: string, rule: Slot['rule']): Slot => ({ name, rule, least: 0, most: 1 });
export const some = (name: string, rule: Slot['rule'], most = MANY): Slot => ({ name, rule, least: 1, most });
export const any = (name: string, rule: Slot['rule']): Slot => ({ name, rule, least: 0, most: MANY });

export const element = (part: Part, attributes: ElementRule['attributes'], ...children: readonly Slot[]): ElementRule => ({ part, attributes, children });
export const inAnyOrder = (rule: ElementRule): ElementRule => ({ ...rule, anyOrder: true });
export const holding = (part: Part, kind: ValueKind, attributes: ElementRule['attributes'] = {}): ElementRule => ({ part, attributes, text: kind, children: [] });
export const byType = (source: SourceName, types: ByType['types']): ByType => ({ source, types });

/** A value that can be another one for a locale. */
const localised = (part: 'base' | 'bt', kind: ValueKind, attributes: ElementRule['attributes'] = {}): ElementRule =>
  element(part, { ...attributes, DefaultValue: kind }, any('Override', element(part, { Locale: locale, Value: kind })));

const RULE: { readonly [type: string]: ElementRule } = {
  ItemIs: element('base', {
    ItemType: oneOf(['Message', 'Appointment'], 'rule'), 'FormType?': oneOf(['Read', 'Edit', 'ReadOrEdit'], 'rule'), 'ItemClass?': anything, 'IncludeSubClasses?': trueOrFalse,
  }),
  ItemHasAttachment: element('base', {}),
  ItemHasKnownEntity: element('base', {
    EntityType: oneOf(['MeetingSuggestion', 'TaskSuggestion', 'Address', 'Url', 'PhoneNumber', 'EmailAddress', 'Contact'], 'rule'),
    'RegExFilter?': anything, 'FilterName?': anything, 'IgnoreCase?': trueOrFalse, 'Highlight?': oneOf(['all', 'none'], 'rule'),
  }),
  ItemHasRegularExpressionMatch: element('base', {
    RegExName: anything, RegExValue: anything, PropertyName: oneOf(['Subject', 'BodyAsPlaintext', 'BodyAsHTML', 'SenderSMTPAddress'], 'rule'),
    'IgnoreCase?': trueOrFalse, 'Highlight?': oneOf(['all', 'none'], 'rule'),
  }),
};

/** Activation rules; within VersionOverrides they are in its namespace. */
export const activationRule = (part: Part): ByType => {
  const types: { [type: string]: ElementRule } = {};
  for (const type of Object.keys(RULE)) types[type] = { ...(RULE[type] as ElementRule), part };
  // Collections hold collections.
  const collection: { readonly part: Part; readonly attributes: ElementRule['attributes']; readonly children: Slot[] } = { part, attributes: { Mode: oneOf(['And', 'Or'], 'rule') }, children: [] };
  types['RuleCollection'] = collection;
  const rule = byType('rule', types);
  collection.children.push(some('Rule', rule));
  return rule;
};

const height = holding('base', wholeNumber(32, 450));
const page = one('SourceLocation', localised('base', address(2018)));
const settings = inAnyOrder(element('base', {}, page, maybe('RequestedHeight', height)));
const form = element('base', {}, maybe('DesktopSettings', settings), maybe('TabletSettings', settings), maybe('PhoneSettings', element('base', {}, page)));

/** A mail add-in outside of VersionOverrides. */
export const OFFICE_APP = (versionOverrides: Slot): ElementRule => element(
  'base', {},
  one('Id', holding('base', guid)),
  maybe('AlternateId', holding('base', anything)),
  one('Version', holding('base', version)),
  one('ProviderName', holding('base', text(125))),
  one('DefaultLocale', holding('base', locale)),
  one('DisplayName', localised('base', text(125))),
  one('Description', localised('base', text(250))),
  maybe('IconUrl', localised('base', address(2048))),
  maybe('HighResolutionIconUrl', localised('base', address(2048))),
  maybe('SupportUrl', localised('base', link)),
  maybe('AppDomains', element('base', {}, some('AppDomain', holding('base', appDomain)))),
  maybe('Hosts', element('base', {}, some('Host', element('base', { Name: oneOf(['Mailbox'], 'host') })))),
  maybe('Requirements', element('base', {}, one('Sets', element('base', { 'DefaultMinVersion?': setVersion }, some('Set', element('base', { Name: anything, 'MinVersion?': setVersion })))))),
  one('FormSettings', element('base', {}, some('Form', byType('form', { ItemRead: form, ItemEdit: form }), 2))),
  maybe('Permissions', holding('base', oneOf(['Restricted', 'ReadItem', 'ReadWriteItem', 'ReadWriteMailbox'], 'permissions'))),
  one('Rule', activationRule('base')),
  maybe('DisableEntityHighlighting', holding('base', trueOrFalse)),
  versionOverrides,
);

const images = localised('bt', address(2048), { id: id(32) });
const texts = (most: number): ElementRule => localised('bt', text(most), { id: id(32) });

export const RESOURCES: ElementRule = element(
  'overrides', {},
  maybe('Images', element('bt', {}, some('Image', images))),
  maybe('Urls', element('bt', {}, some('Url', images))),
  maybe('ShortStrings', element('bt', {}, some('String', texts(125)))),
  maybe('LongStrings', element('bt', {}, some('String', texts(250)))),
);

/** An element that is nothing but the name of a resource. */
export const named = (...groups: readonly ResourceGroup[]): ElementRule => element('overrides', { resid: resource(...groups) });

export const OVERRIDES_REQUIREMENTS: ElementRule = element('overrides', {}, one('Sets', element('bt', { 'DefaultMinVersion?': setVersion }, some('Set', element('bt', { Name: anything, 'MinVersion?': setVersion })))));

export const LAUNCH_EVENT: ElementRule = element(
  'overrides', { Type: launchEvent, FunctionName: id(250), 'SendMode?': sendMode, 'HeaderName?': anything },
  maybe('MessageAttachments', element('overrides', {}, some('MessageAttachment', element('overrides', { AttachmentExtension: anything }), 2))),
);
