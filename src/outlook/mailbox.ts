import { type Attachment, type ComposeType, type Draft, EMPTY_DRAFT, type HostPart, type Person } from '../core/draft';
import { type Mailbox, MailboxFailure } from '../core/ports';
import type { Language } from '../core/rule';
import { readAbilities } from './abilities';
import { insertIntoBody } from './body-insertion';
import { readCategories } from './categories';
import { deliveryDelay } from './delivery-delay';
import { type ComposedItem, currentItem } from './item';
import type { OfficeCalls } from './office-calls';
import { addRecipients, readRecipients, readsWhole, setRecipients } from './recipients';
import { sensitivityLabels } from './sensitivity-label';
import { itemSessionData } from './session-data';

/** The draft that is open in Outlook now, for the pane and the function commands: all of it can be changed. */
export function openMailbox(calls: OfficeCalls): Mailbox {
  const item = currentItem();
  const mailbox = openMailboxForEvents(calls);
  return {
    ...mailbox,
    insertText: (text) => insertIntoBody(calls, item, text),
    delayDelivery: deliveryDelay(calls, item, mailbox.session),
  };
}

/**
 * The same for event handlers. A body written while a send is handled starts the send anew on a Mac
 * and loses pictures elsewhere (office-js issues 6376, 6808), so here it cannot be written at all.
 * To be called inside a handler or after `Office.onReady`, anew for each event: classic Outlook on
 * Windows fails to load a script that reads `Office.context` at top level. `mayChange` is asked when a
 * change has come first in the queue of calls: false makes it fail.
 */
export function openMailboxForEvents(calls: OfficeCalls, mayChange: () => boolean = () => true): Mailbox {
  const item = currentItem();
  const kind = kindOf(item);
  const readLabel = sensitivityLabels(calls, item);
  let composeType: ComposeType | null = null;

  function changeable(): ComposedItem {
    if (!mayChange()) throw new Error('the draft is to be left alone');
    return item();
  }

  /** Does not change while a draft is open, so it is asked for once. `null` where the client does not tell. */
  async function readComposeType(): Promise<ComposeType | null> {
    if (composeType !== null || kind === 'meeting') return composeType;
    composeType = await askComposeType(calls, item).catch(() => null);
    return composeType;
  }

  function readPart(part: HostPart): Promise<DraftPiece> {
    switch (part) {
      case 'from':
        return askFrom(calls, item, kind).then((from) => ({ from }));
      case 'subject':
        return askText(calls, 'subject.getAsync', (answer) => item().subject.getAsync(answer)).then((subject) => ({ subject }));
      case 'body':
        return askText(calls, 'body.getAsync', (answer) => item().body.getAsync('text', answer)).then((body) => ({ body }));
      case 'attachments':
        return askAttachments(calls, item).then((attachments) => ({ attachments }));
      case 'label':
        return readLabel();
      case 'categories':
        return readCategories(calls, item, kind).then((categories) => ({ categories }));
      default:
        return readRecipients(calls, item, part);
    }
  }

  return {
    kind,
    abilities: readAbilities(),
    language: readLanguage(),
    owner: readOwner(),
    session: itemSessionData(calls, item),

    async readDraft(parts) {
      if (parts.length === 0) return { ...EMPTY_DRAFT, kind, composeType: null };
      const wanted = Array.from(new Set(parts));
      const reading = wanted.map((part) => readPart(part).catch((): DraftPiece => ({ complete: false })));
      const composed = readComposeType();
      const pieces = await Promise.all(reading);
      return assemble(kind, await composed, wanted, pieces);
    },

    readField: (field) => readRecipients(calls, item, field),
    readsWhole,
    addRecipients: (field, people) => addRecipients(calls, changeable, field, people),
    setRecipients: (field, people) => setRecipients(calls, changeable, field, people),
    insertText: () => Promise.reject(new MailboxFailure('body.setAsync', { message: 'not in an event handler' })),
    delayDelivery: () => Promise.reject(new MailboxFailure('delayDeliveryTime.setAsync', { message: 'not in an event handler' })),
  };
}

/** What one part brings into the draft. Not `complete`: it goes to `unread` with whatever was read. */
type DraftPiece = Partial<Pick<Draft, 'from' | 'subject' | 'body' | 'attachments' | 'label' | 'categories' | 'recipients'>> & { readonly complete?: boolean };

function assemble(kind: Draft['kind'], composeType: ComposeType | null, parts: readonly HostPart[], pieces: readonly DraftPiece[]): Draft {
  const unread = parts.filter((_, index) => (pieces[index] as DraftPiece).complete === false);
  return pieces.reduce<Draft>(
    (draft, { complete: _complete, recipients = [], ...read }) => ({ ...draft, ...read, recipients: [...draft.recipients, ...recipients] }),
    { ...EMPTY_DRAFT, kind, composeType, unread },
  );
}

/** Meetings have an organiser where messages have From. A sender without an address was not read. */
function askFrom(calls: OfficeCalls, item: () => ComposedItem, kind: Draft['kind']): Promise<Person> {
  return calls.ask<Office.EmailAddressDetails, Person>(
    'from.getAsync',
    (answer) => (kind === 'meeting' ? item().organizer : item().from).getAsync(answer),
    ({ emailAddress, displayName }) => {
      if (!emailAddress) throw new Error('a sender without an address');
      return { address: emailAddress, name: displayName || '' };
    },
  );
}

function askText(calls: OfficeCalls, operation: string, start: (answer: (result: Office.AsyncResult<string>) => void) => void): Promise<string> {
  return calls.ask<string, string>(operation, start, (value) => {
    if (typeof value !== 'string') throw new Error('an answer that is no text');
    return value;
  });
}

/** Links to files in the cloud are not in Outlook's list. */
function askAttachments(calls: OfficeCalls, item: () => ComposedItem): Promise<readonly Attachment[]> {
  return calls.ask<readonly Office.AttachmentDetailsCompose[], readonly Attachment[]>(
    'getAttachmentsAsync',
    (answer) => item().getAttachmentsAsync(answer),
    (entries) =>
      entries.map(({ name, size, isInline }) => ({
        name: name || '',
        ...(typeof size === 'number' ? { size } : {}),
        ...(typeof isInline === 'boolean' ? { inline: isInline } : {}),
      })),
  );
}

const COMPOSE_TYPES: readonly ComposeType[] = ['newMail', 'reply', 'forward'];

function askComposeType(calls: OfficeCalls, item: () => ComposedItem): Promise<ComposeType | null> {
  return calls.ask<{ composeType: string }, ComposeType | null>(
    'getComposeTypeAsync',
    (answer) => item().getComposeTypeAsync(answer as (result: Office.AsyncResult<unknown>) => void),
    ({ composeType }) => COMPOSE_TYPES.find((known) => known === composeType) || null,
  );
}

function kindOf(item: () => ComposedItem): Draft['kind'] {
  try {
    return (item().itemType as string) === 'appointment' ? 'meeting' : 'message';
  } catch {
    return 'message';
  }
}

/** The language Outlook is shown in, not the one the mail is written in. */
function readLanguage(): Language {
  try {
    return /^de\b/i.test(Office.context.displayLanguage) ? 'de' : 'en';
  } catch {
    return 'en';
  }
}

function readOwner(): Person | null {
  try {
    const { emailAddress, displayName } = Office.context.mailbox.userProfile;
    return emailAddress ? { address: emailAddress, name: displayName || '' } : null;
  } catch {
    return null;
  }
}
