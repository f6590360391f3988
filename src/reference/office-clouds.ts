/** A cloud of Microsoft 365 with an office.js of its own. */
export interface OfficeCloud {
  readonly officeJs: string;
  /** Whether its admin center has Integrated apps, where unified manifests are uploaded; elsewhere there is Centralized Deployment. */
  readonly integratedApps: boolean;
}

/**
 * Sources: OfficeDev/office-js-docs-pr, docs/publish/government-cloud-guidance.md and
 * docs/develop/referencing-the-javascript-api-for-office-library-from-its-cdn.md (both 2026-03-06), docs/publish/publish.md (2025-10-10).
 */
export const OFFICE_CLOUDS = {
  standard: { officeJs: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js', integratedApps: true },
  gcc: { officeJs: 'https://appsforoffice.gcc.cdn.office.net/appsforoffice/lib/1/hosted/office.js', integratedApps: false },
  gcch: { officeJs: 'https://appsforoffice.gcch.cdn.office.net/appsforoffice/lib/1/hosted/office.js', integratedApps: false },
  dod: { officeJs: 'https://appsforoffice.dod.cdn.office.net/appsforoffice/lib/1/hosted/office.js', integratedApps: false },
  china: { officeJs: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js', integratedApps: false },
} as const satisfies { readonly [name: string]: OfficeCloud };

export type OfficeCloudName = keyof typeof OFFICE_CLOUDS;

export const OFFICE_CLOUD_NAMES = Object.keys(OFFICE_CLOUDS) as readonly OfficeCloudName[];
