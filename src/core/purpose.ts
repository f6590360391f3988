/**
 * Why a mail is sent. The sender chooses among words, the law only tells advertising from the rest.
 *
 * - `individual`: one person writes to another about something they have in common;
 * - `contract`: a running contract or an enquiry: order, invoice, delivery, the quotation somebody asked for;
 * - `offer`, `newsletter`, `event`, `survey`: advertising.
 */
export const PURPOSES = ['individual', 'contract', 'offer', 'newsletter', 'event', 'survey'] as const;

export type Purpose = (typeof PURPOSES)[number];
export type AdvertisingPurpose = Exclude<Purpose, 'individual' | 'contract'>;

/**
 * Advertising is whatever is meant to further one's own sales (Art. 2 (a) Directive 2006/114/EC), so
 * a survey or a request for a rating is advertising, even inside an invoice mail (BGH VI ZR 225/17),
 * and so is a newsletter that is mostly editorial (CJEU C-654/23). What a contract or an enquiry
 * calls for is not, as long as nothing is advertised beside it.
 */
export function isAdvertising(purpose: Purpose): purpose is AdvertisingPurpose {
  return purpose !== 'individual' && purpose !== 'contract';
}
