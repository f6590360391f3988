import type { Language } from '../core/rule';
import type { ClientId, ClientProfile } from '../simulator/clients';
import type { RuntimeKind, SendMode } from '../simulator/inside';
import type { SendResult } from '../simulator/send';

export type Field = 'to' | 'cc' | 'bcc';

/** The playground's own words. What rules and the add-in say is theirs. */
export interface Words {
  readonly title: string;
  readonly simulation: string;
  readonly nothingSent: string;
  readonly limitsHeading: string;
  readonly limits: readonly string[];
  readonly languageLabel: string;

  readonly client: string;
  readonly clientNames: { readonly [C in ClientId]: string };
  readonly clientMeans: (client: ClientProfile) => string;
  readonly mailboxSet: (set: string) => string;
  readonly sendMode: string;
  readonly sendModes: { readonly [M in SendMode]: { readonly name: string; readonly means: string } };
  readonly openDraft: string;
  readonly chooseDraft: string;
  readonly emptyDraft: string;
  readonly wholeDrafts: string;
  readonly settings: string;
  /** Under the choice of a draft: who answers the add-in's questions. */
  readonly bringsOwn: string;
  readonly fromService: string;

  readonly composeWindow: string;
  readonly newMessage: string;
  readonly composeLabel: string;
  readonly ribbon: string;
  readonly send: string;
  readonly attach: string;
  readonly from: string;
  readonly fields: { readonly [F in Field]: string };
  readonly fieldLabel: { readonly [F in Field]: string };
  readonly recipientsIn: (field: string) => string;
  readonly removePerson: (name: string) => string;
  readonly optionsFor: (name: string, field: string) => string;
  readonly notRecognised: (text: string) => string;
  readonly moveTo: (field: string) => string;
  readonly remove: string;
  readonly edit: string;
  readonly suggestions: string;
  readonly subject: string;
  readonly addSubject: string;
  readonly body: string;
  readonly attachments: string;
  readonly removeAttachment: (name: string) => string;
  readonly notifications: string;
  readonly dismiss: string;

  readonly pane: string;
  readonly closePane: string;
  readonly gone: { readonly [W in 'sent' | 'outbox' | 'drafts']: { readonly headline: string; readonly explained: string } };
  readonly another: string;
  readonly sameAgain: string;
  readonly backToDraft: string;

  readonly busy: { readonly [B in 'sending' | 'command']: (addin: string) => string };

  readonly log: string;
  readonly logEmpty: string;
  readonly clearLog: string;
  readonly logEntry: {
    readonly sent: string;
    readonly outbox: string;
    readonly stopped: string;
    readonly drafts: string;
    readonly command: string;
    readonly call: string;
    readonly problem: string;
  };
  readonly checked: string;
  readonly unchecked: string;
  readonly pressed: (button: string) => string;
  readonly offered: (buttons: string) => string;
  readonly noSubject: string;
  readonly seesTable: string;
  readonly recipient: string;
  readonly gotIn: string;
  readonly sees: string;
  readonly seesCount: (others: number) => string;
  readonly seesNobody: string;
  readonly strangers: (count: number) => string;
  /** So many people read addresses of strangers in this mail. */
  readonly disclosed: (readers: number) => string;
  readonly sendAnyway: string;
  readonly kept: { readonly [W in (SendResult & { kind: 'kept' })['why']]: string };
  readonly commandFailed: string;
  readonly runtimes: { readonly [K in RuntimeKind]: string };

  readonly faults: string;
  readonly faultsHint: string;
  readonly unreachable: string;
  readonly unreachableHint: string;
  readonly slowCalls: string;
  readonly slowCallsHint: string;
  readonly slowness: readonly { readonly milliseconds: number; readonly label: string }[];
  readonly failingCall: string;
  readonly failingCallHint: string;
  readonly noCall: string;
  readonly failHow: string;
  readonly failHows: { readonly fail: string; readonly hang: string; readonly empty: string; readonly throw: string };
  readonly faultsOn: string;
}

export const WORDS: { readonly [L in Language]: Words } = {
  de: {
    title: 'Umsicht ausprobieren',
    simulation: 'Simulation',
    nothingSent: 'Outlook ist hier nachgebildet. Es wird nichts versendet.',
    limitsHeading: 'Was diese Seite kann und was nicht',
    limits: [
      'Es gibt kein Postfach: „Senden“ schreibt nur in das Protokoll unten. Ihre Eingaben bleiben in diesem Browser; das Add-in fragt nur den Dienst, der diese Seite ausliefert, nach der Richtlinie und zu den Adressen.',
      'Das Add-in läuft mit seinen eigenen, unveränderten Dateien. Nur die Bibliothek office.js ist durch die Nachbildung ersetzt.',
      'Wie sich welches Outlook verhält, stammt aus der Dokumentation von Microsoft und aus Fehlerberichten (Stand 21. August 2026), nicht aus Messungen in Outlook. Aussehen und Wortlaut der Schaltflächen von Outlook können abweichen.',
      'Das klassische Outlook hat eine eigene Skript-Umgebung. Hier läuft die Prüfung dafür in einem Worker, dem alles genommen ist, was dort fehlt; die Sprachmaschine selbst ist die Ihres Browsers.',
      'Die Kontakte und ihre Einwilligungen sind erfunden.',
    ],
    languageLabel: 'Sprache',

    client: 'Outlook',
    clientNames: {
      web: 'Outlook im Web',
      newWindows: 'Neues Outlook für Windows',
      mac: 'Outlook für Mac (neu)',
      classicWindows_1_16: 'Klassisches Outlook, ab 2602',
      classicWindows_1_15: 'Klassisches Outlook, 2412 bis 2601',
      classicWindows_1_14: 'Klassisches Outlook, 2404 bis 2411, LTSC 2024',
      classicWindows_1_13: 'Klassisches Outlook, 2304 bis 2403',
      classicWindows_1_12: 'Klassisches Outlook, 2206 bis 2303',
    },
    clientMeans: ({ smartAlerts }) => {
      if (!smartAlerts.commandPane) return 'Der Dialog zeigt nur Text; behoben und bestätigt wird im Umsicht-Bereich.';
      if (!smartAlerts.commandFunction) return 'Eine Schaltfläche im Dialog öffnet den Umsicht-Bereich; dort wird behoben.';
      return 'Eine Schaltfläche im Dialog behebt den Befund sofort; der Text ist formatiert.';
    },
    mailboxSet: (set) => `Mailbox ${set}`,
    sendMode: 'Sendemodus',
    sendModes: {
      PromptUser: { name: 'Nachfragen (PromptUser)', means: 'Nach einem Befund darf man immer trotzdem senden.' },
      SoftBlock: { name: 'Anhalten (SoftBlock)', means: 'Wie ausgeliefert: Ein Befund hält an; ist das Add-in nicht erreichbar, wird gesendet.' },
      Block: { name: 'Sperren (Block)', means: 'Auch ohne erreichbares Add-in wird nichts gesendet.' },
    },
    openDraft: 'Entwurf öffnen',
    chooseDraft: 'Ein Beispiel wählen',
    emptyDraft: 'Leere Nachricht',
    wholeDrafts: 'Aus dem Alltag',
    settings: 'Einstellungen',
    bringsOwn: 'Dieses Beispiel bringt seine eigenen Kontakte oder Regeln mit.',
    fromService: 'Was über die Empfänger bekannt ist, sagt der Dienst mit seinen Beispielkontakten.',

    composeWindow: 'Outlook, nachgebildet',
    newMessage: 'Neue Nachricht',
    composeLabel: 'Nachricht schreiben',
    ribbon: 'Menüband',
    send: 'Senden',
    attach: 'Datei anfügen',
    from: 'Von',
    fields: { to: 'An', cc: 'Cc', bcc: 'Bcc' },
    fieldLabel: { to: 'An', cc: 'Cc (Kopie)', bcc: 'Bcc (Blindkopie)' },
    recipientsIn: (field) => `Empfänger in ${field}`,
    removePerson: (name) => `${name} entfernen`,
    optionsFor: (name, field) => `${name}, in ${field}`,
    notRecognised: (text) => `${text}, nicht erkannt`,
    moveTo: (field) => `Nach ${field} verschieben`,
    remove: 'Entfernen',
    edit: 'Ändern',
    suggestions: 'Vorschläge',
    subject: 'Betreff',
    addSubject: 'Betreff hinzufügen',
    body: 'Nachricht',
    attachments: 'Anlagen',
    removeAttachment: (name) => `Anlage ${name} entfernen`,
    notifications: 'Mitteilungen',
    dismiss: 'Schließen',

    pane: 'Umsicht',
    closePane: 'Umsicht-Bereich schließen',
    gone: {
      sent: { headline: 'Gesendet – aber nur hier', explained: 'In Outlook wäre die Nachricht jetzt unterwegs. Im Protokoll steht, was jede Person darin sieht.' },
      outbox: { headline: 'Im Postausgang', explained: 'Outlook würde die Nachricht senden, sobald die Verbindung wieder steht.' },
      drafts: { headline: 'Bei den Entwürfen', explained: 'Outlook hat die Nachricht zu den Entwürfen gelegt.' },
    },
    another: 'Neue Nachricht',
    sameAgain: 'Denselben Entwurf noch einmal öffnen',
    backToDraft: 'Zum Entwurf zurück',

    busy: { sending: (addin) => `${addin} prüft die Nachricht …`, command: (addin) => `${addin} arbeitet …` },

    log: 'Protokoll',
    logEmpty: 'Noch nichts gesendet. Öffnen Sie oben ein Beispiel und drücken Sie „Senden“.',
    clearLog: 'Leeren',
    logEntry: {
      sent: 'Gesendet',
      outbox: 'In den Postausgang gelegt',
      stopped: 'Angehalten',
      drafts: 'Nicht gesendet',
      command: 'Befehl ausgeführt',
      call: 'Aufruf misslungen',
      problem: 'Auffällig',
    },
    checked: 'von Umsicht geprüft',
    unchecked: 'ohne Prüfung',
    pressed: (button) => `Gedrückt: ${button}`,
    offered: (buttons) => `Angeboten: ${buttons}`,
    noSubject: '(kein Betreff)',
    seesTable: 'Was jede Person sieht',
    recipient: 'Person',
    gotIn: 'steht in',
    sees: 'liest die Adressen von',
    seesCount: (others) => (others === 1 ? '1 weiteren Person' : `${others} weiteren Personen`),
    seesNobody: 'keiner weiteren Person',
    strangers: (count) => `davon ${count} fremd`,
    disclosed: (readers) => (readers === 1 ? 'Eine Person liest fremde Adressen' : `${readers} Personen lesen fremde Adressen`),
    sendAnyway: 'Trotzdem senden',
    kept: {
      dontSend: 'Nicht gesendet.',
      pane: 'Der Umsicht-Bereich ist geöffnet.',
      command: 'Der Befehl ist ausgeführt.',
      tryLater: 'Später noch einmal senden.',
      sendAgain: 'Bitte noch einmal senden.',
      cannotSend: 'Ohne das Add-in wird nicht gesendet.',
      offline: 'Es besteht keine Verbindung.',
      unresolved: 'Ein Empfänger ist nicht erkannt.',
      noRecipients: 'Es ist niemand eingetragen, also bleibt die Nachricht offen.',
      savedAsDraft: 'Als Entwurf gespeichert.',
      recipientsChanged: 'Die Empfänger wurden während der Prüfung geändert.',
    },
    commandFailed: 'Der Befehl ist nicht zu Ende gekommen.',
    runtimes: { events: 'Prüfung beim Senden', commands: 'Befehl', pane: 'Umsicht-Bereich' },

    faults: 'Störungen',
    faultsHint: 'Zum Ausprobieren: Was geschieht, wenn etwas nicht antwortet?',
    unreachable: 'Dienst nicht erreichbar',
    unreachableHint: 'Das Add-in bekommt weder Richtlinie noch Einwilligungen.',
    slowCalls: 'Outlook antwortet langsam',
    slowCallsHint: 'So lange braucht jeder Aufruf von Office.js.',
    slowness: [{ milliseconds: 0, label: 'nein' }, { milliseconds: 400, label: '0,4 Sekunden' }, { milliseconds: 1500, label: '1,5 Sekunden' }, { milliseconds: 4000, label: '4 Sekunden' }],
    failingCall: 'Ein Aufruf misslingt',
    failingCallHint: 'Immer dieser eine Aufruf von Office.js.',
    noCall: 'keiner',
    failHow: 'auf welche Art',
    failHows: { fail: 'wird abgelehnt', hang: 'wird nie beantwortet', empty: 'antwortet leer', throw: 'wirft einen Fehler' },
    faultsOn: 'Störung eingeschaltet',
  },

  en: {
    title: 'Try Umsicht',
    simulation: 'Simulation',
    nothingSent: 'Outlook is played by this page. Nothing is sent.',
    limitsHeading: 'What this page can show, and what it cannot',
    limits: [
      'There is no mailbox: “Send” only writes to the log below. What you type stays in this browser; the add-in asks nobody but the service that serves this page, for the policy and about the addresses.',
      'The add-in runs from its own files, unmodified. Only the library office.js is replaced by the simulation.',
      'How each Outlook behaves comes from Microsoft’s documentation and from issue reports (as of 21 August 2026), not from measurements in Outlook. The look and the wording of Outlook’s own buttons may differ.',
      'Classic Outlook has a script engine of its own. Here its check runs in a worker that everything missing there was taken from; the engine itself is your browser’s.',
      'The contacts and their consents are invented.',
    ],
    languageLabel: 'Language',

    client: 'Outlook',
    clientNames: {
      web: 'Outlook on the web',
      newWindows: 'New Outlook on Windows',
      mac: 'Outlook on Mac (new)',
      classicWindows_1_16: 'Classic Outlook, 2602 and later',
      classicWindows_1_15: 'Classic Outlook, 2412 to 2601',
      classicWindows_1_14: 'Classic Outlook, 2404 to 2411, LTSC 2024',
      classicWindows_1_13: 'Classic Outlook, 2304 to 2403',
      classicWindows_1_12: 'Classic Outlook, 2206 to 2303',
    },
    clientMeans: ({ smartAlerts }) => {
      if (!smartAlerts.commandPane) return 'The dialog shows text only; fixing and confirming is done in the Umsicht pane.';
      if (!smartAlerts.commandFunction) return 'A button in the dialog opens the Umsicht pane, where the fix is made.';
      return 'A button in the dialog makes the fix at once; the text is formatted.';
    },
    mailboxSet: (set) => `Mailbox ${set}`,
    sendMode: 'Send mode',
    sendModes: {
      PromptUser: { name: 'Ask (PromptUser)', means: 'After a finding people may always send anyway.' },
      SoftBlock: { name: 'Stop (SoftBlock)', means: 'As shipped: a finding stops the mail; if the add-in is out of reach, it goes out.' },
      Block: { name: 'Block (Block)', means: 'Nothing goes out without the add-in either.' },
    },
    openDraft: 'Open a draft',
    chooseDraft: 'Choose an example',
    emptyDraft: 'Empty message',
    wholeDrafts: 'From everyday work',
    settings: 'Settings',
    bringsOwn: 'This example brings contacts or settings of its own.',
    fromService: 'What is known of the recipients comes from the service and its demo contacts.',

    composeWindow: 'Outlook, simulated',
    newMessage: 'New message',
    composeLabel: 'Write a message',
    ribbon: 'Ribbon',
    send: 'Send',
    attach: 'Attach file',
    from: 'From',
    fields: { to: 'To', cc: 'Cc', bcc: 'Bcc' },
    fieldLabel: { to: 'To', cc: 'Cc (copy)', bcc: 'Bcc (blind copy)' },
    recipientsIn: (field) => `Recipients in ${field}`,
    removePerson: (name) => `Remove ${name}`,
    optionsFor: (name, field) => `${name}, in ${field}`,
    notRecognised: (text) => `${text}, not recognised`,
    moveTo: (field) => `Move to ${field}`,
    remove: 'Remove',
    edit: 'Edit',
    suggestions: 'Suggestions',
    subject: 'Subject',
    addSubject: 'Add a subject',
    body: 'Message',
    attachments: 'Attachments',
    removeAttachment: (name) => `Remove attachment ${name}`,
    notifications: 'Notifications',
    dismiss: 'Dismiss',

    pane: 'Umsicht',
    closePane: 'Close the Umsicht pane',
    gone: {
      sent: { headline: 'Sent – but only here', explained: 'In Outlook the message would be on its way now. The log shows what each person sees in it.' },
      outbox: { headline: 'In the Outbox', explained: 'Outlook would send the message as soon as the connection is back.' },
      drafts: { headline: 'In Drafts', explained: 'Outlook has put the message into Drafts.' },
    },
    another: 'New message',
    sameAgain: 'Open the same draft again',
    backToDraft: 'Back to the draft',

    busy: { sending: (addin) => `${addin} is checking the message …`, command: (addin) => `${addin} is working …` },

    log: 'Log',
    logEmpty: 'Nothing sent yet. Open an example above and press “Send”.',
    clearLog: 'Clear',
    logEntry: {
      sent: 'Sent',
      outbox: 'Put into the Outbox',
      stopped: 'Stopped',
      drafts: 'Not sent',
      command: 'Command run',
      call: 'Call failed',
      problem: 'Noted',
    },
    checked: 'checked by Umsicht',
    unchecked: 'not checked',
    pressed: (button) => `Pressed: ${button}`,
    offered: (buttons) => `Offered: ${buttons}`,
    noSubject: '(no subject)',
    seesTable: 'What each person sees',
    recipient: 'Person',
    gotIn: 'is in',
    sees: 'reads the addresses of',
    seesCount: (others) => (others === 1 ? '1 other person' : `${others} other people`),
    seesNobody: 'nobody else',
    strangers: (count) => (count === 1 ? '1 of them a stranger' : `${count} of them strangers`),
    disclosed: (readers) => (readers === 1 ? 'One person reads addresses of strangers' : `${readers} people read addresses of strangers`),
    sendAnyway: 'Send Anyway',
    kept: {
      dontSend: 'Not sent.',
      pane: 'The Umsicht pane is open.',
      command: 'The command has run.',
      tryLater: 'To be sent again later.',
      sendAgain: 'Please press Send again.',
      cannotSend: 'Nothing is sent without the add-in.',
      offline: 'There is no connection.',
      unresolved: 'A recipient is not recognised.',
      noRecipients: 'Nobody is addressed, so the message stays open.',
      savedAsDraft: 'Saved as a draft.',
      recipientsChanged: 'The recipients were changed during the check.',
    },
    commandFailed: 'The command did not come to its end.',
    runtimes: { events: 'Check on Send', commands: 'Command', pane: 'Umsicht pane' },

    faults: 'Faults',
    faultsHint: 'To try out: what happens when something does not answer?',
    unreachable: 'Service out of reach',
    unreachableHint: 'The add-in gets neither policy nor consents.',
    slowCalls: 'Outlook answers slowly',
    slowCallsHint: 'Every call of Office.js takes so long.',
    slowness: [{ milliseconds: 0, label: 'no' }, { milliseconds: 400, label: '0.4 seconds' }, { milliseconds: 1500, label: '1.5 seconds' }, { milliseconds: 4000, label: '4 seconds' }],
    failingCall: 'A call fails',
    failingCallHint: 'Always this one call of Office.js.',
    noCall: 'none',
    failHow: 'in which way',
    failHows: { fail: 'is refused', hang: 'is never answered', empty: 'answers with nothing', throw: 'throws an error' },
    faultsOn: 'fault switched on',
  },
};
