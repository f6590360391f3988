import { xmlManifest } from '../../src/manifest/xml-manifest';
import { BUTTONS, PHONES, PLAIN, SPAM_REPORT, umsichtAt } from './good-manifests';

/** The manifest a change is made to. */
const GOOD = { umsicht: xmlManifest(umsichtAt()), buttons: BUTTONS, phones: PHONES, plain: PLAIN, spam: SPAM_REPORT } as const;

/** One change to a good manifest, and all that has to be said of it: what, and where. */
export interface Broken {
  readonly what: string;
  readonly text: string;
  readonly found: readonly string[];
}

type Change = readonly [from: string | RegExp, to: string];

function broken(of: keyof typeof GOOD, what: string, changes: Change | readonly Change[], ...found: readonly string[]): Broken {
  const list = (typeof changes[0] === 'string' || changes[0] instanceof RegExp ? [changes] : changes) as readonly Change[];
  let text: string = GOOD[of];
  for (const [from, to] of list) {
    const changed = text.replace(from, () => to);
    if (changed === text) throw new Error(`${what}: nothing to change`);
    text = changed;
  }
  return { what, text, found };
}

/** Long paths begin alike. */
const V = '/OfficeApp/VersionOverrides/VersionOverrides';
const H = `${V}/Hosts/Host`;
const D = `${H}/DesktopFormFactor`;
const M = `${H}/MobileFormFactor`;
const EVENTS = `${D}/ExtensionPoint[3]/LaunchEvents`;
const PANE = `${D}/ExtensionPoint[1]/OfficeTab/Group/Control[1]`;
const BCC = `${D}/ExtensionPoint[1]/OfficeTab/Group/Control[2]`;
const R = `${V}/Resources`;

export const BROKEN: readonly Broken[] = [
  // The base.
  broken('umsicht', 'an id that is no GUID', [/<Id>[^<]+/, '<Id>{8715f449-f146-5703-9761-163b25c35576}'], 'bad-id /OfficeApp/Id'),
  broken('umsicht', 'no id', [/ {2}<Id>.*\n/, ''], 'missing-element /OfficeApp'),
  broken('umsicht', 'a version of five numbers', [/<Version>[^<]+/, '<Version>1.2.3.4.5'], 'bad-version /OfficeApp/Version'),
  broken('umsicht', 'a version with a word', [/<Version>[^<]+/, '<Version>1.0-beta'], 'bad-version /OfficeApp/Version'),
  broken('umsicht', 'a number of six digits in the version', [/<Version>[^<]+/, '<Version>1.100000'], 'bad-version /OfficeApp/Version'),
  broken('umsicht', 'a provider of 126 characters', [/<ProviderName>[^<]+/, `<ProviderName>${'p'.repeat(126)}`], 'text-too-long /OfficeApp/ProviderName'),
  broken('umsicht', 'no provider', [/<ProviderName>[^<]+/, '<ProviderName>'], 'text-too-long /OfficeApp/ProviderName'),
  broken('umsicht', 'a default locale with an underscore', [/<DefaultLocale>[^<]+/, '<DefaultLocale>en_US'], 'bad-locale /OfficeApp/DefaultLocale'),
  broken('umsicht', 'a name of 126 characters', ['DisplayName DefaultValue="Umsicht"', `DisplayName DefaultValue="${'n'.repeat(126)}"`], 'text-too-long /OfficeApp/DisplayName/@DefaultValue'),
  broken('umsicht', 'a name as text', ['<DisplayName DefaultValue="Umsicht"/>', '<DisplayName>Umsicht</DisplayName>'], 'missing-attribute /OfficeApp/DisplayName', 'stray-text /OfficeApp/DisplayName'),
  broken('umsicht', 'a German description of 251 characters', [/(<Override Locale="de-DE" Value=")Prüft[^"]*/, `<Override Locale="de-DE" Value="${'ü'.repeat(251)}`], 'text-too-long /OfficeApp/Description/Override[1]/@Value'),
  broken('umsicht', 'an icon without https', ['IconUrl DefaultValue="https://guard', 'IconUrl DefaultValue="http://guard'], 'bad-url /OfficeApp/IconUrl/@DefaultValue'),
  broken('umsicht', 'an icon as SVG', ['icon-64.png', 'icon-64.svg'], 'icon-format /OfficeApp/IconUrl/@DefaultValue'),
  broken('umsicht', 'a support page by a relative address', [/(<SupportUrl DefaultValue=")[^"]+/, '<SupportUrl DefaultValue="/support.html'], 'bad-url /OfficeApp/SupportUrl/@DefaultValue'),
  broken('umsicht', 'another host', ['Host Name="Mailbox"', 'Host Name="Workbook"'], 'bad-value /OfficeApp/Hosts/Host/@Name'),
  broken('umsicht', 'requirements in front of the hosts', [/( {2}<Hosts>[\s\S]*?<\/Hosts>\n)( {2}<Requirements>[\s\S]*?<\/Requirements>\n)/, '  <Requirements><Sets><Set Name="Mailbox" MinVersion="1.5"/></Sets></Requirements>\n  <Hosts><Host Name="Mailbox"/></Hosts>\n'], 'wrong-order /OfficeApp/Requirements'),
  broken('umsicht', 'an id at the end', [[/ {2}<Id>.*\n/, ''], ['</OfficeApp>', '<Id>8715f449-f146-5703-9761-163b25c35576</Id></OfficeApp>']], 'wrong-order /OfficeApp/Id'),
  broken('umsicht', 'a permission there is not', ['>ReadWriteItem<', '>ReadWriteItems<'], 'bad-value /OfficeApp/Permissions'),
  broken('umsicht', 'no permission', [/ {2}<Permissions>.*\n/, ''], 'unsaid-permission /OfficeApp'),
  broken('umsicht', 'the whole mailbox', ['>ReadWriteItem<', '>ReadWriteMailbox<'], 'broad-permission /OfficeApp/Permissions'),
  broken('umsicht', 'no forms', [/ {2}<FormSettings>[\s\S]*?<\/FormSettings>\n/, ''], 'missing-element /OfficeApp'),
  broken('umsicht', 'a form of no type', ['<Form xsi:type="ItemEdit">', '<Form>'], 'missing-attribute /OfficeApp/FormSettings/Form'),
  broken('umsicht', 'a form of a type there is not', ['<Form xsi:type="ItemEdit">', '<Form xsi:type="ItemCompose">'], 'bad-value /OfficeApp/FormSettings/Form/@xsi:type'),
  broken('plain', 'a pane that is too high', ['>250<', '>451<'], 'bad-value /OfficeApp/FormSettings/Form/DesktopSettings/RequestedHeight'),
  broken('plain', 'no rule', [/ {2}<Rule xsi:type="RuleCollection"[\s\S]*<\/Rule>\n/, ''], 'missing-element /OfficeApp'),
  broken('plain', 'a rule without the kind of form', [' FormType="Read"', ''], 'missing-attribute /OfficeApp/Rule/Rule[1]'),
  broken('plain', 'a rule on addresses, which has been given up', [/<Rule xsi:type="ItemHasRegular[^>]*>/, '<Rule xsi:type="ItemHasKnownEntity" EntityType="Address"/>'], 'deprecated-rule /OfficeApp/Rule/Rule[2]/@xsi:type'),
  broken('plain', 'rules joined by words there are not', ['Mode="Or"', 'Mode="or"'], 'bad-value /OfficeApp/Rule/@Mode'),
  broken('plain', 'highlighting in words', ['>false<', '>No<'], 'bad-value /OfficeApp/DisableEntityHighlighting'),
  broken('plain', 'a placeholder of Visual Studio', [/https:\/\/notes\.oak\.example\/(?=read|64)/g, '~remoteAppUrl/'], 'placeholder /OfficeApp/IconUrl/@DefaultValue'),
  broken('buttons', 'a domain without its scheme', ['https://login.oak.example:8443', 'login.oak.example'], 'bad-app-domain /OfficeApp/AppDomains/AppDomain'),
  broken('buttons', 'a domain with a slash', ['https://login.oak.example:8443', 'https://login.oak.example/'], 'bad-app-domain /OfficeApp/AppDomains/AppDomain'),
  broken('buttons', 'a domain with a path', ['https://login.oak.example:8443', 'https://login.oak.example/a'], 'bad-app-domain /OfficeApp/AppDomains/AppDomain'),
  broken('buttons', 'a domain with a wildcard', ['https://login.oak.example:8443', 'https://*.oak.example'], 'bad-app-domain /OfficeApp/AppDomains/AppDomain'),
  broken('buttons', 'the own domain', ['https://login.oak.example:8443', 'https://notes.oak.example'], 'needless-app-domain /OfficeApp/AppDomains/AppDomain'),
  broken('buttons', 'no domain among the domains', [/<AppDomain>.*<\/AppDomain>/, ''], 'missing-element /OfficeApp/AppDomains'),

  // Namespaces and elements.
  broken('umsicht', 'an old namespace', ['appforoffice/1.1', 'appforoffice/1.0'], 'wrong-namespace /OfficeApp'),
  broken('umsicht', 'the overrides in a namespace of the future', ['mailappversionoverrides/1.1', 'mailappversionoverrides/1.2'], `wrong-namespace ${V}`),
  broken('umsicht', 'the overrides of task panes', ['mailappversionoverrides"', 'taskpaneappversionoverrides"'], 'wrong-namespace /OfficeApp/VersionOverrides'),
  broken('umsicht', 'the outer overrides called 1.1', ['VersionOverridesV1_0', 'VersionOverridesV1_1'], 'wrong-namespace /OfficeApp/VersionOverrides', `unknown-element ${V}`),
  broken('umsicht', 'basic types of another prefix', ['officeappbasictypes/1.0', 'officeappbasictypes/1.1'], `wrong-namespace ${V}/Requirements/Sets`),
  broken('umsicht', 'a word that is misspelt', [/SupportsSharedFolders/g, 'SupportsSharedFolder'], `unknown-element ${D}/SupportsSharedFolder`, `no-shared-folders ${D}`),
  broken('umsicht', 'capitals', [/FunctionFile/g, 'Functionfile'], `missing-function-file ${D}`, `unknown-element ${D}/Functionfile`),
  broken('umsicht', 'an attribute nobody knows', ['<Group id="Umsicht.Group">', '<Group id="Umsicht.Group" colour="teal">'], `unknown-attribute ${D}/ExtensionPoint[1]/OfficeTab/Group/@colour`),
  broken('umsicht', 'text between elements', ['<Hosts>\n        <Host xsi', '<Hosts>Outlook\n        <Host xsi'], `stray-text ${V}/Hosts`),
  broken('umsicht', 'two versions', [/( {2}<Version>.*\n)/, '  <Version>1.0.0.0</Version>\n  <Version>1.0.0.0</Version>\n'], 'repeated-element /OfficeApp/Version[2]'),
  broken('umsicht', 'shared folders behind the function file', [/( +<SupportsSharedFolders>.*\n)( +<FunctionFile.*\n)/, '<FunctionFile resid="Commands.Url"/><SupportsSharedFolders>true</SupportsSharedFolders>'], `wrong-order ${D}/FunctionFile`),
  broken('buttons', 'a pinned pane before version 1.1', ['<SourceLocation resid="pane"/></Action>', '<SourceLocation resid="pane"/></Action><Enabled>maybe</Enabled>'], 'bad-value /OfficeApp/VersionOverrides/Hosts/Host/DesktopFormFactor/ExtensionPoint/OfficeTab/Group/Control[1]/Enabled'),

  // Requirements.
  broken('umsicht', 'Mailbox 1.13 for everybody', ['MinVersion="1.5"', 'MinVersion="1.13"'], 'high-base-requirement /OfficeApp/Requirements/Sets/Set/@MinVersion', `pointless-requirement ${V}/Requirements/Sets/@DefaultMinVersion`),
  broken('umsicht', 'Mailbox 1.15 for the overrides', ['DefaultMinVersion="1.12"', 'DefaultMinVersion="1.15"'], `high-requirement ${V}/Requirements/Sets/@DefaultMinVersion`),
  broken('umsicht', 'no more for the overrides', ['DefaultMinVersion="1.12"', 'DefaultMinVersion="1.5"'], `pointless-requirement ${V}/Requirements/Sets/@DefaultMinVersion`),
  broken('umsicht', 'a set without a point', ['DefaultMinVersion="1.12"', 'DefaultMinVersion="112"'], `bad-value ${V}/Requirements/Sets/@DefaultMinVersion`, `high-requirement ${V}/Requirements/Sets/@DefaultMinVersion`),
  broken('umsicht', 'nested sign-in as a requirement', ['<bt:Set Name="Mailbox"/>', '<bt:Set Name="Mailbox"/><bt:Set Name="NestedAppAuth" MinVersion="1.1"/>'], `undeclarable-set ${V}/Requirements/Sets/Set[2]/@Name`),
  broken('umsicht', 'single sign-on as a requirement', ['<Set Name="Mailbox" MinVersion="1.5"/>', '<Set Name="Mailbox" MinVersion="1.5"/><Set Name="IdentityAPI" MinVersion="1.3"/>'], 'undeclarable-set /OfficeApp/Requirements/Sets/Set[2]/@Name'),
  broken('umsicht', 'a set that is misspelt', ['<Set Name="Mailbox"', '<Set Name="MailBox"'], 'unknown-set /OfficeApp/Requirements/Sets/Set/@Name'),

  // Events.
  broken('umsicht', 'a misspelt event', ['Type="OnMessageSend"', 'Type="OnMessageSent"'], `unknown-event ${EVENTS}/LaunchEvent[1]/@Type`),
  broken('umsicht', 'an event in small letters', ['Type="OnMessageFromChanged"', 'Type="onMessageFromChanged"'], `unknown-event ${EVENTS}/LaunchEvent[6]/@Type`),
  broken('umsicht', 'a misspelt send mode', ['SendMode="SoftBlock"', 'SendMode="softBlock"'], `bad-value ${EVENTS}/LaunchEvent[1]/@SendMode`),
  broken('umsicht', 'a send event without its mode', [' SendMode="SoftBlock"', ''], `unsaid-send-mode ${EVENTS}/LaunchEvent[1]`),
  broken('umsicht', 'a send mode where nothing is sent', ['"onNewMessageComposeHandler"/>', '"onNewMessageComposeHandler" SendMode="Block"/>'], `misplaced-send-mode ${EVENTS}/LaunchEvent[3]/@SendMode`),
  broken('umsicht', 'the same event twice', ['Type="OnMessageCompose"', 'Type="OnMessageSend"'], `duplicate-event ${EVENTS}/LaunchEvent[4]/@Type`, `unsaid-send-mode ${EVENTS}/LaunchEvent[4]`),
  broken('umsicht', 'an event without a function', [' FunctionName="onMessageSendHandler"', ''], `missing-attribute ${EVENTS}/LaunchEvent[1]`),
  broken('umsicht', 'a function of 251 characters', ['FunctionName="onMessageSendHandler"', `FunctionName="${'f'.repeat(251)}"`], `text-too-long ${EVENTS}/LaunchEvent[1]/@FunctionName`),
  broken('umsicht', 'an event in preview', ['Type="OnMessageFromChanged"', 'Type="OnMessageReadWithCustomAttachment"'], `preview-event ${EVENTS}/LaunchEvent[6]/@Type`),
  broken('umsicht', 'decryption without its header', ['Type="OnMessageFromChanged"', 'Type="OnMessageDecrypt"'], `misplaced-header-name ${EVENTS}/LaunchEvent[6]`),
  broken('umsicht', 'a header where none is read', ['"onMessageFromChangedHandler"/>', '"onMessageFromChangedHandler" HeaderName="x-oak"/>'], `misplaced-header-name ${EVENTS}/LaunchEvent[6]/@HeaderName`),
  broken('umsicht', 'sends on phones', [/(<MobileFormFactor>[\s\S]*?Type=")OnNewMessageCompose/, '<MobileFormFactor><ExtensionPoint xsi:type="LaunchEvent"><LaunchEvents><LaunchEvent Type="OnMessageSend'], `event-not-on-phones ${M}/ExtensionPoint/LaunchEvents/LaunchEvent[1]/@Type`, `unsaid-send-mode ${M}/ExtensionPoint/LaunchEvents/LaunchEvent[1]`),
  broken('umsicht', 'meetings on phones', [/(<MobileFormFactor>[\s\S]*?Type=")OnNewMessageCompose/, '<MobileFormFactor><ExtensionPoint xsi:type="LaunchEvent"><LaunchEvents><LaunchEvent Type="OnNewAppointmentOrganizer'], `event-not-on-phones ${M}/ExtensionPoint/LaunchEvents/LaunchEvent[1]/@Type`),
  broken('umsicht', 'no runtime', [/ +<Runtimes>[\s\S]*?<\/Runtimes>\n/, ''], `missing-runtime ${D}/ExtensionPoint[3]`, `missing-runtime ${M}/ExtensionPoint`, `unused-resource ${R}/Urls/Url[2]/@id`),
  broken('umsicht', 'two runtimes', ['</Runtimes>', '<Runtime resid="Taskpane.Url"/></Runtimes>'], `repeated-element ${H}/Runtimes/Runtime[2]`),
  broken('umsicht', 'a runtime that lasts', ['<Runtime resid="WebViewRuntime.Url">', '<Runtime resid="WebViewRuntime.Url" lifetime="long">'], `long-runtime ${H}/Runtimes/Runtime/@lifetime`),
  broken('umsicht', 'no script for classic Outlook', [/ +<Override type="javascript".*\n/, ''], `missing-script ${H}/Runtimes/Runtime`, `unused-resource ${R}/Urls/Url[2]/@id`),
  broken('umsicht', 'a script of another kind', ['type="javascript"', 'type="typescript"'], `bad-value ${H}/Runtimes/Runtime/Override/@type`),
  broken('umsicht', 'a page as the script', ['launchevent.js"', 'launchevent.html"'], `page-for-script ${R}/Urls/Url[2]/@DefaultValue`),
  broken('umsicht', 'a script as the page', ['launchevent.html"', 'launchevent.js"'], `page-for-script ${R}/Urls/Url[1]/@DefaultValue`),
  broken('umsicht', 'a script with its version behind it', ['launchevent.js"', 'launchevent.js?v=2"'], `script-with-query ${R}/Urls/Url[2]/@DefaultValue`),
  broken('umsicht', 'events from another page', [/(<\/LaunchEvents>\s*<SourceLocation resid=")[^"]+/, '</LaunchEvents><SourceLocation resid="Taskpane.Url'], `events-from-elsewhere ${D}/ExtensionPoint[3]/SourceLocation/@resid`),
  broken('umsicht', 'events without a page', [/(<\/LaunchEvents>\s*)<SourceLocation[^>]+>/, '</LaunchEvents>'], `missing-element ${D}/ExtensionPoint[3]`),
  broken('umsicht', 'no events among the events', [/(<LaunchEvents>)[\s\S]*?(<\/LaunchEvents>)/, '<LaunchEvents></LaunchEvents>'], `missing-element ${EVENTS}`),
  broken('umsicht', 'the older check beside the new one', ['<ExtensionPoint xsi:type="LaunchEvent">', '<ExtensionPoint xsi:type="Events"><Event Type="ItemSend" FunctionExecution="synchronous" FunctionName="x"/></ExtensionPoint><ExtensionPoint xsi:type="LaunchEvent">'], `both-send-checks ${D}/ExtensionPoint[3]/Event/@Type`),
  broken('umsicht', 'shared mailboxes left out', ['>true</SupportsSharedFolders>', '>false</SupportsSharedFolders>'], `no-shared-folders ${D}`),
  broken('spam', 'an older check that does not wait', ['"synchronous"', '"asynchronous"'], `bad-value ${D}/ExtensionPoint[2]/Event/@FunctionExecution`),

  // Buttons.
  broken('umsicht', 'two controls of one id', ['id="Umsicht.Meeting.OpenPane"', 'id="Umsicht.OpenPane"'], `duplicate-control ${D}/ExtensionPoint[2]/OfficeTab/Group/Control/@id`),
  broken('umsicht', 'two groups of one id', ['<Group id="Umsicht.Meeting.Group">', '<Group id="Umsicht.Group">'], `duplicate-group ${D}/ExtensionPoint[2]/OfficeTab/Group/@id`),
  broken('umsicht', 'an id of 126 characters', ['Button" id="Umsicht.OpenPane"', `Button" id="${'i'.repeat(126)}"`], `text-too-long ${PANE}/@id`),
  broken('umsicht', 'a tab of another program', ['TabDefault', 'TabHome'], `wrong-tab ${D}/ExtensionPoint[1]/OfficeTab/@id`),
  broken('umsicht', 'a second group on the tab', [/(<Group id="Umsicht\.Meeting\.Group">[\s\S]*?<\/Group>)/, '<Group id="g1"><Label resid="Meeting.Group.Label"/><Control xsi:type="Button" id="c1"><Label resid="Meeting.OpenPane.Label"/><Supertip><Title resid="Meeting.OpenPane.Label"/><Description resid="Meeting.OpenPane.Tip"/></Supertip><Icon><bt:Image size="16" resid="Icon.16"/><bt:Image size="32" resid="Icon.32"/><bt:Image size="80" resid="Icon.80"/></Icon><Action xsi:type="ShowTaskpane"><SourceLocation resid="Taskpane.Url"/></Action></Control></Group><Group id="g2"><Label resid="Meeting.Group.Label"/><Control xsi:type="Menu" id="c2"/></Group>'], `several-groups ${D}/ExtensionPoint[2]/OfficeTab/Group[2]`, ...['Label', 'Supertip', 'Icon', 'Items'].map(() => `missing-element ${D}/ExtensionPoint[2]/OfficeTab/Group[2]/Control`)),
  broken('umsicht', 'seven buttons in a group', [/(<Control xsi:type="Button" id="Umsicht\.Meeting\.OpenPane">[\s\S]*?<\/Control>)/, [1, 2, 3, 4, 5, 6, 7].map((id) => `<Control xsi:type="Button" id="c${id}"><Label resid="Meeting.OpenPane.Label"/><Supertip><Title resid="Meeting.OpenPane.Label"/><Description resid="Meeting.OpenPane.Tip"/></Supertip><Icon><bt:Image size="16" resid="Icon.16"/><bt:Image size="32" resid="Icon.32"/><bt:Image size="80" resid="Icon.80"/></Icon><Action xsi:type="ShowTaskpane"><SourceLocation resid="Taskpane.Url"/></Action></Control>`).join('')], `too-many-controls ${D}/ExtensionPoint[2]/OfficeTab/Group/Control[7]`),
  broken('umsicht', 'a surface that is misspelt', ['AppointmentOrganizerCommandSurface', 'AppointmentOrganiserCommandSurface'], `bad-value ${D}/ExtensionPoint[2]/@xsi:type`),
  broken('umsicht', 'a surface without buttons', [/(<ExtensionPoint xsi:type="AppointmentOrganizerCommandSurface">)[\s\S]*?(<\/ExtensionPoint>)/, '<ExtensionPoint xsi:type="AppointmentOrganizerCommandSurface"></ExtensionPoint>'], `missing-element ${D}/ExtensionPoint[2]`, `unused-resource ${R}/ShortStrings/String[4]/@id`, `unused-resource ${R}/ShortStrings/String[5]/@id`, `unused-resource ${R}/LongStrings/String[3]/@id`),
  broken('umsicht', 'no form factor', [/<DesktopFormFactor>[\s\S]*<\/MobileFormFactor>/, ''], `missing-element ${H}`, ...['Urls/Url[3]', 'Urls/Url[4]', ...Array.from({ length: 16 }, (_, index) => `Images/Image[${index + 1}]`), ...[1, 2, 3, 4, 5].map((index) => `ShortStrings/String[${index}]`), ...[1, 2, 3].map((index) => `LongStrings/String[${index}]`)].map((resource) => `unused-resource ${R}/${resource}/@id`)),
  broken('umsicht', 'a button that does nothing', [/ +<Action xsi:type="ShowTaskpane">[\s\S]*?<\/Action>\n/, ''], `missing-element ${PANE}`),
  broken('umsicht', 'an action there is not', ['xsi:type="ShowTaskpane"', 'xsi:type="ShowTaskPane"'], `bad-value ${PANE}/Action/@xsi:type`),
  broken('umsicht', 'functions without their file', [/ +<FunctionFile.*\n/, ''], `missing-function-file ${D}`, `unused-resource ${R}/Urls/Url[3]/@id`),
  broken('umsicht', 'a button without a tip', [/ +<Supertip>[\s\S]*?<\/Supertip>\n/, ''], `missing-element ${PANE}`, `unused-resource ${R}/LongStrings/String[1]/@id`),
  broken('umsicht', 'a title for the pane, which Outlook does not show', ['<Action xsi:type="ShowTaskpane">', '<Action xsi:type="ShowTaskpane"><Title resid="Group.Label"/>'], `not-in-outlook ${PANE}/Action/Title`),
  broken('umsicht', 'a button for phones on the desktop', ['xsi:type="Button"', 'xsi:type="MobileButton"'], `unknown-element ${PANE}/Supertip`, `wrong-surface ${PANE}/@xsi:type`),
  broken('phones', 'a button of the desktop on phones', ['xsi:type="MobileButton"', 'xsi:type="Button"'], `missing-element ${M}/ExtensionPoint[1]/Group/Control`, `wrong-surface ${M}/ExtensionPoint[1]/Group/Control/@xsi:type`),
  broken('umsicht', 'phones in the part for desktops', [/MobileFormFactor/g, 'DesktopFormFactor'], `repeated-element ${H}/DesktopFormFactor[2]`),
  broken('umsicht', 'buttons for reading on phones', ['<MobileFormFactor>', '<MobileFormFactor><ExtensionPoint xsi:type="MessageReadCommandSurface"><OfficeTab id="TabDefault"><Group id="g"><Label resid="Group.Label"/><Control xsi:type="MobileButton" id="c"><Label resid="Group.Label"/><Icon xsi:type="bt:MobileIconList"><bt:Image size="25" scale="1" resid="Icon.16"/></Icon><Action xsi:type="ShowTaskpane"><SourceLocation resid="Taskpane.Url"/></Action></Control></Group></OfficeTab></ExtensionPoint>'], `wrong-surface ${M}/ExtensionPoint[1]/@xsi:type`, `missing-icon-size ${M}/ExtensionPoint[1]/OfficeTab/Group/Control/Icon`),
  broken('buttons', 'a pane for several messages in meetings', ['<Items><Item id="m1i1">', '<Items><Item id="m0"><Label resid="label"/><Supertip><Title resid="label"/><Description resid="tip"/></Supertip><Action xsi:type="ShowTaskpane"><SourceLocation resid="pane"/><SupportsMultiSelect>true</SupportsMultiSelect></Action></Item><Item id="m1i1">'], `wrong-pane-ability ${D}/ExtensionPoint[2]/OfficeTab/Group/Control/Items/Item[1]/Action/SupportsMultiSelect`),
  broken('buttons', 'a tab of its own', [/(<ExtensionPoint xsi:type="AppointmentAttendeeCommandSurface">)<OfficeTab id="TabDefault">([\s\S]*?)<\/OfficeTab>/, '<ExtensionPoint xsi:type="AppointmentAttendeeCommandSurface"><CustomTab id="t"><Group id="g2"><Label resid="group"/><Control xsi:type="Button" id="m1"><Label resid="label"/><Supertip><Title resid="label"/><Description resid="tip"/></Supertip><Icon><bt:Image size="16" resid="i16"/><bt:Image size="32" resid="i32"/><bt:Image size="80" resid="i80"/></Icon><Action xsi:type="ExecuteFunction"><FunctionName>note</FunctionName></Action></Control></Group><Label resid="group"/></CustomTab>'], `custom-tab ${D}/ExtensionPoint[2]/CustomTab`),

  // Icons.
  broken('umsicht', 'no icon of 80 pixels', ['<bt:Image size="80" resid="Icon.80"/>', ''], `missing-icon-size ${PANE}/Icon`),
  broken('umsicht', 'an icon of 18 pixels', ['size="20" resid="BccIcon.20"', 'size="18" resid="BccIcon.20"'], `unknown-icon-size ${BCC}/Icon/Image[2]/@size`),
  broken('umsicht', 'two icons of 24 pixels', ['size="20" resid="BccIcon.20"', 'size="24" resid="BccIcon.20"'], `unknown-icon-size ${BCC}/Icon/Image[3]/@size`),
  broken('umsicht', 'an ICO in the ribbon', ['bcc-16.png', 'bcc-16.ico'], `icon-format ${R}/Images/Image[9]/@DefaultValue`),
  broken('phones', 'icons of phones without their type', [' xsi:type="bt:MobileIconList"', ''], `icon-list ${M}/ExtensionPoint[1]/Group/Control/Icon`),
  broken('phones', 'icons of phones without the third scale', [/<bt:Image size="\d\d" scale="3" resid="i\d\d"\/>/g, ''], `missing-icon-size ${M}/ExtensionPoint[1]/Group/Control/Icon`),

  // Resources and texts.
  broken('umsicht', 'a resource that is not there', ['<FunctionFile resid="Commands.Url"/>', '<FunctionFile resid="Command.Url"/>'], `unknown-resource ${D}/FunctionFile/@resid`, `unused-resource ${R}/Urls/Url[3]/@id`),
  broken('umsicht', 'a text for an address', ['<FunctionFile resid="Commands.Url"/>', '<FunctionFile resid="Group.Label"/>'], `wrong-resource ${D}/FunctionFile/@resid`, `unused-resource ${R}/Urls/Url[3]/@id`),
  broken('umsicht', 'a short text where a long one belongs', ['<Description resid="OpenPane.Tip"/>', '<Description resid="OpenPane.Label"/>'], `wrong-resource ${PANE}/Supertip/Description/@resid`, `unused-resource ${R}/LongStrings/String[1]/@id`),
  broken('umsicht', 'a resource given twice', ['bt:Image id="BccIcon.16"', 'bt:Image id="Icon.16"'], `unknown-resource ${BCC}/Icon/Image[1]/@resid`, `duplicate-resource ${R}/Images/Image[9]/@id`),
  broken('umsicht', 'an id of 33 characters', [/MoveToBcc\.Tip/g, 'MoveToBcc.Tip.And.A.Good.Deal.Mor'], `text-too-long ${BCC}/Supertip/Description/@resid`, `text-too-long ${R}/LongStrings/String[2]/@id`),
  broken('umsicht', 'a resource nobody needs', ['<bt:Urls>', '<bt:Urls><bt:Url id="Old.Url" DefaultValue="https://guard.example/old.html"/>'], `unused-resource ${R}/Urls/Url[1]/@id`),
  broken('umsicht', 'an address of 2049 characters', [/(id="Taskpane\.Url" DefaultValue=")[^"]+/, `id="Taskpane.Url" DefaultValue="https://guard.example/${'a'.repeat(2027)}`], `bad-url ${R}/Urls/Url[4]/@DefaultValue`),
  broken('umsicht', 'an address with a blank', ['/taskpane.html"/>\n        </bt:Urls>', '/task pane.html"/>\n        </bt:Urls>'], `bad-url ${R}/Urls/Url[4]/@DefaultValue`),
  broken('umsicht', 'resources in another order', [/( +<bt:ShortStrings>[\s\S]*?<\/bt:ShortStrings>\n)( +<bt:LongStrings>[\s\S]*?<\/bt:LongStrings>\n)/, '<bt:LongStrings><bt:String id="OpenPane.Tip" DefaultValue="a"/><bt:String id="MoveToBcc.Tip" DefaultValue="b"/><bt:String id="Meeting.OpenPane.Tip" DefaultValue="c"/></bt:LongStrings><bt:ShortStrings><bt:String id="Group.Label" DefaultValue="U"/><bt:String id="OpenPane.Label" DefaultValue="O"/><bt:String id="MoveToBcc.Label" DefaultValue="M"/><bt:String id="Meeting.Group.Label" DefaultValue="U"/><bt:String id="Meeting.OpenPane.Label" DefaultValue="O"/></bt:ShortStrings>'], `wrong-order ${R}/LongStrings`),
  broken('umsicht', 'a label of 126 characters', ['DefaultValue="Move to Bcc"', `DefaultValue="${'m'.repeat(126)}"`], `text-too-long ${R}/ShortStrings/String[3]/@DefaultValue`),
  broken('umsicht', 'a label without words', ['DefaultValue="Move to Bcc"', 'DefaultValue=" "'], `text-too-long ${R}/ShortStrings/String[3]/@DefaultValue`),
  broken('umsicht', 'a label without German', [/(id="MoveToBcc\.Label" DefaultValue="Move to Bcc">)[\s\S]*?<\/bt:String>/, 'id="MoveToBcc.Label" DefaultValue="Move to Bcc"></bt:String>'], `incomplete-translation ${R}/ShortStrings/String[3]`),
  broken('umsicht', 'two texts for Austria', ['<Override Locale="de-CH"', '<Override Locale="de-at"'], 'incomplete-translation /OfficeApp/Description', 'duplicate-locale /OfficeApp/Description/Override[3]/@Locale'),
  broken('umsicht', 'a text for the default locale', ['<Override Locale="de-CH"', '<Override Locale="en-us"'], 'incomplete-translation /OfficeApp/Description', 'default-locale-override /OfficeApp/Description/Override[3]/@Locale'),
  broken('umsicht', 'a language without its region', [/Locale="de-LU"/g, 'Locale="de"'], ...[1, 2, 3, 4, 5, 6].map((index) => `language-without-region ${index === 1 ? '/OfficeApp/Description' : [`${R}/ShortStrings/String[2]`, `${R}/ShortStrings/String[3]`, `${R}/ShortStrings/String[5]`, `${R}/LongStrings/String[1]`, `${R}/LongStrings/String[2]`, `${R}/LongStrings/String[3]`][index - 2]}/Override[5]/@Locale`), `language-without-region ${R}/LongStrings/String[3]/Override[5]/@Locale`),
  broken('umsicht', 'a locale that is none', ['<Override Locale="de-CH"', '<Override Locale="Swiss German"'], 'incomplete-translation /OfficeApp/Description', 'bad-locale /OfficeApp/Description/Override[3]/@Locale'),

  // Sign-in and more.
  broken('buttons', 'an application that is no GUID', ['<Id>11111111-2222', '<Id>Enter_client_ID_here-2222'], `bad-id ${V}/WebApplicationInfo/Id`),
  broken('buttons', 'sign-in in front of the resources', [/<WebApplicationInfo>[\s\S]*<\/WebApplicationInfo>/, '<EquivalentAddins><EquivalentAddin><ProgId>Oak.Notes</ProgId><Type>VSTO</Type></EquivalentAddin></EquivalentAddins>'], `bad-value ${V}/EquivalentAddins/EquivalentAddin/Type`),
  broken('phones', 'a permission there is not', ['AppendOnSend', 'PrependOnSend'], `bad-value ${V}/ExtendedPermissions/ExtendedPermission`),
  broken('spam', 'six reasons for spam', ['<Option resid="label"/>', '<Option resid="label"/>'.repeat(6)], `repeated-element ${D}/ExtensionPoint[1]/ReportPhishingCustomization/PreProcessingDialog/ReportingOptions/Option[6]`),
];
