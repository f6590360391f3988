import type { Language } from '../core/rule';
import { clip } from './smart-alert';

/** Outlook's limit on notifications in UTF-16 units (Microsoft, NotificationMessageDetails). */
export const NOTIFICATION_LIMIT = 150;

/**
 * Why Outlook's draft was not changed. `cutOff`: Outlook showed only part of a list. `unresolved`:
 * somebody has no usable address and could not be written back. `tooMany`: more people must stay in
 * two fields than can be rewritten safely, or a field would hold more than Outlook tells of.
 * `notTaken`: Outlook answered but the draft did not follow. `hostFailed`, `hostSilent`: a call
 * failed, or was never answered. `sending`: Send was pressed before it was done.
 */
export type Refusal = 'cutOff' | 'unresolved' | 'tooMany' | 'notTaken' | 'hostFailed' | 'hostSilent' | 'sending';

/** How a change of recipients ended, as far as words depend on it. */
export type ChangeResult =
  | { readonly done: true; readonly people: number; readonly senderLeftInBcc: boolean }
  | {
      readonly done: false;
      readonly reason: Refusal;
      readonly restored: boolean;
      readonly missing: readonly { readonly address: string }[];
    };

/** `takeOut`: people who had been added are taken out again. */
export type Change = 'moveToBcc' | 'remove' | 'add' | 'undo' | 'takeOut';

/** How putting a text into the mail ended, as far as words depend on it. */
export type InsertionResult =
  | { readonly done: true; readonly already: boolean }
  | { readonly done: false; readonly reason: Refusal; readonly untouched: boolean };

/** The same for a text that was to go into the mail. Where it could not, it is there to be copied. */
export function insertionWords(result: InsertionResult, text: string, language: Language): string {
  const { inserted, refused } = WORDS[language];
  if (result.done) return result.already ? inserted.already : inserted.done;
  const why = result.reason === 'hostFailed' ? inserted.refused : refused[result.reason];
  return `${why} ${result.untouched ? inserted.untouched : inserted.look} ${inserted.byHand(text)}`;
}

/** What the pane says after a change. */
export function changeWords(change: Change, result: ChangeResult, language: Language): string {
  const words = WORDS[language];
  if (result.done) {
    const said = result.people === 0 ? words.nothing[change] : words.done[change](result.people);
    return result.senderLeftInBcc ? `${said} ${words.senderLeft}` : said;
  }
  const why = words.refused[result.reason];
  if (result.missing.length > 0) return `${why} ${words.missing(result.missing.map(({ address }) => address).join(', '))}`;
  return `${why} ${result.restored ? words.restored : words.twice}`;
}

/** The same for Outlook's notification bar. */
export function changeNotification(change: Change, result: ChangeResult, language: Language): string {
  const said = changeWords(change, result, language);
  const next = result.done && result.people > 0 && change === 'moveToBcc' ? ` ${WORDS[language].sendAgain}` : '';
  return clip(said + next, NOTIFICATION_LIMIT);
}

const WORDS = {
  de: {
    done: {
      moveToBcc: (people: number) => (people === 1 ? 'Eine Person steht jetzt in Bcc.' : `${people} Personen stehen jetzt in Bcc.`),
      remove: (people: number) => (people === 1 ? 'Eine Person wurde entfernt.' : `${people} Personen wurden entfernt.`),
      add: (people: number) => (people === 1 ? 'Eine Person wurde hinzugefügt.' : `${people} Personen wurden hinzugefügt.`),
      undo: (people: number) => (people === 1 ? 'Eine Person steht wieder wie zuvor.' : `${people} Personen stehen wieder wie zuvor.`),
      takeOut: (people: number) => (people === 1 ? 'Eine Person wurde wieder herausgenommen.' : `${people} Personen wurden wieder herausgenommen.`),
    },
    nothing: {
      moveToBcc: 'In An und Cc steht kein externer Empfänger.',
      remove: 'Diese Personen stehen nicht mehr in der Nachricht.',
      add: 'Diese Personen stehen schon in der Nachricht.',
      undo: 'Es gibt nichts zurückzunehmen.',
      takeOut: 'Es gibt nichts zurückzunehmen.',
    },
    inserted: {
      done: 'Der Text steht jetzt unter dem, was Sie geschrieben haben. Sie können ihn dort ändern oder löschen.',
      already: 'Der Text steht schon in der Nachricht.',
      refused: 'Outlook kann den Text hier nicht einfügen, ohne dass etwas verloren gehen könnte.',
      untouched: 'Ihre Nachricht ist, wie sie war.',
      look: 'Bitte prüfen Sie, ob Ihre Nachricht vollständig ist.',
      byHand: (text: string) => `Zum Einfügen von Hand:\n${text}`,
    },
    sendAgain: 'Bitte noch einmal senden.',
    senderLeft: 'Sie selbst stehen in Bcc, weil Outlook dieses Feld nicht leeren kann.',
    refused: {
      cutOff: 'Outlook zeigt nur einen Teil der Liste, so lässt sie sich nicht sicher ändern.',
      unresolved: 'Ein Empfänger hat keine lesbare Adresse (etwa eine Gruppe). Bitte zuerst auflösen.',
      tooMany: 'Zu viele Empfänger für eine sichere Änderung. Bitte ändern Sie sie von Hand.',
      notTaken: 'Outlook hat die Änderung nicht übernommen.',
      hostFailed: 'Outlook hat die Änderung abgelehnt.',
      hostSilent: 'Outlook hat nicht geantwortet.',
      sending: 'Sie haben auf „Senden“ gedrückt, bevor die Änderung fertig war.',
    },
    restored: 'Die Empfänger stehen wie zuvor.',
    twice: 'Bitte prüfen: Niemand sollte fehlen, manche stehen evtl. doppelt.',
    missing: (people: string) => `Bitte tragen Sie wieder ein: ${people}`,
  },
  en: {
    done: {
      moveToBcc: (people: number) => (people === 1 ? 'One person is in Bcc now.' : `${people} people are in Bcc now.`),
      remove: (people: number) => (people === 1 ? 'One person was removed.' : `${people} people were removed.`),
      add: (people: number) => (people === 1 ? 'One person was added.' : `${people} people were added.`),
      undo: (people: number) => (people === 1 ? 'One person is back in place.' : `${people} people are back in place.`),
      takeOut: (people: number) => (people === 1 ? 'One person was taken out again.' : `${people} people were taken out again.`),
    },
    nothing: {
      moveToBcc: 'No external recipient is in To or Cc.',
      remove: 'These people are no longer in the message.',
      add: 'These people are in the message already.',
      undo: 'There is nothing to undo.',
      takeOut: 'There is nothing to undo.',
    },
    inserted: {
      done: 'The text is below what you have written. You can change or delete it there.',
      already: 'The text is in the message already.',
      refused: 'Outlook cannot put the text in here without the risk of losing something.',
      untouched: 'Your message is as it was.',
      look: 'Please check that your message is complete.',
      byHand: (text: string) => `To insert it by hand:\n${text}`,
    },
    sendAgain: 'Please press Send again.',
    senderLeft: 'You are in Bcc yourself, since Outlook cannot empty that field.',
    refused: {
      cutOff: 'Outlook shows only part of a long list, so it cannot be changed safely.',
      unresolved: 'A recipient has no readable address (a group, for example). Please expand it first.',
      tooMany: 'There are too many recipients to change them safely. Please change them by hand.',
      notTaken: 'Outlook did not apply the change.',
      hostFailed: 'Outlook refused the change.',
      hostSilent: 'Outlook did not answer.',
      sending: 'You pressed Send before the change was done.',
    },
    restored: 'The recipients are as they were.',
    twice: 'Please check: nobody should be missing, some may stand twice.',
    missing: (people: string) => `Please enter again: ${people}`,
  },
};
