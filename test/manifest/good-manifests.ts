import { createHash } from 'node:crypto';
import type { Sha1 } from '../../src/manifest/add-in-id';
import { describeUmsicht, type ManifestChoices, USUAL_CHOICES } from '../../src/manifest/umsicht';

export const sha1: Sha1 = (bytes) => createHash('sha1').update(bytes).digest();

/** Umsicht as served by one host. */
export const umsichtAt = (changes: Partial<ManifestChoices> = {}) => describeUmsicht({ ...USUAL_CHOICES, origin: 'https://guard.example', ...changes }, sha1);

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xmlns:mail="http://schemas.microsoft.com/office/mailappversionoverrides/1.0" xsi:type="MailApp">
  <Id>6f0a5f66-22b6-4d2e-8a50-0d2f5a3c6c11</Id>`;

const BASE = (permissions: string, extra = ''): string => `
  <ProviderName>Oak</ProviderName>
  <DefaultLocale>en-us</DefaultLocale>
  <DisplayName DefaultValue="Oak notes"/>
  <Description DefaultValue="Keeps notes on mail."/>
  <IconUrl DefaultValue="https://notes.oak.example/64.png"/>
  <HighResolutionIconUrl DefaultValue="https://notes.oak.example/128.png"/>${extra}
  <Hosts>
    <Host Name="Mailbox"/>
  </Hosts>
  <Requirements>
    <Sets>
      <Set Name="Mailbox" MinVersion="1.1"/>
    </Sets>
  </Requirements>
  <FormSettings>
    <Form xsi:type="ItemRead">
      <DesktopSettings>
        <SourceLocation DefaultValue="https://notes.oak.example/read.html"/>
        <RequestedHeight>250</RequestedHeight>
      </DesktopSettings>
    </Form>
  </FormSettings>
  <Permissions>${permissions}</Permissions>
  <Rule xsi:type="RuleCollection" Mode="Or">
    <Rule xsi:type="ItemIs" ItemType="Message" FormType="Read"/>
    <Rule xsi:type="ItemHasRegularExpressionMatch" RegExName="ticket" RegExValue="OAK-\\d+" PropertyName="BodyAsPlaintext"/>
  </Rule>
  <DisableEntityHighlighting>false</DisableEntityHighlighting>`;

const ICON = '<Icon><bt:Image size="16" resid="i16"/><bt:Image size="32" resid="i32"/><bt:Image size="80" resid="i80"/></Icon>';
const IMAGES = `<bt:Images>${[16, 32, 80].map((size) => `<bt:Image id="i${size}" DefaultValue="https://notes.oak.example/${size}.png"/>`).join('')}</bt:Images>`;
const TIP = '<Supertip><Title resid="label"/><Description resid="tip"/></Supertip>';
const TEXTS = '<bt:ShortStrings><bt:String id="group" DefaultValue="Oak"/><bt:String id="label" DefaultValue="Notes"/></bt:ShortStrings><bt:LongStrings><bt:String id="tip" DefaultValue="Opens your notes."/></bt:LongStrings>';

const button = (id: string, action: string): string => `<Control xsi:type="Button" id="${id}"><Label resid="label"/>${TIP}${ICON}${action}</Control>`;
const group = (id: string, ...controls: readonly string[]): string => `<OfficeTab id="TabDefault"><Group id="${id}"><Label resid="group"/>${controls.join('')}</Group></OfficeTab>`;
const PANE = '<Action xsi:type="ShowTaskpane"><SourceLocation resid="pane"/></Action>';

/** An old add-in without VersionOverrides. */
export const PLAIN = `${HEAD}
  <Version>2.1</Version>${BASE('ReadItem')}
</OfficeApp>
`;

/** Buttons in a VersionOverrides 1.0, and the same and more in a 1.1 inside it; a menu, a pane that can be pinned, an AppDomain. */
export const BUTTONS = `${HEAD}
  <Version>1.0.0.12</Version>${BASE('ReadItem', `
  <AppDomains>
    <AppDomain>https://login.oak.example:8443</AppDomain>
  </AppDomains>`)}
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Requirements><bt:Sets DefaultMinVersion="1.3"><bt:Set Name="Mailbox"/></bt:Sets></Requirements>
    <Hosts><Host xsi:type="MailHost"><DesktopFormFactor>
      <FunctionFile resid="commands"/>
      <ExtensionPoint xsi:type="MessageReadCommandSurface">${group('g1', button('b1', PANE), button('b2', '<Action xsi:type="ExecuteFunction"><FunctionName>note</FunctionName></Action>'))}</ExtensionPoint>
    </DesktopFormFactor></Host></Hosts>
    <Resources>${IMAGES}<bt:Urls><bt:Url id="commands" DefaultValue="https://notes.oak.example/commands.html"/><bt:Url id="pane" DefaultValue="https://notes.oak.example/pane.html?v=3"/></bt:Urls>${TEXTS}</Resources>
    <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
      <Requirements><bt:Sets DefaultMinVersion="1.5"><bt:Set Name="Mailbox"/></bt:Sets></Requirements>
      <Hosts><Host xsi:type="MailHost"><DesktopFormFactor>
        <FunctionFile resid="commands"/>
        <ExtensionPoint xsi:type="MessageReadCommandSurface">${group('g1', button('b1', PANE.replace('</Action>', '<SupportsPinning>true</SupportsPinning><SupportsMultiSelect>true</SupportsMultiSelect></Action>')))}</ExtensionPoint>
        <ExtensionPoint xsi:type="AppointmentAttendeeCommandSurface">${group('g2', `<Control xsi:type="Menu" id="m1"><Label resid="label"/>${TIP}${ICON}<Items><Item id="m1i1"><Label resid="label"/>${TIP}${ICON}<Action xsi:type="ExecuteFunction"><FunctionName>note</FunctionName></Action></Item></Items></Control>`)}</ExtensionPoint>
        <ExtensionPoint xsi:type="DetectedEntity"><Label resid="label"/><SourceLocation resid="pane"/><Rule xsi:type="RuleCollection" Mode="And"><Rule xsi:type="ItemIs" ItemType="Message"/><Rule xsi:type="ItemHasRegularExpressionMatch" RegExName="ticket" RegExValue="OAK-\\d+" PropertyName="BodyAsPlaintext" Highlight="all"/></Rule></ExtensionPoint>
      </DesktopFormFactor></Host></Hosts>
      <Resources>${IMAGES}<bt:Urls><bt:Url id="commands" DefaultValue="https://notes.oak.example/commands.html"/><bt:Url id="pane" DefaultValue="https://notes.oak.example/pane.html?v=3"/></bt:Urls>${TEXTS}</Resources>
      <WebApplicationInfo><Id>11111111-2222-3333-4444-555555555555</Id><Resource>api://notes.oak.example/11111111-2222-3333-4444-555555555555</Resource><Scopes><Scope>profile</Scope></Scopes></WebApplicationInfo>
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>
`;

/** A button and a signature on phones, with a comment, CDATA and prefixes as some tools write them. */
export const PHONES = `${HEAD}
  <Version>3.0.0.0</Version>${BASE('ReadWriteItem')}
  <!-- phones -->
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
    <v:VersionOverrides xmlns:v="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
      <v:Requirements><bt:Sets DefaultMinVersion="1.5"><bt:Set Name="Mailbox"/></bt:Sets></v:Requirements>
      <v:Hosts><v:Host xsi:type="MailHost">
        <v:Runtimes><v:Runtime resid="page"/></v:Runtimes>
        <v:MobileFormFactor>
          <v:ExtensionPoint xsi:type="MobileMessageReadCommandSurface"><v:Group id="mg"><v:Label resid="group"/><v:Control xsi:type="MobileButton" id="mb"><v:Label resid="label"/><v:Icon xsi:type="bt:MobileIconList">${[25, 32, 48].map((size) => [1, 2, 3].map((scale) => `<bt:Image size="${size}" scale="${scale}" resid="i${size}"/>`).join('')).join('')}</v:Icon><v:Action xsi:type="ShowTaskpane"><v:SourceLocation resid="page"/></v:Action></v:Control></v:Group></v:ExtensionPoint>
          <v:ExtensionPoint xsi:type="LaunchEvent"><v:LaunchEvents><v:LaunchEvent Type="OnNewMessageCompose" FunctionName="sign"/></v:LaunchEvents><v:SourceLocation resid="page"/></v:ExtensionPoint>
        </v:MobileFormFactor>
      </v:Host></v:Hosts>
      <v:Resources><bt:Images>${[25, 32, 48].map((size) => `<bt:Image id="i${size}" DefaultValue="https://notes.oak.example/${size}.png"/>`).join('')}</bt:Images><bt:Urls><bt:Url id="page" DefaultValue="https://notes.oak.example/mobile.html"/></bt:Urls><bt:ShortStrings><bt:String id="group" DefaultValue="Oak"/><bt:String id="label" DefaultValue="Notes"/></bt:ShortStrings></v:Resources>
      <v:ExtendedPermissions><v:ExtendedPermission><![CDATA[AppendOnSend]]></v:ExtendedPermission></v:ExtendedPermissions>
    </v:VersionOverrides>
  </VersionOverrides>
</OfficeApp>
`;

/** An add-in that reports spam, and one with the older check of what is sent. */
export const SPAM_REPORT = `${HEAD}
  <Version>1.0.0.0</Version>${BASE('ReadItem')}
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
    <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
      <Requirements><bt:Sets DefaultMinVersion="1.14"><bt:Set Name="Mailbox"/></bt:Sets></Requirements>
      <Hosts><Host xsi:type="MailHost">
        <Runtimes><Runtime resid="commands"><Override type="javascript" resid="script"/></Runtime></Runtimes>
        <DesktopFormFactor>
          <FunctionFile resid="commands"/>
          <ExtensionPoint xsi:type="ReportPhishingCommandSurface"><ReportPhishingCustomization>
            ${button('report', '<Action xsi:type="ExecuteFunction"><FunctionName>onReport</FunctionName></Action>')}
            <PreProcessingDialog><Title resid="label"/><Description resid="tip"/><ReportingOptions><Title resid="group"/><Option resid="label"/></ReportingOptions><FreeTextLabel resid="label"/><MoreInfo><MoreInfoText resid="label"/><MoreInfoUrl resid="help"/></MoreInfo></PreProcessingDialog>
            <SourceLocation resid="commands"/>
          </ReportPhishingCustomization></ExtensionPoint>
          <ExtensionPoint xsi:type="Events"><Event Type="ItemSend" FunctionExecution="synchronous" FunctionName="onSend"/></ExtensionPoint>
        </DesktopFormFactor>
      </Host></Hosts>
      <Resources>${IMAGES}<bt:Urls><bt:Url id="commands" DefaultValue="https://notes.oak.example/commands.html"/><bt:Url id="script" DefaultValue="https://notes.oak.example/events.js"/><bt:Url id="help" DefaultValue="https://notes.oak.example/help.html"/></bt:Urls>${TEXTS}</Resources>
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>
`;

/** A unified manifest of somebody else, with an app of Teams in it. */
export const UNIFIED = `${JSON.stringify({
  $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json',
  manifestVersion: '1.19',
  id: '6f0a5f66-22b6-4d2e-8a50-0d2f5a3c6c12',
  version: '1.4.0',
  name: { short: 'Oak notes' },
  description: { short: 'Keeps notes on mail.', full: 'Keeps notes on mail.' },
  developer: { name: 'Oak', websiteUrl: 'https://oak.example', privacyUrl: 'https://oak.example/privacy', termsOfUseUrl: 'https://oak.example/terms' },
  icons: { outline: 'outline.png', color: 'color.png' },
  accentColor: '#230201',
  staticTabs: [{ entityId: 'home', scopes: ['personal'] }],
  validDomains: ['oak.example'],
  authorization: { permissions: { resourceSpecific: [{ name: 'MailboxItem.Read.User', type: 'Delegated' }, { name: 'ChannelMessage.Read.Group', type: 'Application' }] } },
  extensions: [{
    requirements: { scopes: ['mail'], capabilities: [{ name: 'Mailbox', minVersion: '1.3' }] },
    runtimes: [{ id: 'pane', type: 'general', code: { page: 'https://notes.oak.example/pane.html' }, lifetime: 'short', actions: [{ id: 'open', type: 'openPage', pinnable: true, view: 'home' }] }],
    ribbons: [{
      contexts: ['mailRead'],
      tabs: [{
        builtInTabId: 'TabDefault',
        groups: [{
          id: 'g', label: 'Oak',
          controls: [{ id: 'b', type: 'button', label: 'Notes', icons: [16, 32, 80].map((size) => ({ size, url: `https://notes.oak.example/${size}.png` })), supertip: { title: 'Notes', description: 'Opens your notes.' }, actionId: 'open' }],
        }],
      }],
    }],
  }],
}, null, 2)}\n`;
