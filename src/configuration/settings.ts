import { guidIn, headerNameIn, ldapUrlIn, listeningHostIn, networkIn, originIn, resourceIn, siteIn, tenantIn, webPageIn } from './hosts';
import { connectorsReader, NO_CONNECTORS } from '../connectors/connectors-configuration';
import { count, embedded, group, list, onOrOff, oneOfWords, path, secret, setting, text } from './kinds';
import { SEND_MODES } from '../manifest/launch-events';
import { LONGEST_NAME, MOST_REVISIONS, nameIn, USUAL_CHOICES } from '../manifest/umsicht';
import { OFFICE_CLOUD_NAMES } from '../reference/office-clouds';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info'] as const;

/**
 * Hosts of Outlook on the web. Microsoft publishes no list; these are the ones seen, and others
 * (sovereign clouds) can be named. See OfficeDev/office-js issues 3835 and 4911.
 */
export const OUTLOOK_HOSTS: readonly string[] = [
  'https://outlook.office.com', 'https://outlook.office365.com', 'https://outlook.cloud.microsoft',
  'https://*.office.com', 'https://*.office365.com', 'https://*.outlook.com',
];

const originExpected = (example: string): string => `an origin such as ${example}, without a path`;

const PAGE_EXPECTED = 'an address such as https://intranet.firm.example/umsicht';

/** Everything that can be set. Names, help and documentation follow from here; what settings demand of each other is in configuration.ts. */
export const SETTINGS = {
  host: setting(text('ADDRESS', 'an address of this machine, such as 127.0.0.1, ::1 or 0.0.0.0', listeningHostIn), '127.0.0.1', 'address to listen on'),
  port: setting(count('PORT', 'a port', 0, 65_535), 3000, 'port to listen on, 0 for any'),
  origin: setting(text('URL', originExpected('https://umsicht.firm.example'), originIn), null, 'where people reach the service, such as https://umsicht.firm.example', 'the loopback address they used'),
  data: setting(path('FOLDER'), null, 'folder of the embedded database and of the key', 'data'),
  databaseUrl: secret('instead of the embedded database: postgres://user:password@host/database'),
  policy: setting(path('FILE'), null, 'policy in JSON', 'built-in defaults'),
  frameAncestors: setting(
    list('SITES', 'sites such as https://outlook.office.com or https://*.office.com, separated by spaces', siteIn), OUTLOOK_HOSTS,
    'sites that may frame the pane', 'Outlook on the web'),
  allowedOrigins: setting(list<string>('URLS', 'origins such as https://addin.firm.example, separated by spaces', originIn), [], 'other origins that may ask the API', 'none'),
  log: setting(oneOfWords('LEVEL', LOG_LEVELS), 'error', `${LOG_LEVELS.join(', ')}: what is logged, never an address`),
  keepCorrespondence: setting(count('DAYS', 'a number of days', 0, 3650), 730, 'how long it is remembered, hashed, who was written to; 0 for not at all'),
  ldap: group('A directory with distribution lists, asked by LDAP.', {
    url: setting(
      text('URL', 'an address such as ldaps://dc.firm.example; ldap:// on this machine only, because passwords and members would cross the network in the clear', ldapUrlIn), null,
      'directory with distribution lists, such as ldaps://dc.firm.example'),
    base: setting(text('DN', 'a distinguished name', (written) => written), null, 'where in the directory lists and people are, such as dc=firm,dc=example'),
    user: setting(text('NAME', 'a name', (written) => written), null, 'who asks the directory, as DN or user@firm.example', 'anonymous'),
    password: secret('their password'),
    ca: setting(path('FILE'), null, 'certificate of the authority behind the directory, in PEM', 'those Node knows'),
  }),
  graph: group('Instead of LDAP: Microsoft Graph.', {
    tenant: setting(text('ID', 'the id or a domain of a tenant', tenantIn), null, 'tenant in Microsoft Entra ID whose groups are looked up'),
    client: setting(text('ID', 'the id of an application, such as 00000000-0000-0000-0000-000000000000', guidIn), null,
      'application that may GroupMember.Read.All, User.ReadBasic.All and OrgContact.Read.All'),
    secret: secret('its secret'),
    url: setting(text('URL', originExpected('https://graph.microsoft.com'), originIn), 'https://graph.microsoft.com', 'Microsoft Graph, for national clouds'),
    login: setting(text('URL', originExpected('https://login.microsoftonline.com'), originIn), 'https://login.microsoftonline.com', 'its sign-in, for national clouds'),
  }),
  cloud: setting(oneOfWords('CLOUD', OFFICE_CLOUD_NAMES), 'standard', `${OFFICE_CLOUD_NAMES.join(', ')}: cloud of Microsoft 365 whose office.js the pages load`),
  manifest: group('What the manifest at /manifest.xml says, see deployment.md.', {
    sendMode: setting(oneOfWords('MODE', SEND_MODES), USUAL_CHOICES.sendMode, `${SEND_MODES.join(', ')}: what Outlook does where the add-in stops a send, or cannot be asked`),
    name: setting(text('NAME', `a name of 1 to ${LONGEST_NAME} characters`, nameIn), USUAL_CHOICES.name, 'what it is called in Outlook'),
    withoutPhones: setting(onOrOff, false, 'leave out the part for Outlook on Android and iOS'),
    revision: setting(count('NUMBER', 'a number', 0, MOST_REVISIONS), 0, 'how often your own choices have changed; has to rise with each'),
    supportUrl: setting(text('URL', PAGE_EXPECTED, webPageIn), null, 'page for people who need help', "the service's own"),
    privacyUrl: setting(text('URL', PAGE_EXPECTED, webPageIn), null, 'page on privacy', "the service's own"),
    termsUrl: setting(text('URL', PAGE_EXPECTED, webPageIn), null, 'page on terms of use', "the service's own"),
  }),
  connectors: embedded('CRMs that are asked about consents, see connectors.md', NO_CONNECTORS, 'none', connectorsReader),
  identity: group('Who may ask. Without any of it the service listens on loopback only.', {
    entra: group('Access tokens of Microsoft Entra ID.', {
      tenants: setting(list<string>('IDS', 'ids of tenants, separated by spaces', (id) => guidIn(id)?.toLowerCase(), 1), [], 'tenants whose people may ask', 'none'),
      client: setting(text('ID', 'the id of an application, such as 00000000-0000-0000-0000-000000000000', (id) => guidIn(id)?.toLowerCase()), null, 'application that stands for the API'),
      resource: setting(text('URI', 'an address such as api://firm.example/umsicht, without a slash at the end', resourceIn), null, 'its application ID URI', 'api:// and the id'),
      scope: setting(text('NAME', 'a name without spaces', (name) => (/^[\w.:-]+$/.test(name) ? name : undefined)), 'access_as_user', 'scope that a token has to have'),
      login: setting(text('URL', originExpected('https://login.microsoftonline.com'), originIn), 'https://login.microsoftonline.com', 'sign-in, for national clouds'),
      v1Issuer: setting(text('URL', originExpected('https://sts.windows.net'), originIn), null, 'takes tokens of version 1.0 as well, from this issuer, such as https://sts.windows.net'),
    }),
    proxy: group('A proxy in front of the service that signs people in.', {
      networks: setting(list<string>('NETWORKS', 'addresses or networks such as 10.1.2.3 or 10.0.0.0/8, separated by spaces; not all addresses there are', networkIn, 1), [], 'where it is; its headers from elsewhere are refused', 'none'),
      userHeader: setting(text('HEADER', 'the name of a header', headerNameIn), 'x-forwarded-user', 'header in which it says who asks'),
      rolesHeader: setting(text('HEADER', 'the name of a header', headerNameIn), null, 'header in which it lists their roles or groups, separated by commas'),
    }),
    senders: setting(list<string>('NAMES', 'names', (name) => name), [], 'app roles or groups whose members may use the add-in', 'everybody who is signed in'),
    administrators: setting(list<string>('NAMES', 'names', (name) => name), ['Umsicht.Administrator'], 'those of administrators', 'Umsicht.Administrator'),
    auditors: setting(list<string>('NAMES', 'names', (name) => name), ['Umsicht.Auditor'], 'those of auditors', 'Umsicht.Auditor'),
    openPolicy: setting(onOrOff, false, 'gives the policy to everybody who reaches the service, so that Outlook has it where no sign-in is possible'),
    openRecords: setting(onOrOff, false, 'takes records of decisions from everybody who reaches the service, so that those of classic Outlook on Windows arrive'),
  }),
  limits: group('How often may be asked, where there is a sign-in. Each process counts for itself.', {
    perPerson: setting(count('NUMBER', 'a number', 0, 1_000_000), 300, 'requests a minute of one person, 0 for any number'),
    perAddress: setting(count('NUMBER', 'a number', 0, 1_000_000), 0, 'requests a minute from one network address whose sender is not known, 0 for any number; a proxy in front is one address'),
  }),
  metrics: group('Figures for Prometheus, on an address of their own.', {
    port: setting(count('PORT', 'a port', 0, 65_535), null, 'port on which GET /metrics is answered', 'none'),
    host: setting(text('ADDRESS', 'an address of this machine, such as 127.0.0.1 or 0.0.0.0', listeningHostIn), '127.0.0.1', 'address to listen on for it; whoever reaches it may read the figures'),
  }),
  stop: group('How the service stops.', {
    drain: setting(count('SECONDS', 'seconds', 0, 300), 0, 'so long it goes on answering while /readyz says that it is stopping, for whoever balances the load'),
    deadline: setting(count('SECONDS', 'seconds', 1, 300), 10, 'so long requests that have begun may take afterwards'),
  }),
  demo: setting(onOrOff, false, 'fill an empty database with demo contacts, and serve the playground'),
};
