/**
 * Why a mail is sent. Advertising ones need consent: § 7 (2) no. 2 UWG speaks of advertising by
 * electronic mail, and a request for a rating is advertising too (BGH VI ZR 225/17).
 */
export const PURPOSES = ['individual', 'contract', 'offer', 'newsletter', 'event', 'survey'] as const;

export type Purpose = (typeof PURPOSES)[number];

const ADVERTISING: readonly Purpose[] = ['offer', 'newsletter', 'event', 'survey'];

export function isAdvertising(purpose: Purpose): boolean {
  return ADVERTISING.indexOf(purpose) >= 0;
}
