import type { Inside } from './inside';
import { bodyFrom, changeEvent, entriesIn, entryFrom, fieldsOf, typedIn, type Body, type EntrySetup, type FieldName, type ItemAttachment } from './item';
import { resolve, resolveTyped } from './recipients';

/** `Office.MailboxEnums.InfobarActionType` and `InfobarType`. Which of the add-in's notifications it was, nobody says. */
const DISMISS = 1;
const INFOBAR_TYPES = { informationalMessage: 0, progressIndicator: 1, errorMessage: 2, insightMessage: 3 } as const;

/** The person at the keyboard. Fields the item does not have are a mistake and throw. */
export interface User {
  /** Types into a field and leaves it there, unresolved. */
  type(field: FieldName, text: string): void;
  /** Has Outlook resolve what was typed (all fields unless one is named), as far as it can. */
  resolve(field?: FieldName): void;
  /** Makes a recipient text again. */
  unresolve(field: FieldName, address: string): void;
  /** Picks a person; a text that does not resolve stays text. */
  add(field: FieldName, ...people: readonly EntrySetup[]): void;
  /** Removes a recipient by address or name, or typed text. */
  remove(field: FieldName, addressOrText: string): void;
  setSubject(subject: string): void;
  setBody(body: Partial<Body>): void;
  setFrom(person: EntrySetup): void;
  attach(attachment: Partial<ItemAttachment> & { readonly name: string }): void;
  detach(name: string): void;
  /** Presses the button of an insight notification. */
  followNotification(key: string): void;
  dismissNotification(key: string): void;
  /** Opens the mail again from Drafts or from the Outbox, which ends its waiting for a time; what lived with the window is gone. */
  reopen(): void;
}

export function createUser(inside: Inside, outside: { openPane(controlId: string, contextData?: unknown): void; takeBack(): void; reopened(): void }): User {
  const has = (field: FieldName) => {
    if (!fieldsOf(inside.item().kind).includes(field)) throw new Error(`A ${inside.item().kind} has no ${field}.`);
  };
  const notification = (key: string) => {
    const found = inside.item().notifications.find((each) => each.key === key);
    if (!found) throw new Error(`There is no notification ${key}.`);
    return found;
  };

  const user: User = {
    type(field, text) {
      has(field);
      inside.changeRecipients(field, { typed: [...typedIn(inside.item(), field), { text, byAddIn: false }] }, 'user');
    },
    resolve(only) {
      if (only) has(only);
      resolveTyped(inside, only && [only]);
    },
    unresolve(field, address) {
      has(field);
      const entries = entriesIn(inside.item(), field);
      const gone = entries.filter(({ emailAddress }) => emailAddress === address);
      if (gone.length === 0) throw new Error(`${address} is not in ${field}.`);
      inside.changeRecipients(field, {
        entries: entries.filter((entry) => !gone.includes(entry)),
        typed: [...typedIn(inside.item(), field), ...gone.map(({ emailAddress }) => ({ text: emailAddress, byAddIn: false }))],
      }, 'user');
    },
    add(field, ...people) {
      has(field);
      const found = people.map((person) => (typeof person === 'string' ? resolve(inside.directory, person) ?? person : entryFrom(person)));
      const entries = found.flatMap((each) => (typeof each === 'string' ? [] : each));
      for (const each of found) if (typeof each === 'string') user.type(field, each);
      if (entries.length > 0) inside.changeRecipients(field, { entries: [...entriesIn(inside.item(), field), ...entries] }, 'user');
    },
    remove(field, addressOrText) {
      has(field);
      const entries = entriesIn(inside.item(), field);
      const kept = entries.filter(({ emailAddress, displayName }) => emailAddress !== addressOrText && displayName !== addressOrText);
      const typed = typedIn(inside.item(), field);
      const keptTyped = typed.filter(({ text }) => text !== addressOrText);
      if (kept.length === entries.length && keptTyped.length === typed.length) throw new Error(`${addressOrText} is not in ${field}.`);
      inside.changeRecipients(field, { typed: keptTyped, ...(kept.length === entries.length ? {} : { entries: kept }) }, 'user');
    },
    setSubject(subject) {
      inside.change({ subject });
    },
    setBody(body) {
      inside.change({ body: bodyFrom(body) });
    },
    setFrom(person) {
      inside.change({ from: entryFrom(person) });
      inside.raise(changeEvent(inside.item().kind, 'from'));
    },
    attach(attachment) {
      const { attachments, kind } = inside.item();
      const added: ItemAttachment = { id: `attachment-${attachments.length + 1}`, size: 0, isInline: false, attachmentType: 'file', ...attachment };
      inside.change({ attachments: [...attachments, added] });
      inside.raise(changeEvent(kind, 'attachments'), { attachmentStatus: 'added', attachmentDetails: added });
    },
    detach(name) {
      const { attachments, kind } = inside.item();
      const gone = attachments.find((each) => each.name === name);
      if (!gone) throw new Error(`There is no attachment ${name}.`);
      inside.change({ attachments: attachments.filter((each) => each !== gone) });
      inside.raise(changeEvent(kind, 'attachments'), { attachmentStatus: 'removed', attachmentDetails: gone });
    },
    followNotification(key) {
      const action = notification(key).actions?.[0];
      if (!action) throw new Error(`The notification ${key} has no button.`);
      outside.openPane(action.commandId, action.contextData);
    },
    dismissNotification(key) {
      const gone = notification(key);
      inside.change({ notifications: inside.item().notifications.filter((each) => each !== gone) });
      inside.raise('OnInfoBarDismissClicked', { infobarDetails: { actionType: DISMISS, infobarType: INFOBAR_TYPES[gone.type] } });
    },
    reopen() {
      outside.takeBack();
      inside.change({ where: 'compose', isSavedDraft: true, sessionData: {}, notifications: [], initializationContext: '' });
      outside.reopened();
    },
  };
  return user;
}
