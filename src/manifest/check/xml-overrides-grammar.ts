import { anything, guid, id, oneOf, resource, text, trueOrFalse, wholeNumber } from './values';
import {
  activationRule, any, byType, element, type ElementRule, holding, inAnyOrder, LAUNCH_EVENT, maybe, named, OFFICE_APP, one, OVERRIDES_REQUIREMENTS, RESOURCES, type Slot, some,
} from './xml-grammar';

const supertip = element('overrides', {}, one('Title', named('ShortStrings')), one('Description', named('LongStrings')));

const icon = element(
  'overrides', { 'xsi:type?': oneOf(['bt:MobileIconList'], 'icon') },
  some('Image', element('bt', { size: wholeNumber(1, 999), 'scale?': wholeNumber(1, 3), resid: resource('Images') })),
);

const flag = holding('overrides', trueOrFalse);

const action = byType('action', {
  ExecuteFunction: element('overrides', {}, one('FunctionName', holding('overrides', id(250)))),
  ShowTaskpane: inAnyOrder(element(
    'overrides', {},
    maybe('TaskpaneId', holding('overrides', anything)),
    one('SourceLocation', named('Urls')),
    maybe('Title', named('ShortStrings')),
    maybe('SupportsPinning', flag),
    maybe('SupportsMultiSelect', flag),
    maybe('SupportsNoItemContext', flag),
  )),
});

const label = one('Label', named('ShortStrings'));
const overriddenByRibbon = maybe('OverriddenByRibbonApi', flag);

const button = element('overrides', { id: id(125) }, overriddenByRibbon, label, one('Supertip', supertip), one('Icon', icon), one('Action', action), maybe('Enabled', flag));
const item = element('overrides', { id: id(125) }, overriddenByRibbon, label, one('Supertip', supertip), maybe('Icon', icon), one('Action', action));
const menu = element('overrides', { id: id(125) }, overriddenByRibbon, label, one('Supertip', supertip), one('Icon', icon), one('Items', element('overrides', {}, some('Item', item))));
const mobileButton = element('overrides', { id: id(125) }, label, one('Icon', icon), one('Action', action));

/** Whether it is the right one for its form factor is asked elsewhere, with more to say. */
const control = byType('control', { Button: button, Menu: menu, MobileButton: mobileButton });

const group = element('overrides', { id: id(125) }, overriddenByRibbon, label, maybe('Tooltip', named('LongStrings')), maybe('Icon', icon), some('Control', control));
const tabs = element(
  'overrides', {},
  maybe('OfficeTab', element('overrides', { id: anything }, some('Group', group))),
  maybe('CustomTab', element('overrides', { id: id(125) }, some('Group', group), label)),
);

const page = one('SourceLocation', named('Urls'));

const phishing = element(
  'overrides', {},
  one('Control', control),
  one('PreProcessingDialog', inAnyOrder(element(
    'overrides', {},
    one('Title', named('ShortStrings')),
    one('Description', named('LongStrings')),
    maybe('NeverShowAgainOption', flag),
    maybe('ReportingOptions', element('overrides', {}, one('Title', named('ShortStrings')), some('Option', named('ShortStrings'), 5))),
    maybe('FreeTextLabel', named('ShortStrings')),
    maybe('MoreInfo', element('overrides', {}, one('MoreInfoText', named('ShortStrings')), one('MoreInfoUrl', named('Urls')))),
  ))),
  page,
);

const event = element('overrides', { Type: oneOf(['ItemSend'], 'event'), FunctionExecution: oneOf(['synchronous'], 'event'), FunctionName: id(250) });

const POINTS: { readonly [type: string]: ElementRule } = {
  MessageReadCommandSurface: tabs,
  MessageComposeCommandSurface: tabs,
  AppointmentOrganizerCommandSurface: tabs,
  AppointmentAttendeeCommandSurface: tabs,
  Module: element('overrides', {}, page, label, one('CommandSurface', element('overrides', {}, one('CustomTab', element('overrides', { id: id(125) }, some('Group', group), label))))),
  Events: element('overrides', {}, some('Event', event)),
};

/** Extension points that came with VersionOverrides 1.1. */
const LATER_POINTS: { readonly [type: string]: ElementRule } = {
  DetectedEntity: inAnyOrder(element('overrides', {}, label, page, maybe('RequestedHeight', holding('overrides', wholeNumber(140, 450))), one('Rule', activationRule('overrides')))),
  LaunchEvent: element('overrides', {}, one('LaunchEvents', element('overrides', {}, some('LaunchEvent', LAUNCH_EVENT))), page),
  ReportPhishingCommandSurface: element('overrides', {}, one('ReportPhishingCustomization', phishing)),
  MobileMessageReadCommandSurface: element('overrides', {}, one('Group', group)),
  MobileOnlineMeetingCommandSurface: element('overrides', {}, one('Control', control)),
  MobileLogEventAppointmentAttendee: element('overrides', {}, one('Control', control)),
};

const runtimes = element(
  'overrides', {},
  one('Runtime', element('overrides', { resid: resource('Urls'), 'lifetime?': { ...oneOf(['short'], 'runtime'), code: 'long-runtime' } }, maybe('Override', element('overrides', { type: oneOf(['javascript'], 'override'), resid: resource('Urls') })))),
);

const webApplicationInfo = element(
  'overrides', {},
  one('Id', holding('overrides', guid)),
  maybe('MsaId', holding('overrides', guid)),
  one('Resource', holding('overrides', anything)),
  maybe('MsaResource', holding('overrides', anything)),
  one('Scopes', element('overrides', {}, some('Scope', holding('overrides', anything)))),
  maybe('Authorizations', element('overrides', {}, any('Authorization', element('overrides', {}, one('Resource', holding('overrides', anything)), one('Scopes', element('overrides', {}, some('Scope', holding('overrides', anything)))))))),
);

const equivalentAddins = element(
  'overrides', {},
  some('EquivalentAddin', element(
    'overrides', {},
    maybe('ProgId', holding('overrides', anything)),
    maybe('DisplayName', holding('overrides', text(125))),
    maybe('FileName', holding('overrides', anything)),
    one('Type', holding('overrides', oneOf(['COM', 'XLL'], 'equivalentAddin'))),
  )),
);

function versionOverrides(form: { readonly points: { readonly [type: string]: ElementRule }; readonly isLater: boolean }, nested: readonly Slot[]): ElementRule {
  const point = some('ExtensionPoint', byType('extensionPoint', form.points));
  const desktop = element('overrides', {}, ...(form.isLater ? [maybe('SupportsSharedFolders', flag)] : []), maybe('FunctionFile', named('Urls')), point);
  const mobile = element('overrides', {}, maybe('FunctionFile', named('Urls')), point);
  return element(
    'overrides', {},
    maybe('Description', named('LongStrings', 'ShortStrings')),
    maybe('Requirements', OVERRIDES_REQUIREMENTS),
    maybe('Hosts', element('overrides', {}, some('Host', byType('host', {
      MailHost: element('overrides', {}, ...(form.isLater ? [maybe('Runtimes', runtimes)] : []), maybe('DesktopFormFactor', desktop), ...(form.isLater ? [maybe('MobileFormFactor', mobile)] : [])),
    })))),
    maybe('Resources', RESOURCES),
    maybe('WebApplicationInfo', webApplicationInfo),
    ...(form.isLater ? [
      maybe('EquivalentAddins', equivalentAddins),
      maybe('ConnectedServiceControls', element('overrides', {}, one('ConnectedServiceControlsScopes', element('overrides', {}, some('Scope', holding('overrides', anything)))))),
      maybe('ExtendedPermissions', element('overrides', {}, any('ExtendedPermission', holding('overrides', oneOf(['AppendOnSend'], 'extendedPermission'))))),
    ] : []),
    ...nested,
  );
}

const V1_1 = versionOverrides({ points: { ...POINTS, ...LATER_POINTS }, isLater: true }, []);
const V1_0 = versionOverrides({ points: POINTS, isLater: false }, [maybe('VersionOverrides', byType('versionOverrides', { VersionOverridesV1_1: V1_1 }))]);

/** The manifest of a mail add-in, as the pages on its elements and their order have it. */
export const MAIL_APP: ElementRule = OFFICE_APP(maybe('VersionOverrides', byType('versionOverrides', { VersionOverridesV1_0: V1_0, VersionOverridesV1_1: V1_1 })));

export const NAMESPACES: { readonly [part: string]: string } = {
  base: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  bt: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  VersionOverridesV1_0: 'http://schemas.microsoft.com/office/mailappversionoverrides',
  VersionOverridesV1_1: 'http://schemas.microsoft.com/office/mailappversionoverrides/1.1',
};
