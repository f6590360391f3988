import type { SourceName } from './sources';

/**
 * `error`: Outlook refuses the manifest, or does not do what it says. `recommendation`: it works, and something else
 * would work better or on more clients.
 */
export type Level = 'error' | 'recommendation';

interface Check {
  readonly level: Level;
  /** What has to be so, as a sentence. */
  readonly demands: string;
  readonly source: SourceName;
  /** Counts only for manifests that go into Microsoft's Marketplace. */
  readonly marketplace?: true;
}

const error = (demands: string, source: SourceName): Check => ({ level: 'error', demands, source });
const recommendation = (demands: string, source: SourceName): Check => ({ level: 'recommendation', demands, source });
const forMarketplace = (demands: string, source: SourceName): Check => ({ level: 'error', demands, source, marketplace: true });

/** Everything that is checked. The order is that of the documentation. */
export const CHECKS = {
  'not-xml': error('The file is well-formed XML.', 'xml'),
  'not-json': error('The file is JSON.', 'json'),
  'wrong-encoding': error('The file is UTF-8 and says nothing else of itself.', 'xml'),
  doctype: error('A manifest has no DOCTYPE and no entities of its own.', 'xml'),
  'too-large': error('A manifest has at most 256 KB.', 'limits'),
  'too-deep': error('Elements are nested no deeper than manifests are.', 'order'),
  'not-a-mail-add-in': error('The manifest is that of an Outlook add-in.', 'officeApp'),
  'duplicate-key': error('A name stands once in an object: all but the last one go unread.', 'json'),

  'unknown-element': error('An element stands only where the schema has it.', 'order'),
  'wrong-namespace': error('An element is in the namespace of its part of the manifest.', 'versionOverrides'),
  'wrong-order': error('Elements stand in the order of the schema.', 'order'),
  'repeated-element': error('An element stands no more often than the schema has it.', 'order'),
  'missing-element': error('Whatever the schema demands is there.', 'officeApp'),
  'stray-text': error('Text stands only in elements that hold text.', 'order'),
  'unknown-attribute': error('An attribute stands only where the schema has it.', 'order'),
  'missing-attribute': error('Whatever attribute the schema demands is there.', 'order'),
  'unknown-property': error('A property stands only where the schema has it.', 'unifiedSchema'),
  'missing-property': error('Whatever property the schema demands is there.', 'unifiedSchema'),
  'wrong-type': error('A property has the type the schema demands.', 'unifiedSchema'),
  'wrong-count': error('A list has no more and no fewer entries than the schema allows.', 'unifiedSchema'),

  'bad-id': error('An id is a GUID with hyphens and nothing else.', 'id'),
  'bad-version': error('A version has one to four numbers of at most five digits; in a unified manifest three.', 'version'),
  'bad-value': error('A value is one of those there are.', 'order'),
  'bad-url': error('An address is absolute, begins with https:// and is not too long.', 'url'),
  placeholder: error('Placeholders have been replaced; for ~remoteAppUrl Visual Studio does so when it publishes the add-in.', 'url'),
  'bad-app-domain': error('An AppDomain is a scheme and a host, with its port if it has one: no path, no slash at the end, no wildcard.', 'appDomain'),
  'needless-app-domain': recommendation('The domain of the add-in’s own pages is trusted without an AppDomain.', 'appDomain'),
  'text-too-long': error('A text is there and not longer than Outlook takes it.', 'resources'),
  'bad-locale': error('A locale is a language tag such as de-DE.', 'defaultLocale'),
  'duplicate-locale': error('A text is overridden once for a locale.', 'localization'),
  'default-locale-override': error('There is no override for the default locale.', 'localization'),
  'language-without-region': recommendation('An override names language and region: Outlook with es-MX does not take the one for es.', 'regions'),
  'incomplete-translation': recommendation('A locale that has some texts has all of them.', 'localization'),

  'unknown-resource': error('A resid is the id of a resource.', 'resources'),
  'wrong-resource': error('A resid names a resource of the right kind.', 'resources'),
  'duplicate-resource': error('A resource has an id of its own.', 'resources'),
  'unused-resource': recommendation('A resource is used.', 'resources'),

  'unknown-set': recommendation('A requirement set is one that Outlook has.', 'requirementSets'),
  'undeclarable-set': error('NestedAppAuth and IdentityAPI are asked for at run time, never in the manifest of an Outlook add-in.', 'set'),
  'high-base-requirement': recommendation('Outside of VersionOverrides at most Mailbox 1.5 is asked for, or no Exchange on premises installs the add-in.', 'requirementSets'),
  'high-requirement': recommendation('VersionOverrides ask for at most Mailbox 1.14, or Outlook on Mac and LTSC 2024 go without; later sets are asked for at run time.', 'requirementSets'),
  'pointless-requirement': recommendation('VersionOverrides ask for more than the rest of the manifest does, or for nothing.', 'requirements'),

  'missing-runtime': error('A manifest with events has a Runtime.', 'runtime'),
  'missing-script': error('A Runtime has an Override of type javascript, which is all that classic Outlook on Windows loads for events.', 'override'),
  'page-for-script': error('The Override of type javascript is a script, the Runtime itself a page.', 'override'),
  'script-with-query': recommendation('The address of the script has no query: how it is then matched with the well-known file is documented nowhere.', 'wellKnown'),
  'long-runtime': error('The runtime of events is a short one.', 'runtime'),
  'events-from-elsewhere': error('Events and the Runtime name the same page.', 'runtime'),
  'unknown-event': error('A launch event is one that Outlook has; schemas let misspelt ones pass, and Outlook never raises them.', 'events'),
  'preview-event': recommendation('A launch event is one for everybody, not in preview.', 'events'),
  'event-not-on-phones': error('Events for phones are those Outlook on Android and iOS have.', 'mobileEvents'),
  'duplicate-event': error('A send event has one handler in a manifest, any other one in a form factor.', 'smartAlerts'),
  'misplaced-send-mode': error('SendMode belongs to the send events; elsewhere nothing comes of it.', 'launchEvent'),
  'unsaid-send-mode': recommendation('A send event says its SendMode.', 'launchEvent'),
  'misplaced-header-name': error('HeaderName belongs to OnMessageDecrypt and OnMessageReadWithCustomHeader, and has to be there.', 'launchEvent'),
  'both-send-checks': recommendation('A manifest has Smart Alerts or the older ItemSend, not both.', 'onSend'),
  'no-shared-folders': recommendation('A check of what is sent covers shared mailboxes and delegates.', 'delegates'),
  'unassociated-function': error('A script associates the function of every event; while that of a send event is missing, nobody can send.', 'walkthrough'),
  'late-association': error('Functions are associated at the top level of the script: classic Outlook runs nothing that waits for Office.onReady.', 'troubleshooting'),
  'undecided-association': recommendation('A script names the functions it associates as plain texts, so that this can be checked.', 'walkthrough'),
  'broken-script': error('The script is JavaScript.', 'events'),
  'not-es2016': error('The script parses as ES2016: classic Outlook before version 2403 knows nothing newer.', 'troubleshooting'),
  'module-script': error('The script is one file without import and export.', 'events'),

  'wrong-surface': error('Desktop and phones have their own extension points and controls.', 'extensionPoint'),
  'duplicate-control': error('A control has an id of its own.', 'control'),
  'duplicate-group': error('A group has an id of its own.', 'group'),
  'wrong-tab': error('The OfficeTab of Outlook is TabDefault.', 'officeTab'),
  'several-groups': error('The default tab takes one group of an add-in.', 'officeTab'),
  'too-many-controls': error('A group has at most six controls.', 'officeTab'),
  'custom-tab': recommendation('Buttons are on the default tab: on the web, on Mac and in new Outlook there are no custom tabs.', 'customTab'),
  'missing-function-file': error('A form factor with function commands has a FunctionFile.', 'functionFile'),
  'not-in-outlook': recommendation('What Outlook passes over is left out.', 'action'),
  'wrong-pane-ability': error('A pane for several messages or for none belongs to the surfaces that have such panes.', 'action'),
  'missing-icon-size': error('An icon has 16, 32 and 80 pixels; on phones 25, 32 and 48, each in scale 1, 2 and 3.', 'icon'),
  'unknown-icon-size': error('An icon has sizes that Outlook knows, each once.', 'icon'),
  'icon-format': error('A picture is PNG, JPG, GIF, BMP, EXIF or TIFF.', 'image'),
  'icon-list': error('An Icon for phones is of type bt:MobileIconList, any other one is not.', 'icon'),
  'icon-not-found': error('Pictures the manifest names are there.', 'image'),
  'file-not-found': error('Files the manifest names are in the package.', 'unifiedSchema'),
  'icon-pixels': error('A picture has the size the manifest says.', 'image'),

  'deprecated-rule': recommendation('Activation rules are ones that Outlook still supports.', 'rule'),
  'unsaid-permission': recommendation('A manifest says which permission it needs; otherwise it is Restricted.', 'permissions'),
  'broad-permission': recommendation('ReadWriteMailbox is for add-ins that send by themselves or use EWS.', 'permissionLevels'),
  'unknown-action': error('What buttons and events run is an action of a runtime.', 'unifiedSchema'),
  'duplicate-action': error('Ids of runtimes, actions and controls are their own.', 'unifiedSchema'),

  'marketplace-version': forMarketplace('A version has four numbers.', 'version'),
  'marketplace-icons': forMarketplace('IconUrl and HighResolutionIconUrl are there.', 'officeApp'),
  'marketplace-support': forMarketplace('SupportUrl is there.', 'supportUrl'),
  'marketplace-block': forMarketplace('SendMode is not Block.', 'smartAlerts'),
  'marketplace-localhost': forMarketplace('No address is on somebody’s own machine.', 'url'),
} as const satisfies { readonly [code: string]: Check };
