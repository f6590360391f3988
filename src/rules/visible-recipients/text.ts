import type { Language, RuleText } from '../../core/rule';

/** Each private mailbox counts as an organisation of its own; told only where there are some. */
type Seen = { people: number; organisations: number; privateMailboxes?: number };

interface Messages {
  recipientsSeeEachOther: Seen;
  attendeesSeeEachOther: Seen;
  groupMembersHidden: { groups: number; people: number };
  unclearAddresses: { unclear: number; people: number };
}

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Empfänger sehen einander',
    messages: {
      recipientsSeeEachOther: ({ people, organisations, privateMailboxes }) => `${people} Personen aus ${organisations} Organisationen${singly(privateMailboxes, 'private Postfächer einzeln gezählt')} würden in An und Cc die Adressen der anderen lesen.`,
      attendeesSeeEachOther: ({ people, organisations, privateMailboxes }) => `${people} Eingeladene aus ${organisations} Organisationen${singly(privateMailboxes, 'private Postfächer einzeln gezählt')} würden die Adressen der anderen lesen. Besprechungen kennen kein Bcc; getrennte Einladungen vermeiden das.`,
      groupMembersHidden: ({ groups, people }) => `${groups === 1 ? 'Eine Kontaktgruppe kann' : `${groups} Kontaktgruppen können`} beliebig viele Personen enthalten, die einander sehen würden${others(people, ', neben einer weiteren externen Adresse', (n) => `, neben ${n} weiteren externen Adressen`)}.`,
      unclearAddresses: ({ unclear, people }) => `Bei ${unclear === 1 ? 'einem Empfänger' : `${unclear} Empfängern`}${others(people, ' neben einer externen Adresse', (n) => ` neben ${n} externen Adressen`)} ist nicht zu erkennen, wer dahintersteht. Fremde könnten einander sehen.`,
    },
    remedy: 'In Bcc verschieben',
  },
  en: {
    title: 'Recipients can see each other',
    messages: {
      recipientsSeeEachOther: ({ people, organisations, privateMailboxes }) => `${people} people from ${organisations} organisations${singly(privateMailboxes, 'private mailboxes counted singly')} would read each other’s addresses in To and Cc.`,
      attendeesSeeEachOther: ({ people, organisations, privateMailboxes }) => `${people} invited people from ${organisations} organisations${singly(privateMailboxes, 'private mailboxes counted singly')} would read each other’s addresses. Meetings have no Bcc; separate invitations avoid this.`,
      groupMembersHidden: ({ groups, people }) => `${groups === 1 ? 'A contact group may' : `${groups} contact groups may`} hold any number of people who would see each other${others(people, ', beside one more external address', (n) => `, beside ${n} more external addresses`)}.`,
      unclearAddresses: ({ unclear, people }) => `It cannot be told who is behind ${unclear === 1 ? 'one recipient' : `${unclear} recipients`}${others(people, ' beside one external address', (n) => ` beside ${n} external addresses`)}. Strangers may see each other.`,
    },
    remedy: 'Move to Bcc',
  },
};

function others(count: number, one: string, many: (count: number) => string): string {
  return count === 0 ? '' : count === 1 ? one : many(count);
}

function singly(privateMailboxes: number | undefined, words: string): string {
  return privateMailboxes === undefined ? '' : ` (${words})`;
}
