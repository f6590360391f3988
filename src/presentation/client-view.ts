import type { Ability, Client, Place } from '../core/client';
import type { Policy } from '../core/policy';
import type { Language } from '../core/rule';

/** What is guarded in this Outlook and what is not, a line each. */
export interface ClientView {
  readonly lines: readonly ClientLine[];
  /** The version of Umsicht that checks on Send, as far as it is known. */
  readonly sendVersion: string | null;
}

export interface ClientLine {
  readonly key: LineKey;
  /** `limited`: guarded, with something a sender has to know. */
  readonly state: 'guarded' | 'limited' | 'missing';
  readonly text: string;
}

type LineKey = 'send' | 'meetings' | 'dialog' | 'sendAnyway' | 'writing' | 'moving' | 'labels' | 'categories' | 'delay' | 'lists' | 'unresolved' | 'offline' | 'elsewhere';
type State = ClientLine['state'];

interface Found extends Client {
  readonly policy: Policy;
  /** What checks on Send has been at this draft already. */
  readonly hasChecked: boolean;
}

interface Line {
  readonly key: LineKey;
  /** The abilities that decide what is said. */
  readonly by: readonly Ability[];
  /** `null` where there is nothing to say: here, or under this policy. */
  of(found: Found, words: Words): readonly [State, string] | null;
}

/** In the order they are shown: what matters most to somebody about to press Send comes first. */
const LINES: readonly Line[] = [
  {
    key: 'send',
    by: ['sendEvents'],
    of({ can, hasChecked }, words) {
      if (!can.sendEvents) return ['missing', words.noSend];
      return hasChecked ? ['guarded', words.send] : ['limited', words.sendIfDeployed];
    },
  },
  {
    key: 'meetings',
    by: ['sendEvents'],
    of({ can, place }, words) {
      if (!can.sendEvents) return null;
      return place === 'web' ? ['limited', words.meetingsInWindow] : ['guarded', words.meetings];
    },
  },
  {
    key: 'dialog',
    by: ['sendEvents', 'paneButton', 'functionButton'],
    of({ can }, words) {
      if (!can.sendEvents) return null;
      if (can.functionButton) return ['guarded', words.functionButton];
      return can.paneButton ? ['guarded', words.paneButton] : ['limited', words.noButton];
    },
  },
  {
    key: 'sendAnyway',
    by: ['sendEvents', 'sendModeOverride'],
    of({ can }, words) {
      if (!can.sendEvents) return null;
      return can.sendModeOverride ? ['guarded', words.sendAnyway] : ['limited', words.noSendAnyway];
    },
  },
  {
    key: 'writing',
    by: ['changeEvents', 'notificationButton'],
    of({ can, policy }, words) {
      if (!can.changeEvents) return ['missing', words.noWriting];
      if (!policy.writing.notify) return ['limited', words.silentWriting];
      return ['guarded', can.notificationButton ? words.writing : words.writingWithoutButton];
    },
  },
  {
    key: 'moving',
    by: ['changeEvents', 'sessionData'],
    of({ can, place, policy }, words) {
      if (!policy.writing.moveToBcc) return null;
      if (!can.changeEvents || !can.sessionData) return ['missing', words.noMoving];
      return place === 'windows' ? ['limited', words.movingWhereTimed] : ['guarded', words.moving];
    },
  },
  { key: 'labels', by: ['sensitivityLabel'], of: ({ can }, words) => (can.sensitivityLabel ? ['guarded', words.labels] : ['missing', words.noLabels]) },
  {
    key: 'categories',
    by: ['categories'],
    of: ({ can, place }, words) => (!can.categories || place === 'web' ? ['missing', can.categories ? words.categoriesOfMeetings : words.noCategories] : null),
  },
  { key: 'delay', by: ['delay'], of: ({ can, policy }, words) => (can.delay || !delays(policy) ? null : ['missing', words.noDelay]) },
  { key: 'lists', by: ['longLists'], of: ({ wholeList }, words) => ['limited', words.lists(wholeList)] },
  { key: 'unresolved', by: [], of: (_, words) => ['limited', words.unresolved] },
  { key: 'offline', by: ['sendEvents'], of: ({ can, place }, words) => (can.sendEvents && words.offline[place] !== null ? ['limited', words.offline[place]] : null) },
  { key: 'elsewhere', by: [], of: (_, words) => ['missing', words.elsewhere] },
];

/** Abilities whose lack a line of the pane explains. */
export const EXPLAINED: readonly Ability[] = Array.from(new Set(LINES.reduce<readonly Ability[]>((all, { by }) => [...all, ...by], [])));

export function clientView(client: Client, policy: Policy, sendVersion: string | null, language: Language): ClientView {
  const lines: ClientLine[] = [];
  for (const { key, of } of LINES) {
    const said = of({ ...client, policy, hasChecked: sendVersion !== null }, WORDS[language]);
    if (said) lines.push({ key, state: said[0], text: said[1] });
  }
  return { lines, sendVersion };
}

function delays({ sending: { delayMinutes } }: Policy): boolean {
  return delayMinutes.notice !== null || delayMinutes.warning !== null || delayMinutes.critical !== null;
}

interface Words {
  readonly send: string;
  readonly sendIfDeployed: string;
  readonly noSend: string;
  readonly meetings: string;
  readonly meetingsInWindow: string;
  readonly functionButton: string;
  readonly paneButton: string;
  readonly noButton: string;
  readonly sendAnyway: string;
  readonly noSendAnyway: string;
  readonly writing: string;
  readonly writingWithoutButton: string;
  readonly silentWriting: string;
  readonly noWriting: string;
  readonly moving: string;
  readonly movingWhereTimed: string;
  readonly noMoving: string;
  readonly labels: string;
  readonly noLabels: string;
  readonly categoriesOfMeetings: string;
  readonly noCategories: string;
  readonly noDelay: string;
  readonly lists: (people: number) => string;
  readonly unresolved: string;
  /** `null` where nobody can say. */
  readonly offline: { readonly [P in Place]: string | null };
  readonly elsewhere: string;
}

const OFFLINE_DESKTOP = {
  de: 'Bricht die Verbindung beim Senden ab, prüft Umsicht mit dem, was es schon weiß, oder Outlook entscheidet, wie Ihr Administrator es festgelegt hat.',
  en: 'If the connection is lost while sending, Umsicht checks with what it knows, or Outlook decides as your administrator has set it.',
};

const WORDS: { readonly [L in Language]: Words } = {
  de: {
    send: 'Jede Nachricht wird beim Senden geprüft.',
    sendIfDeployed: 'Beim Senden wird geprüft, wenn Ihr Administrator Umsicht dafür bereitgestellt hat. Bei diesem Entwurf hat sich die Prüfung noch nicht gemeldet.',
    noSend: 'Beim Senden wird hier nichts geprüft. Sehen Sie in diesem Bereich nach, bevor Sie senden.',
    meetings: 'Besprechungen werden beim Senden ebenfalls geprüft.',
    meetingsInWindow: 'Besprechungen werden beim Senden geprüft, wenn sie in einem eigenen Fenster geschrieben sind. Im Kalender selbst und beim Weiterleiten ruft Outlook Umsicht nicht auf.',
    functionButton: 'Der Dialog beim Senden kann Empfänger gleich selbst nach Bcc verschieben.',
    paneButton: 'Der Dialog beim Senden hat eine Schaltfläche, die diesen Bereich öffnet. Hier beheben Sie einen Befund mit einem Klick.',
    noButton: 'Der Dialog beim Senden kann hier keine Abhilfe anbieten. Öffnen Sie dann im Menüband „Empfänger prüfen“.',
    sendAnyway: 'Wo Umsicht nur nachfragt, können Sie im Dialog trotzdem senden.',
    noSendAnyway: 'Wo Umsicht nur nachfragt, bestätigen Sie hier in diesem Bereich und drücken dann noch einmal „Senden“.',
    writing: 'Schon beim Schreiben wird geprüft. Wonach beim Senden gefragt würde, steht in einer Zeile über der Nachricht.',
    writingWithoutButton: 'Schon beim Schreiben wird geprüft. Wonach gefragt würde, steht in einer Zeile über der Nachricht, hier ohne Schaltfläche.',
    silentWriting: 'Beim Schreiben steht über der Nachricht kein Hinweis. So hat es Ihre Organisation festgelegt.',
    noWriting: 'Beim Schreiben meldet sich Umsicht hier nicht von selbst.',
    moving: 'Externe Empfänger einer Nachricht, die einander sähen, kommen schon beim Schreiben von selbst nach Bcc. Das lässt sich zurücknehmen.',
    movingWhereTimed: 'Externe Empfänger einer Nachricht, die einander sähen, kommen schon beim Schreiben von selbst nach Bcc, sofern diese Fassung von Outlook es zulässt. Das lässt sich zurücknehmen.',
    noMoving: 'Ihre Organisation möchte, dass externe Empfänger von selbst nach Bcc kommen. Hier verschieben Sie sie mit der Schaltfläche.',
    labels: 'Die Vertraulichkeitsbezeichnung wird mitgeprüft.',
    noLabels: 'Die Vertraulichkeitsbezeichnung kennt Umsicht hier nicht.',
    categoriesOfMeetings: 'Die Kategorien einer Nachricht teilt dieses Outlook nicht mit, nur die einer Besprechung.',
    noCategories: 'Kategorien teilt dieses Outlook nicht mit.',
    noDelay: 'Die verzögerte Zustellung, die Ihre Organisation vorsieht, ist hier nicht möglich. Was Sie senden, geht sofort hinaus.',
    lists: (people) => `Bis zu ${people} Empfänger in einem Feld werden vollständig gelesen. Sind es mehr, kann Outlook welche verschweigen; dann fragt Umsicht nach.`,
    unresolved: 'Namen, die Outlook noch nicht erkannt hat, sieht Umsicht nicht.',
    offline: {
      web: 'Ohne Netz gestartet, kennt dieses Outlook seine Add-Ins nicht. Was dann gesendet wird, ist ungeprüft, sofern Ihr Administrator das nicht abgestellt hat.',
      windows: OFFLINE_DESKTOP.de,
      mac: OFFLINE_DESKTOP.de,
      phone: null,
      unknown: null,
    },
    elsewhere: 'Nie geprüft wird, was nicht durch dieses Fenster geht: was vom Handy, aus anderen Programmen, als Serienbrief oder durch eine Regel gesendet wird.',
  },
  en: {
    send: 'Every message is checked when you send it.',
    sendIfDeployed: 'Messages are checked on Send if your administrator has deployed Umsicht for that. The check has not shown itself for this draft yet.',
    noSend: 'Nothing is checked on Send here. Look into this pane before you send.',
    meetings: 'Meetings are checked on Send, too.',
    meetingsInWindow: 'Meetings are checked on Send if they are written in a window of their own. Within the calendar itself, and for forwarded meetings, Outlook does not call Umsicht.',
    functionButton: 'The dialog on Send can move recipients to Bcc by itself.',
    paneButton: 'The dialog on Send has a button that opens this pane. Here one click fixes a finding.',
    noButton: 'The dialog on Send cannot offer a fix here. Open “Check recipients” in the ribbon instead.',
    sendAnyway: 'Where Umsicht only asks, you can send anyway from the dialog.',
    noSendAnyway: 'Where Umsicht only asks, confirm here in this pane, then press Send once more.',
    writing: 'The draft is checked while you write. What Send would ask about is said in a line above it.',
    writingWithoutButton: 'The draft is checked while you write. What Send would ask about is said in a line above it, here without a button.',
    silentWriting: 'While you write, no line above the message says anything. Your organisation has decided so.',
    noWriting: 'While you write, Umsicht says nothing of its own accord here.',
    moving: 'External recipients of a message who would see each other go to Bcc by themselves while you write. That can be undone.',
    movingWhereTimed: 'External recipients of a message who would see each other go to Bcc by themselves while you write, where this version of Outlook allows it. That can be undone.',
    noMoving: 'Your organisation wants external recipients to go to Bcc by themselves. Here you move them with the button.',
    labels: 'The sensitivity label is checked as well.',
    noLabels: 'Umsicht does not know the sensitivity label here.',
    categoriesOfMeetings: 'This Outlook does not tell the categories of a message, only those of a meeting.',
    noCategories: 'This Outlook does not tell categories.',
    noDelay: 'The delayed delivery your organisation asks for is not possible here. What you send leaves at once.',
    lists: (people) => `Up to ${people} recipients in a field are read completely. Of more, Outlook may keep some back; Umsicht asks then.`,
    unresolved: 'Names that Outlook has not recognised yet are not seen by Umsicht.',
    offline: {
      web: 'Started without a network, this Outlook does not know its add-ins. What is sent then is unchecked, unless your administrator has prevented that.',
      windows: OFFLINE_DESKTOP.en,
      mac: OFFLINE_DESKTOP.en,
      phone: null,
      unknown: null,
    },
    elsewhere: 'Never checked is what does not go through this window: sent from a phone, by other programs, as a mail merge or by a rule.',
  },
};
