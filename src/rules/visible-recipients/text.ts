import type { Language, RuleText } from '../../core/rule';
import { counted } from '../listing';

type Seen = {
  people: number;
  organisations: number;
  /** Each private mailbox counts as an organisation of its own; told only where there are some. */
  privateMailboxes?: number;
  /** Mailboxes such as info@, where the policy does not count them as people's. */
  functional?: number;
  /** All of them took part in the thread already. */
  thread?: boolean;
};

export type Messages = {
  recipientsSeeEachOther: Seen;
  attendeesSeeEachOther: Seen;
  groupMembersHidden: { groups: number; people: number };
  unclearAddresses: { unclear: number; people: number };
};

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Empfänger sehen einander',
    messages: {
      recipientsSeeEachOther: (data) => `${seenDe(data)} würden in An und Cc die Adressen der anderen lesen.${data.thread ? ' Alle stehen schon im bisherigen Verlauf.' : ''}`,
      attendeesSeeEachOther: (data) => `${seenDe(data)} würden die Adressen der anderen lesen. Besprechungen kennen kein Bcc: getrennt einladen oder die Teilnehmerliste ausblenden.`,
      groupMembersHidden: ({ groups, people }) => `${groups === 1 ? 'Eine Kontaktgruppe kann' : `${groups} Kontaktgruppen können`} beliebig viele Personen enthalten, die einander sehen würden${others(people, ', neben einer weiteren externen Adresse', (n) => `, neben ${n} weiteren externen Adressen`)}.`,
      unclearAddresses: ({ unclear, people }) => `Bei ${unclear === 1 ? 'einem Empfänger' : `${unclear} Empfängern`}${others(people, ' neben einer externen Adresse', (n) => ` neben ${n} externen Adressen`)} ist nicht zu erkennen, wer dahintersteht. Fremde könnten einander sehen.`,
    },
    remedy: 'In Bcc verschieben',
  },
  en: {
    title: 'Recipients can see each other',
    messages: {
      recipientsSeeEachOther: (data) => `${seenEn(data)} would read each other’s addresses in To and Cc.${data.thread ? ' All of them are in the thread already.' : ''}`,
      attendeesSeeEachOther: (data) => `${seenEn(data)} would read each other’s addresses. Meetings have no Bcc: invite separately, or hide the attendee list.`,
      groupMembersHidden: ({ groups, people }) => `${groups === 1 ? 'A contact group may' : `${groups} contact groups may`} hold any number of people who would see each other${others(people, ', beside one more external address', (n) => `, beside ${n} more external addresses`)}.`,
      unclearAddresses: ({ unclear, people }) => `It cannot be told who is behind ${unclear === 1 ? 'one recipient' : `${unclear} recipients`}${others(people, ' beside one external address', (n) => ` beside ${n} external addresses`)}. Strangers may see each other.`,
    },
    remedy: 'Move to Bcc',
  },
};

function seenDe({ people, organisations, privateMailboxes, functional }: Seen): string {
  return `${counted(people, 'Eine Person', 'Personen')}${functional ? ` und ${counted(functional, 'ein Funktionspostfach', 'Funktionspostfächer')}` : ''} aus ${organisations} Organisationen`
    + (privateMailboxes ? ' (private Postfächer einzeln gezählt)' : '');
}

function seenEn({ people, organisations, privateMailboxes, functional }: Seen): string {
  return `${counted(people, 'One person', 'people')}${functional ? ` and ${counted(functional, 'one shared mailbox', 'shared mailboxes')}` : ''} from ${organisations} organisations`
    + (privateMailboxes ? ' (private mailboxes counted singly)' : '');
}

function others(count: number, one: string, many: (count: number) => string): string {
  return count === 0 ? '' : count === 1 ? one : many(count);
}
