import type { ConsentStanding } from '../../../src/core/consent';

/** The instant at which everything is looked at. */
export const NOW = Date.parse('2026-11-24T09:00:00Z');

/** One record of a CRM, in no CRM's words. What a CRM has no place for it leaves out. */
export interface CastMember {
  readonly id: string;
  /** As the CRM has them written; the first is the main one. */
  readonly addresses: readonly string[];
  /** No advertising at all. */
  readonly noAdvertising?: true;
  /** No mail at all. */
  readonly noMail?: true;
  readonly newsletter?: {
    readonly status: 'granted' | 'withdrawn' | 'pending' | 'expired';
    readonly obtained?: string;
    readonly confirmed?: string;
    readonly withdrawn?: string;
    readonly expires?: string;
  };
  /** Agreed to something that nobody has mapped. */
  readonly unmapped?: true;
}

const YES = { status: 'granted', obtained: '2025-03-01T10:00:00.000Z', confirmed: '2025-03-01T10:05:00.000Z' } as const;

export const CAST: readonly CastMember[] = [
  { id: '1', addresses: ['anna@oak.example'], newsletter: YES },
  { id: '2', addresses: ['ben@elm.example'], newsletter: { status: 'withdrawn', obtained: '2024-03-01T10:00:00.000Z', withdrawn: '2026-10-02T07:00:00.000Z' } },
  { id: '3', addresses: ['cem@ash.example'], noAdvertising: true },
  { id: '4', addresses: ['dora@fir.example'], noMail: true },
  { id: '5', addresses: ['eva@yew.example'] },
  { id: '6', addresses: ['pia@pine.example'], newsletter: { status: 'pending', obtained: '2026-11-20T10:00:00.000Z' } },
  { id: '7', addresses: ['max@maple.example'], newsletter: { ...YES, status: 'expired', expires: '2026-01-31T22:59:59.999Z' } },
  { id: '8', addresses: ['twin@oak.example'], newsletter: YES },
  { id: '9', addresses: ['twin@oak.example'], noAdvertising: true },
  { id: '10', addresses: ['otto@oak.example', 'otto.privat@home.example'], noAdvertising: true },
  { id: '11', addresses: ['bernd@müller.example'], newsletter: YES },
  { id: '12', addresses: ['lea@xn--bcher-kva.example'], newsletter: YES },
  { id: '13', addresses: ['carl+news@ash.example'], newsletter: YES },
  { id: '14', addresses: ['carl@ash.example'], newsletter: { status: 'withdrawn', withdrawn: '2026-10-02T07:00:00.000Z' } },
  { id: '15', addresses: ['Greta@OAK.example'], newsletter: YES },
  { id: '16', addresses: ['uli@oak.example'], unmapped: true },
  { id: '17', addresses: ["o'neill@oak.example"], newsletter: YES },
  { id: '18', addresses: ['50%_off@oak.example'], newsletter: YES },
];

/** Whom the CRM does not know. */
export const STRANGER = 'nora@nowhere.example';

/** Where somebody stands who is asked about for a newsletter; `only` where a CRM can record such a thing at all. */
export const STANDINGS: readonly { readonly name: string; readonly key: string; readonly stands: readonly ConsentStanding['kind'][]; readonly only?: 'pending' | 'expiry' | 'secondaryAddresses' | 'everyMail' | 'advertising' }[] = [
  { name: 'somebody who has agreed', key: 'anna@oak.example', stands: ['granted'] },
  { name: 'somebody who has withdrawn', key: 'ben@elm.example', stands: ['withdrawn'] },
  { name: 'somebody who wants no advertising', key: 'cem@ash.example', stands: ['withdrawn', 'objected'], only: 'advertising' },
  { name: 'somebody who wants no mail at all', key: 'dora@fir.example', stands: ['objected'], only: 'everyMail' },
  { name: 'somebody of whom nothing is recorded', key: 'eva@yew.example', stands: ['notRecorded'] },
  { name: 'somebody nobody knows', key: STRANGER, stands: ['unknownContact'] },
  { name: 'somebody who has not confirmed', key: 'pia@pine.example', stands: ['pending'], only: 'pending' },
  { name: 'somebody whose consent has run out', key: 'max@maple.example', stands: ['expired'], only: 'expiry' },
  { name: 'somebody with two records, one of which says no', key: 'twin@oak.example', stands: ['withdrawn', 'objected'], only: 'advertising' },
  { name: 'the second address of somebody who wants no advertising', key: 'otto.privat@home.example', stands: ['withdrawn', 'objected'], only: 'secondaryAddresses' },
  { name: 'an internationalised domain that is kept in Unicode', key: 'bernd@xn--mller-kva.example', stands: ['granted'] },
  { name: 'an internationalised domain that is kept in ASCII', key: 'lea@xn--bcher-kva.example', stands: ['granted'] },
  { name: 'an address with a tag', key: 'carl+news@ash.example', stands: ['granted'] },
  { name: 'the same without the tag, who is somebody else', key: 'carl@ash.example', stands: ['withdrawn'] },
  { name: 'an address kept with capitals', key: 'greta@oak.example', stands: ['granted'] },
  { name: 'somebody who agreed to what nobody has mapped', key: 'uli@oak.example', stands: ['notRecorded'] },
  { name: 'an address with an apostrophe', key: "o'neill@oak.example", stands: ['granted'] },
  { name: 'an address with signs that are patterns elsewhere', key: '50%_off@oak.example', stands: ['granted'] },
  { name: 'a pattern that nobody is called', key: '50%25_off@oak.example', stands: ['unknownContact'] },
];

export const ALL_KEYS: readonly string[] = STANDINGS.map(({ key }) => key);
