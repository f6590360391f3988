import type { Language } from '../core/rule';
import type { ClientLine } from '../presentation/client-view';

/** Why the pane has nothing to show. */
export type Failure = 'officeMissing' | 'notOutlook' | 'noDraft' | 'fault';

/** The pane's own words. What rules say comes with the view. */
export interface PaneText {
  readonly paneName: string;
  readonly loading: string;
  readonly checkingAgain: string;

  readonly findings: (found: number, unclear: number) => string;
  readonly passedOnly: (passed: number) => string;
  readonly nothingChecked: string;
  readonly acknowledged: string;
  readonly announce: (headline: string, summary: string) => string;

  readonly emptyHeadline: string;
  readonly emptyExplained: string;

  readonly findingsHeading: string;
  readonly stops: string;
  readonly asks: string;
  readonly hint: string;
  readonly unclear: string;
  readonly unclearStops: string;
  readonly unclearAsks: string;
  readonly concerned: (people: number) => string;
  readonly noAddress: string;
  readonly more: (people: number) => string;
  readonly fewer: string;
  readonly fixFor: (label: string, people: readonly string[], others: number) => string;
  readonly working: string;
  readonly why: string;
  readonly whyFor: (title: string) => string;
  readonly sources: string;
  readonly opensOutside: string;

  readonly result: string;
  readonly undo: string;
  readonly undoing: string;

  readonly acknowledge: string;
  readonly acknowledgeHint: string;
  readonly tickEach: (ticks: number) => string;
  readonly tickAll: string;
  readonly ticksOpen: (open: number) => string;
  readonly reasonRequired: string;
  readonly reasonOptional: string;
  readonly reasonOpen: string;
  readonly delayFailed: string;

  readonly purposeHeading: string;
  readonly purposeLabel: string;
  readonly purposeHint: string;
  readonly purposeNone: string;
  readonly purposeAdvertising: string;
  readonly purposeOther: string;
  readonly looksLike: (label: string) => string;
  readonly seen: (words: string) => string;
  readonly quote: (word: string) => string;
  readonly declare: string;
  readonly declareFor: (label: string) => string;
  readonly notKept: string;
  readonly nothingToUndo: string;

  readonly leftOut: (checks: number) => string;
  readonly condition: { readonly met: string; readonly notMet: string; readonly unknown: string };
  readonly openChecks: (rules: number) => string;
  readonly passed: (rules: number) => string;
  readonly ruledOut: (title: string) => string;
  readonly clientHeading: string;
  readonly clientStates: { readonly [S in ClientLine['state']]: string };
  readonly version: (version: string) => string;
  readonly sendVersion: (version: string) => string;
  readonly staleOnSend: string;
  readonly notLegalAdvice: string;
  readonly askWhom: string;
  readonly readMore: string;

  readonly signIn: { readonly name: string; readonly needed: string; readonly unavailable: string; readonly button: string; readonly running: string };
  readonly failures: { readonly [F in Failure]: { readonly headline: string; readonly explained: string } };
  readonly retry: string;
  readonly playground: string;
}

export const TEXT: { readonly [L in Language]: PaneText } = {
  de: {
    paneName: 'Umsicht',
    loading: 'Der Entwurf wird geprüft …',
    checkingAgain: 'Wird erneut geprüft …',

    findings: (found, unclear) =>
      [found > 0 ? (found === 1 ? '1 Befund' : `${found} Befunde`) : '', unclear > 0 ? `${unclear} ungeklärt` : ''].filter(Boolean).join(' · '),
    passedOnly: (passed) => (passed === 1 ? 'Eine Regel geprüft, ohne Befund.' : `${passed} Regeln geprüft, ohne Befund.`),
    nothingChecked: 'Auf diesen Entwurf trifft keine Regel zu.',
    acknowledged: 'Drücken Sie jetzt „Senden“. Ändern sich Empfänger oder Befunde, fragt Umsicht wieder.',
    announce: (headline, summary) => (summary === '' ? headline : `${headline.replace(/\.$/, '')}. ${summary}`),

    emptyHeadline: 'Noch niemand eingetragen',
    emptyExplained: 'Sobald Outlook einen Empfänger erkannt hat, prüft Umsicht mit. Sie müssen nichts weiter tun.',

    findingsHeading: 'Befunde',
    stops: 'Hält das Senden an',
    asks: 'Fragt vor dem Senden nach',
    hint: 'Hinweis',
    unclear: 'Ungeklärt',
    unclearStops: 'Ungeklärt – hält das Senden an',
    unclearAsks: 'Ungeklärt – fragt vor dem Senden nach',
    concerned: (people) => (people === 1 ? 'Eine Person' : `${people} Personen`),
    noAddress: 'ohne lesbare Adresse',
    more: (people) => `und ${people} weitere`,
    fewer: 'Weniger anzeigen',
    fixFor: (label, people, others) => `${label}: ${people.join(', ')}${others > 0 ? ` und ${others} weitere` : ''}`,
    working: 'Wird geändert …',
    why: 'Warum?',
    whyFor: (title) => `Warum? ${title}`,
    sources: 'Rechtsgrundlagen',
    opensOutside: 'öffnet sich im Browser',

    result: 'Ergebnis der Änderung',
    undo: 'Rückgängig',
    undoing: 'Wird zurückgenommen …',

    acknowledge: 'Gelesen, so senden',
    acknowledgeHint: 'Sie senden danach selbst. Die Bestätigung gilt, solange Empfänger und Befunde so bleiben.',
    tickEach: (ticks) => (ticks === 1 ? 'Bitte einzeln bestätigen' : `Bitte jeden der ${ticks} Punkte einzeln bestätigen`),
    tickAll: 'Alle bestätigen',
    ticksOpen: (open) => (open === 1 ? 'Ein Punkt ist noch nicht bestätigt.' : `${open} Punkte sind noch nicht bestätigt.`),
    reasonRequired: 'Warum soll die Nachricht so gesendet werden?',
    reasonOptional: 'Warum soll die Nachricht so gesendet werden? (freiwillig)',
    reasonOpen: 'Bitte geben Sie einen Grund an.',
    delayFailed: 'Bestätigt. Die Zustellung ließ sich in diesem Outlook nicht verzögern.',

    purposeHeading: 'Zweck',
    purposeLabel: 'Zweck dieser Nachricht',
    purposeHint: 'Werbung braucht eine Einwilligung der Empfänger.',
    purposeNone: 'Nicht angegeben',
    purposeAdvertising: 'Werbung',
    purposeOther: 'Keine Werbung',
    looksLike: (label) => `Sieht nach „${label}“ aus`,
    seen: (words) => `Im Entwurf steht ${words}.`,
    quote: (word) => `„${word}“`,
    declare: 'Ja, so angeben',
    declareFor: (label) => `Ja, so angeben: ${label}`,
    notKept: 'Outlook konnte sich das nicht merken. Bitte versuchen Sie es noch einmal.',
    nothingToUndo: 'Es gibt nichts zurückzunehmen.',

    leftOut: (checks) => `Diese ${checks} Prüfungen`,
    condition: { met: 'erfüllt', notMet: 'nicht erfüllt', unknown: 'ungeklärt' },
    openChecks: (rules) => `Nicht geprüft (${rules})`,
    passed: (rules) => `Geprüft, ohne Befund (${rules})`,
    ruledOut: (title) => `${title}: nein`,
    clientHeading: 'Das kann dieses Outlook',
    clientStates: { guarded: 'Ja', limited: 'Mit Einschränkung', missing: 'Nein' },
    version: (version) => `Umsicht ${version}`,
    sendVersion: (version) => `Prüfung beim Senden ${version}`,
    staleOnSend: 'Outlook prüft beim Senden noch mit einer anderen Fassung. Starten Sie Outlook neu, damit es die richtige lädt.',
    notLegalAdvice: 'Umsicht gibt Hinweise, keine Rechtsberatung.',
    askWhom: 'Fragen? Wenden Sie sich an',
    readMore: 'Mehr dazu',

    signIn: {
      name: 'Anmeldung',
      needed: 'Sie sind bei Umsicht nicht angemeldet. Einwilligungen, Verteiler und die Richtlinie Ihrer Organisation lassen sich erst nach der Anmeldung abfragen.',
      unavailable: 'Umsicht kann Sie in diesem Outlook nicht anmelden. Was nur nach einer Anmeldung zu erfahren ist, bleibt ungeklärt.',
      button: 'Anmelden',
      running: 'Anmeldung läuft …',
    },
    failures: {
      officeMissing: {
        headline: 'Outlook ist nicht erreichbar',
        explained: 'Die Verbindung zu Outlook (office.js) wurde nicht geladen. Meist sperrt das Netzwerk die Adresse appsforoffice.microsoft.com. Ihr Entwurf ist unverändert.',
      },
      notOutlook: {
        headline: 'Diese Seite gehört in Outlook',
        explained: 'Umsicht prüft Nachrichten, während Sie in Outlook schreiben. Beginnen Sie dort eine neue Nachricht und öffnen Sie im Menüband „Empfänger prüfen“.',
      },
      noDraft: {
        headline: 'Es ist kein Entwurf geöffnet',
        explained: 'Umsicht prüft Nachrichten und Besprechungen, die Sie gerade schreiben.',
      },
      fault: {
        headline: 'Umsicht konnte nicht prüfen',
        explained: 'In Umsicht ist ein Fehler aufgetreten. Ihr Entwurf ist unverändert; beim Senden wird er noch einmal geprüft.',
      },
    },
    retry: 'Noch einmal versuchen',
    playground: 'Umsicht ohne Outlook ausprobieren',
  },

  en: {
    paneName: 'Umsicht',
    loading: 'Checking the draft …',
    checkingAgain: 'Checking again …',

    findings: (found, unclear) =>
      [found > 0 ? (found === 1 ? '1 finding' : `${found} findings`) : '', unclear > 0 ? `${unclear} could not be checked` : ''].filter(Boolean).join(' · '),
    passedOnly: (passed) => (passed === 1 ? 'One rule checked, nothing found.' : `${passed} rules checked, nothing found.`),
    nothingChecked: 'No rule applies to this draft.',
    acknowledged: 'Press Send now. If recipients or findings change, Umsicht asks again.',
    announce: (headline, summary) => (summary === '' ? headline : `${headline.replace(/\.$/, '')}. ${summary}`),

    emptyHeadline: 'Nobody is addressed yet',
    emptyExplained: 'As soon as Outlook has recognised a recipient, Umsicht checks along. There is nothing else for you to do.',

    findingsHeading: 'Findings',
    stops: 'Stops the message',
    asks: 'Asks before sending',
    hint: 'Note',
    unclear: 'Not checked',
    unclearStops: 'Not checked – stops the message',
    unclearAsks: 'Not checked – asks before sending',
    concerned: (people) => (people === 1 ? 'One person' : `${people} people`),
    noAddress: 'without a readable address',
    more: (people) => `and ${people} more`,
    fewer: 'Show fewer',
    fixFor: (label, people, others) => `${label}: ${people.join(', ')}${others > 0 ? ` and ${others} more` : ''}`,
    working: 'Changing …',
    why: 'Why?',
    whyFor: (title) => `Why? ${title}`,
    sources: 'Legal sources',
    opensOutside: 'opens in the browser',

    result: 'Result of the change',
    undo: 'Undo',
    undoing: 'Taking it back …',

    acknowledge: 'I have read this; send as it is',
    acknowledgeHint: 'You press Send yourself afterwards. This holds while recipients and findings stay as they are.',
    tickEach: (ticks) => (ticks === 1 ? 'Please confirm singly' : `Please confirm each of the ${ticks} items singly`),
    tickAll: 'Confirm all',
    ticksOpen: (open) => (open === 1 ? 'One item is not confirmed yet.' : `${open} items are not confirmed yet.`),
    reasonRequired: 'Why should the message go out like this?',
    reasonOptional: 'Why should the message go out like this? (optional)',
    reasonOpen: 'Please give a reason.',
    delayFailed: 'Confirmed. This Outlook could not delay the delivery.',

    purposeHeading: 'Purpose',
    purposeLabel: 'Purpose of this message',
    purposeHint: 'Advertising needs the consent of its recipients.',
    purposeNone: 'Not declared',
    purposeAdvertising: 'Advertising',
    purposeOther: 'Not advertising',
    looksLike: (label) => `Looks like “${label}”`,
    seen: (words) => `The draft says ${words}.`,
    quote: (word) => `“${word}”`,
    declare: 'Yes, declare it',
    declareFor: (label) => `Yes, declare it: ${label}`,
    notKept: 'Outlook could not keep this in mind. Please try again.',
    nothingToUndo: 'There is nothing to undo.',

    leftOut: (checks) => `These ${checks} checks`,
    condition: { met: 'met', notMet: 'not met', unknown: 'not known' },
    openChecks: (rules) => `Not checked (${rules})`,
    passed: (rules) => `Checked, nothing found (${rules})`,
    ruledOut: (title) => `${title}: no`,
    clientHeading: 'This Outlook can',
    clientStates: { guarded: 'Yes', limited: 'With a restriction', missing: 'No' },
    version: (version) => `Umsicht ${version}`,
    sendVersion: (version) => `check on Send ${version}`,
    staleOnSend: 'Outlook still checks with another version on Send. Restart Outlook so that it loads the right one.',
    notLegalAdvice: 'Umsicht gives hints, not legal advice.',
    askWhom: 'Questions? Please ask',
    readMore: 'Read more',

    signIn: {
      name: 'Sign-in',
      needed: 'You are not signed in to Umsicht. Consents, distribution lists and your organisation’s policy can only be looked up once you are.',
      unavailable: 'Umsicht cannot sign you in in this Outlook. What can only be learnt after a sign-in stays unclear.',
      button: 'Sign in',
      running: 'Signing in …',
    },
    failures: {
      officeMissing: {
        headline: 'Outlook is out of reach',
        explained: 'The link to Outlook (office.js) did not load. Most often the network blocks the address appsforoffice.microsoft.com. Your draft is unchanged.',
      },
      notOutlook: {
        headline: 'This page belongs in Outlook',
        explained: 'Umsicht checks messages while you write them in Outlook. Begin a new message there and open “Check recipients” in the ribbon.',
      },
      noDraft: {
        headline: 'No draft is open',
        explained: 'Umsicht checks messages and meetings that you are writing.',
      },
      fault: {
        headline: 'Umsicht could not check',
        explained: 'A fault occurred in Umsicht. Your draft is unchanged; it is checked once more when you send it.',
      },
    },
    retry: 'Try again',
    playground: 'Try Umsicht without Outlook',
  },
};
