/** Where something is written, and as of when. */
export interface Source {
  readonly document: string;
  /** Date the page itself gives; of specifications the year. */
  readonly date: string;
}

const reference = (page: string, date: string): Source => ({ document: `OfficeDev/office-js-docs-reference, docs/manifest/${page}.md`, date });
const guide = (page: string, date: string): Source => ({ document: `OfficeDev/office-js-docs-pr, docs/${page}.md`, date });
const sets = (page: string, date: string): Source => ({ document: `OfficeDev/office-js-docs-reference, docs/requirement-sets/${page}.md`, date });

/** What the checks rest on. Pages as stored on 2026-08-20 and 2026-08-21. */
export const SOURCES = {
  xml: { document: 'W3C, Extensible Markup Language (XML) 1.0, fifth edition', date: '2008' },
  json: { document: 'RFC 8259', date: '2017' },
  order: guide('develop/manifest-element-ordering', '2026-07-15'),
  localization: guide('develop/localization', '2026-04-06'),
  regions: { document: 'OfficeDev/office-js, issue 6799', date: '2026-06-30' },
  events: guide('develop/event-based-activation', '2026-07-30'),
  troubleshooting: guide('testing/troubleshoot-event-based-and-spam-reporting-add-ins', '2025-10-14'),
  smartAlerts: guide('outlook/onmessagesend-onappointmentsend-events', '2026-04-03'),
  walkthrough: guide('outlook/smart-alerts-onmessagesend-walkthrough', '2026-02-27'),
  mobileEvents: guide('outlook/mobile-event-based', '2026-05-28'),
  limits: guide('outlook/limits-for-activation-and-javascript-api-for-outlook-add-ins', '2026-06-23'),
  permissionLevels: guide('outlook/understanding-outlook-add-in-permissions', '2025-12-02'),
  delegates: guide('outlook/delegate-access', '2026-03-23'),
  onSend: guide('outlook/outlook-on-send-addins', '2025-07-22'),
  wellKnown: guide('develop/use-sso-in-event-based-activation', '2026-02-02'),
  marketplace: guide('publish/autolaunch-store-options', '2025-10-28'),
  unified: guide('develop/unified-manifest-overview', '2026-05-10'),
  unifiedSchema: { document: 'npm @microsoft/app-manifest 1.1.2, json-schemas/teams/v1.30', date: '2026' },
  requirementSets: sets('outlook/outlook-api-requirement-sets', '2026-06-23'),
  nestedAppAuth: sets('common/nested-app-auth-requirement-sets', '2026-03-31'),
  officeApp: reference('officeapp', '2025-09-08'),
  id: reference('id', '2022-06-10'),
  version: reference('version', '2021-02-05'),
  providerName: reference('providername', '2018-10-09'),
  defaultLocale: reference('defaultlocale', '2018-10-09'),
  displayName: reference('displayname', '2018-10-09'),
  description: reference('description', '2018-10-09'),
  iconUrl: reference('iconurl', '2025-09-08'),
  highResolutionIconUrl: reference('highresolutioniconurl', '2025-09-08'),
  supportUrl: reference('supporturl', '2025-01-28'),
  appDomain: reference('appdomain', '2025-03-11'),
  host: reference('host', '2024-04-15'),
  requirements: reference('requirements', '2022-05-26'),
  set: reference('set', '2026-08-11'),
  form: reference('form', '2024-04-15'),
  permissions: reference('permissions', '2020-06-26'),
  rule: reference('rule', '2024-09-04'),
  versionOverrides: reference('versionoverrides', '2022-01-04'),
  runtimes: reference('runtimes', '2025-07-11'),
  runtime: reference('runtime', '2026-02-27'),
  override: reference('override', '2025-02-12'),
  formFactor: reference('desktopformfactor', '2022-05-09'),
  mobileFormFactor: reference('mobileformfactor', '2022-05-09'),
  extensionPoint: reference('extensionpoint', '2026-02-27'),
  functionFile: reference('functionfile', '2023-03-20'),
  launchEvent: reference('launchevent', '2026-06-23'),
  icon: reference('icon', '2023-05-16'),
  image: reference('image', '2025-03-28'),
  control: reference('control', '2022-02-04'),
  group: reference('group', '2024-09-05'),
  officeTab: reference('officetab', '2026-06-18'),
  customTab: reference('customtab', '2025-06-10'),
  action: reference('action', '2025-02-28'),
  sourceLocation: reference('sourcelocation', '2023-12-01'),
  resources: reference('resources', '2023-02-07'),
  string: reference('string', '2023-07-20'),
  url: reference('url', '2023-07-20'),
  event: reference('event', '2022-10-17'),
  extendedPermission: reference('extendedpermission', '2023-05-19'),
  webApplicationInfo: reference('webapplicationinfo', '2025-05-16'),
  equivalentAddin: reference('equivalentaddin', '2025-07-12'),
  messageAttachments: reference('messageattachments', '2024-01-18'),
  requestedHeight: reference('requestedheight', '2020-05-14'),
  launchEventElement: { document: 'MS-OWEMXML, section 5, LaunchEvent', date: '2026' },
} as const satisfies { readonly [name: string]: Source };

export type SourceName = keyof typeof SOURCES;
