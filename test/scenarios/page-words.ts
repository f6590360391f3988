import type { ButtonId } from '../../src/simulator/send';
import type { SendMode } from '../../src/simulator/inside';
import { LABELS } from './shown';
import type { Act, OurButton, Sight, Topic } from './scenario';

/* How the documentation says what the table says. */

export const TOPICS: Readonly<Record<Topic, { readonly title: string; readonly about: string }>> = {
  findings: { title: 'What was found', about: 'The policy is the built-in one with the organisation’s domain, unless something else is said.' },
  threads: { title: 'Replies, forwards, drafts', about: 'Whoever stood in the fields when a reply was opened, or is named above quoted mail, knows the others already.' },
  acknowledging: { title: 'What a confirmation is good for', about: 'In the pane the sender confirms what was found. That holds for these recipients with these findings, and is void as soon as either changes.' },
  senders: {
    title: 'Shared mailboxes, delegates, other accounts',
    about: 'What counts is **From** at Send: whom the recipients see, and whose organisation answers for the mail. The policy’s groups go by it, and so does the organisation where the policy names no domains. '
      + 'Who owns the mailbox is asked only where From cannot be read. `getSharedPropertiesAsync` is not used: it tells of rights and folders, and nothing a rule needs. '
      + 'The manifest has `SupportsSharedFolders`, which Mac needs, and the web clients for a shared mailbox in a window of its own; the add-in is deployed to the person, not to the shared mailbox.',
  },
  recipients: { title: 'Recipients and meetings', about: 'What Outlook does not tell is unknown, and never taken for nobody or for a colleague.' },
  officeCalls: { title: 'Outlook does not answer as it should', about: 'Every call to Outlook may fail, hang or come back empty. The verdict comes within three seconds all the same, and says what could not be checked.' },
  service: { title: 'The service does not answer as it should', about: '`unknownEvidence` in the policy decides what becomes of a mail that could not be checked: `confirm` unless an administrator says otherwise.' },
  outlook: { title: 'What Outlook does by itself', about: 'By the send mode in the manifest. Texts and times of these dialogs are Outlook’s and cannot be changed; a wish of the add-in to be milder does not count where the add-in fails.' },
};

export const BUTTONS: Readonly<Record<ButtonId, string>> = {
  dontSend: 'Don’t Send', takeAction: 'Take Action', sendAnyway: 'Send Anyway', wait: 'Wait', tryLater: 'Try Later', saveAsDraft: 'Save as Draft', ok: 'OK',
};

const DIALOGS: Readonly<Record<Extract<Sight, { kind: 'outlook' }>['dialog'], string>> = {
  slow: 'Outlook says that the check takes long',
  timeout: 'Outlook says that the check did not finish',
  unavailable: 'Outlook says that the add-in is not available',
  offline: 'Outlook says that there is no connection',
  unresolved: 'Outlook says who cannot be found',
  leaving: 'Outlook says that the mail is still being checked',
  anotherAddin: 'the other add-in’s dialog',
};

const KEPT: Readonly<Record<Extract<Sight, { kind: 'kept' }>['why'], string>> = {
  dontSend: 'it stays unsent', pane: 'the pane opens', command: 'the people are moved, and the sender presses Send again', tryLater: 'it stays unsent', sendAgain: 'it stays unsent until Send is pressed again',
  cannotSend: 'it stays unsent', offline: 'it stays unsent', unresolved: 'it stays unsent', noRecipients: 'it stays unsent', savedAsDraft: 'it is saved', recipientsChanged: 'it is left in Drafts',
};

export function sightWords(sight: Sight): string {
  switch (sight.kind) {
    case 'sent':
      if (sight.to === 'outbox') return `it waits in the outbox and leaves it **unchecked**`;
      return { checked: 'it goes out', sendAnyway: 'it goes out all the same', notChecked: 'it goes out **unchecked**' }[sight.how];
    case 'asked':
      return `**asked**, ${buttonWords(sight.button)}${quotes(sight.says)}`;
    case 'askedInPane':
      return `**asked in the pane**, ${buttonWords(sight.button)}${quotes(sight.says)}`;
    case 'stopped':
      return `**stopped**, ${buttonWords(sight.button)}${quotes(sight.says)}`;
    case 'bareAlert':
      return `**asked**, ${buttonWords(sight.button)}, with Outlook’s sentence instead of ours`;
    case 'outlook':
      return `${DIALOGS[sight.dialog]}: ${sight.buttons.map((id) => BUTTONS[id]).join(', ')}`;
    case 'kept':
      return `${KEPT[sight.why]}${sight.where === 'drafts' ? ', in Drafts' : ''}`;
    case 'notKept':
      return 'the pane says that Outlook could not keep it';
  }
}

function buttonWords(button: OurButton): string {
  return `“${LABELS[button]}”`;
}

function quotes(says: readonly string[]): string {
  return says.length === 0 ? '' : `: ${says.map((piece) => `“${piece}”`).join(', ')}`;
}

export function actWords(does: Act): string {
  switch (does) {
    case 'send':
      return 'Send';
    case 'pressOurs':
      return 'Our button';
    case 'close':
      return 'X';
    case 'wait':
      return 'Waiting';
    case 'leave':
      return 'Going elsewhere';
    case 'moveToBcc':
      return '“Move to Bcc” in the ribbon';
    case 'reopen':
      return 'Opened again';
    case 'pause':
      return '';
  }
  if ('press' in does) return BUTTONS[does.press];
  if ('add' in does) return `${typeof does.add === 'string' ? does.add : does.add.displayName || does.add.emailAddress} is added`;
  if ('remove' in does) return `${does.remove} is taken out`;
  if ('type' in does) return `“${does.type}” is typed`;
  if ('rewrite' in does) return does.rewrite.subject === undefined ? 'The text is changed' : 'The subject is changed';
  if ('sendAs' in does) return `From is changed to ${typeof does.sendAs === 'string' ? does.sendAs : does.sendAs.emailAddress}`;
  if ('attach' in does) return 'A file is attached';
  if ('acknowledge' in does) return does.acknowledge.reason === undefined ? 'Confirmed in the pane' : 'Confirmed with a reason';
  if ('declare' in does) return `Declared as ${does.declare}`;
  if ('anotherAddin' in does) return does.anotherAddin === null ? 'What the other one minds is repaired' : '';
  if ('service' in does) return does.service === 'up' ? 'The service is back' : 'The service is gone';
  return does.network === 'online' ? 'The connection is back' : 'The connection is lost';
}

export function modeWords(mode: SendMode | readonly SendMode[]): string {
  return [mode].flat().map((each) => `\`${each}\``).join(' and ');
}
