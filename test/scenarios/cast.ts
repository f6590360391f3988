import type { Contact } from '../../src/core/evidence';
import type { EntrySetup, ItemSetup } from '../../src/simulator/item';

/* Whom the scenarios write to, and the drafts they begin with. Mara writes, from own.example. */

export const outsider = (address: string): EntrySetup => ({ displayName: address, emailAddress: address, recipientType: 'externalUser' });

export const MARA: EntrySetup = { displayName: 'Mara Own', emailAddress: 'mara@own.example', recipientType: 'user' };
export const EVA: EntrySetup = { displayName: 'Eva Own', emailAddress: 'eva@own.example', recipientType: 'user' };
export const FINN: EntrySetup = { displayName: 'Finn Own', emailAddress: 'finn@own.example', recipientType: 'user' };
export const ANNA = outsider('anna@oak.example');
export const BEN = outsider('ben@elm.example');
export const CEM = outsider('cem@ash.example');
export const DORA = outsider('dora@fir.example');
export const EMIL = outsider('emil@yew.example');
export const RAVI = outsider('ravi@supplier.example');

export const BOSS: EntrySetup = { displayName: 'Bodo Own', emailAddress: 'boss@own.example', recipientType: 'user' };
/** The mailbox of the organisation's other brand. */
export const BRAND: EntrySetup = { displayName: 'Brand', emailAddress: 'info@brand.example', recipientType: 'user' };
export const PRIVATE: EntrySetup = { displayName: 'Mara Own', emailAddress: 'mara.own@gmx.de' };
export const GROUP: EntrySetup = { displayName: 'Freunde', emailAddress: '', recipientType: 'distributionList' };
/** Somebody whose address is a name in the Exchange directory. */
export const UNREADABLE_NAME: EntrySetup = { displayName: 'Gustav Gross', emailAddress: '/o=Own/ou=Exchange/cn=Recipients/cn=gustav', recipientType: 'user' };

/** A mail with nothing wrong with it. */
export const ordinary: ItemSetup = { to: [ANNA], subject: 'Termin', body: { text: 'Guten Tag' } };

/** Four people of four firms, who would read each other's addresses. */
export const circular: ItemSetup = { to: [EVA, ANNA, BEN, CEM], cc: [DORA], subject: 'Termine', body: { text: 'Guten Tag' } };

export const SEE_EACH_OTHER = '4 people from 4 organisations would read each other’s addresses';

export const newsletter: ItemSetup = { to: [ANNA], subject: 'Unser Newsletter im Herbst', body: { text: 'Neu bei uns. Vom Newsletter abmelden: hier. Impressum: own.example' } };

export const granted: Contact = { record: 'known', country: 'DE', tags: [{ purpose: 'newsletter', status: 'granted', basis: 'consent' }] };
export const withdrawn: Contact = { record: 'known', country: 'DE', tags: [{ purpose: 'newsletter', status: 'withdrawn', basis: 'consent', withdrawn: '2026-10-01T00:00:00Z' }] };

export const colleagues = (count: number): readonly EntrySetup[] => Array.from({ length: count }, (_, index) =>
  ({ displayName: `Colleague ${index + 1}`, emailAddress: `colleague${index + 1}@own.example`, recipientType: 'user' as const }));
