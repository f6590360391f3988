import { LAUNCH_EVENTS } from '../launch-events';
import { address, anything, guid, id, link, oneOf, text, type ValueKind } from './values';

/** What a value may be. Properties with a question mark behind their name may be missing. */
export type Shape =
  | { readonly is: 'text'; readonly kind: ValueKind }
  | { readonly is: 'number'; readonly values: readonly number[] }
  | { readonly is: 'flag' }
  | { readonly is: 'anything' }
  | { readonly is: 'list'; readonly of: Shape; readonly least: number; readonly most: number }
  | { readonly is: 'object'; readonly properties: { readonly [name: string]: Shape } };

const holding = (kind: ValueKind): Shape => ({ is: 'text', kind });
const list = (of: Shape, least: number, most: number): Shape => ({ is: 'list', of, least, most });
const object = (properties: { readonly [name: string]: Shape }): Shape => ({ is: 'object', properties });
const flag: Shape = { is: 'flag' };
const open: Shape = { is: 'anything' };

/** Versions of the schema with extensions of Office (npm @microsoft/app-manifest 1.1.2). There is no 1.18. */
const VERSIONS = ['1.17', ...Array.from({ length: 12 }, (_, index) => `1.${19 + index}`), 'devPreview'];

const semver: ValueKind = { code: 'bad-version', expected: 'three numbers, such as 1.0.0', fits: (value) => /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(value) && value.length <= 256 };
const languageTag: ValueKind = { code: 'bad-locale', expected: 'a language tag such as de-de', fits: (value) => /^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/i.test(value) };
const colour: ValueKind = { code: 'bad-value', expected: 'a colour such as #13909d', fits: (value) => /^#[0-9a-f]{6}$/i.test(value) };
const file: ValueKind = { code: 'bad-url', expected: 'the path of a file in the app’s package', fits: (value) => value !== '' && value.length <= 2048 && !/^[a-z]+:|^\//i.test(value) };
const https = holding(address(2048));
const id64 = holding(id(64));
const label = holding(text(64));

/** Events as the unified manifest calls them. */
const eventTypes = LAUNCH_EVENTS.reduce<readonly string[]>((all, { unified }) => (unified === null ? all : [...all, unified]), []);

const requirements = object({
  'capabilities?': list(object({ name: holding(text(128)), 'minVersion?': holding(anything), 'maxVersion?': holding(anything) }), 1, 100),
  'scopes?': list(holding(oneOf(['mail', 'workbook', 'document', 'presentation'])), 1, 4),
  'formFactors?': list(holding(oneOf(['desktop', 'mobile'])), 1, 2),
});

const action = object({
  id: id64,
  type: holding(oneOf(['executeFunction', 'openPage', 'executeDataFunction'])),
  'displayName?': label, 'pinnable?': flag, 'view?': id64, 'multiselect?': flag, 'supportsNoItemContext?': flag,
});

const runtime = object({
  'requirements?': requirements,
  id: id64,
  'type?': holding(oneOf(['general'])),
  code: object({ page: https, 'script?': https }),
  'lifetime?': holding(oneOf(['short', 'long'])),
  'actions?': list(action, 1, 150),
  'customFunctions?': open,
});

const icons = list(object({ size: { is: 'number', values: [16, 20, 24, 32, 40, 48, 64, 80] }, url: https }), 1, 8);
const supertip = object({ title: label, description: holding(text(250)) });

const menuItem = object({
  id: id64, type: holding(oneOf(['menuItem'])), label, 'icons?': icons, supertip, actionId: id64, 'enabled?': flag, 'overriddenByRibbonApi?': flag, 'keytip?': open, 'visible?': flag,
});
const control = object({
  'id?': id64, 'type?': holding(oneOf(['button', 'menu'])), 'builtInControlId?': id64, 'label?': label, 'icons?': icons, 'supertip?': supertip, 'actionId?': id64,
  'overriddenByRibbonApi?': flag, 'enabled?': flag, 'items?': list(menuItem, 1, 30), 'visible?': flag, 'keytip?': open,
});
const group = object({ 'id?': id64, 'label?': label, 'icons?': icons, 'controls?': list(control, 1, 20), 'builtInGroupId?': id64, 'overriddenByRibbonApi?': flag, 'visible?': flag });
const tab = object({ 'id?': id64, 'label?': label, 'position?': open, 'builtInTabId?': id64, 'groups?': list(group, 1, 10), 'customMobileRibbonGroups?': open, 'visible?': flag, 'keytip?': open });

const ribbon = object({
  'requirements?': requirements,
  'contexts?': list(holding(oneOf([
    'mailRead', 'mailCompose', 'meetingDetailsOrganizer', 'meetingDetailsAttendee', 'onlineMeetingDetailsOrganizer', 'logEventMeetingDetailsAttendee', 'spamReportingOverride', 'default',
  ])), 1, 7),
  'tabs?': list(tab, 0, 20),
  'fixedControls?': open,
  'spamPreProcessingDialog?': open,
});

const event = object({
  type: holding({ ...oneOf(eventTypes, 'events', 'unknown-event'), expected: 'one of the events Outlook has, spelt as in unified manifests' }),
  actionId: id64,
  'options?': object({ 'sendMode?': holding(oneOf(['promptUser', 'softBlock', 'block'])), 'headerName?': holding(anything) }),
});

/** Older forms of the same add-in. */
const hidden = object({
  'storeOfficeAddin?': object({ officeAddinId: id64, assetId: id64 }),
  'customOfficeAddin?': object({ officeAddinId: id64 }),
  'windowsExtensions?': open,
});

const extension = object({
  'requirements?': requirements,
  'runtimes?': list(runtime, 1, 20),
  'ribbons?': list(ribbon, 1, 20),
  'autoRunEvents?': list(object({ 'requirements?': requirements, events: list(event, 0, 20) }), 1, 10),
  'alternates?': list(object({ 'requirements?': requirements, 'prefer?': open, 'hide?': hidden, 'alternateIcons?': open }), 1, 10),
  'contentRuntimes?': open, 'getStartedMessages?': open, 'contextMenus?': open, 'keyboardShortcuts?': open,
  'audienceClaimUrl?': https,
});

/** What is not about mail is let through as it is. */
const OTHER = [
  '$schema', 'configurableTabs', 'staticTabs', 'bots', 'connectors', 'subscriptionOffer', 'composeExtensions', 'permissions', 'devicePermissions', 'validDomains', 'webApplicationInfo', 'graphConnector',
  'showLoadingIndicator', 'isFullScreen', 'activities', 'supportsChannelFeatures', 'supportedChannelTypes', 'configurableProperties', 'defaultBlockUntilAdminAction', 'publisherDocsUrl', 'defaultInstallScope',
  'defaultGroupCapability', 'meetingExtensionDefinition', 'dashboardCards', 'intuneInfo', 'copilotAgents', 'agenticUserTemplates', 'elementRelationshipSet', 'backgroundLoadConfiguration', 'agentConnectors', 'agentSkills',
].reduce<{ [name: string]: Shape }>((all, name) => {
  all[`${name}?`] = open;
  return all;
}, {});

/** A unified manifest as far as it is about an Outlook add-in (schema 1.30; older ones allow less here and there). */
export const UNIFIED_MANIFEST: Shape = object({
  ...OTHER,
  manifestVersion: holding(oneOf(VERSIONS)),
  version: holding(semver),
  id: holding(guid),
  name: object({ short: holding(text(30)), 'full?': holding(text(100)) }),
  description: object({ short: holding(text(80)), full: holding(text(4000)) }),
  developer: object({ name: holding(text(32)), 'mpnId?': holding(text(10)), websiteUrl: holding(link), privacyUrl: holding(link), termsOfUseUrl: holding(link), 'contactInfo?': open }),
  icons: object({ outline: holding(file), color: holding(file), 'color32x32?': holding(file) }),
  accentColor: holding(colour),
  'localizationInfo?': object({
    defaultLanguageTag: holding(languageTag),
    'defaultLanguageFile?': holding(file),
    'additionalLanguages?': list(object({ languageTag: holding(languageTag), file: holding(file) }), 0, Number.MAX_SAFE_INTEGER),
  }),
  'authorization?': object({
    'permissions?': object({ 'resourceSpecific?': list(object({ name: holding(text(128)), type: holding(oneOf(['Application', 'Delegated'])) }), 0, 16), 'orgWide?': open }),
  }),
  extensions: list(extension, 1, 1),
});
