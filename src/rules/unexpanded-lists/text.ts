import type { UnknownReason } from '../../core/evidence';
import type { Language, RuleText } from '../../core/rule';
import { counted } from '../listing';
import { UNKNOWN_REASONS } from '../unknown-reasons';

export type Messages = {
  outsidersOnLists: { lists: number; people: number };
  membersInPart: { lists: number };
  membersUnknown: { lists: number; reason: UnknownReason };
  groupsWithoutAddress: { groups: number };
};

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Verteiler, in die man nicht hineinsieht',
    messages: {
      outsidersOnLists: ({ lists, people }) => `Über ${counted(lists, 'eine Verteilerliste', 'Verteilerlisten')} geht die Nachricht auch an ${counted(people, 'eine externe Person', 'externe Personen')}.`,
      membersInPart: ({ lists }) => `Von ${counted(lists, 'einer Verteilerliste', 'Verteilerlisten')} nennt das Verzeichnis nur einen Teil der Mitglieder.`,
      membersUnknown: ({ lists, reason }) => `Wer auf ${counted(lists, 'einer Verteilerliste', 'Verteilerlisten')} steht, ist nicht bekannt: ${UNKNOWN_REASONS.de[reason]}.`,
      groupsWithoutAddress: ({ groups }) => `Wer in ${counted(groups, 'einer Kontaktgruppe', 'Kontaktgruppen')} steht, lässt sich nicht nachsehen: ohne Adresse ${groups === 1 ? 'ist sie' : 'sind sie'} keinem Verzeichnis bekannt.`,
    },
  },
  en: {
    title: 'Lists whose members cannot be seen',
    messages: {
      outsidersOnLists: ({ lists, people }) => `Through ${counted(lists, 'one distribution list', 'distribution lists')} this mail also goes to ${counted(people, 'one external person', 'external people')}.`,
      membersInPart: ({ lists }) => `The directory names only some of the members of ${counted(lists, 'one distribution list', 'distribution lists')}.`,
      membersUnknown: ({ lists, reason }) => `Who is on ${counted(lists, 'one distribution list', 'distribution lists')} is not known: ${UNKNOWN_REASONS.en[reason]}.`,
      groupsWithoutAddress: ({ groups }) => `Who is in ${counted(groups, 'one contact group', 'contact groups')} cannot be looked up: without an address no directory knows ${groups === 1 ? 'it' : 'them'}.`,
    },
  },
};
