/** Hosts office.js loads its parts and texts from, and reports to. No official list exists (OfficeDev/office-js issue 1005). */
const OFFICE_JS = ['https://appsforoffice.microsoft.com', 'https://*.cdn.office.net', 'https://appsforoffice.cdn.partner.office365.cn'];
/** office.js loads MicrosoftAjax.js from there, and does not start without it (seen in npm @microsoft/office-js 1.1.110). */
const MICROSOFT_AJAX = 'https://ajax.aspnetcdn.com';
const OFFICE_JS_CALLS = ['https://*.events.data.microsoft.com', 'https://*.office.com', 'https://login.microsoftonline.com'];

/** On every answer. No X-Frame-Options: Outlook on the web shows the pane in a frame, and the policy below says who may. */
export const HEADERS_FOR_ALL: { readonly [name: string]: string } = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/**
 * What a page of the add-in may load. Fluent UI writes its styles at run time, hence inline styles;
 * scripts come from the service and, office.js with its parts, from Microsoft.
 */
export function contentSecurityPolicy(frameAncestors: readonly string[]): string {
  const directives: readonly (readonly string[])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...OFFICE_JS, MICROSOFT_AJAX],
    ['style-src', "'self'", "'unsafe-inline'"],
    ['img-src', "'self'", 'data:', ...OFFICE_JS],
    ['font-src', "'self'", 'data:'],
    ['connect-src', "'self'", ...OFFICE_JS, ...OFFICE_JS_CALLS],
    ['frame-src', "'self'"],
    ['worker-src', "'self'"],
    ['base-uri', "'self'"],
    ['form-action', "'none'"],
    ['frame-ancestors', "'self'", ...frameAncestors],
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}
