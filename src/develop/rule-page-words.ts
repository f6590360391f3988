import type { ConsentStatus, EvidenceKind, LegalBasis, Safeguard } from '../core/evidence';
import type { DecisionAction } from '../core/policy';
import type { Language, ReadPart, Rule } from '../core/rule';

/** The words around what the rules say themselves, on their pages in docs/rules. */
export interface PageWords {
  readonly thisLanguage: string;
  readonly allRules: string;
  readonly topics: { readonly [T in Rule['topic']]: string };
  readonly law: string;
  readonly settings: string;
  readonly settingColumns: readonly string[];
  /** Of a field that has no default. */
  readonly required: string;
  readonly byDefault: string;
  /** Of rules that wait for a list of the administrator's. */
  readonly idle: string;
  /** Said of rules that find something missing. */
  readonly onlyFinished: string;
  readonly asDocument: string;
  readonly messages: string;
  readonly messageColumns: readonly string[];
  readonly finding: string;
  readonly undetermined: string;
  readonly action: { readonly [A in DecisionAction]: string };
  readonly remedyIs: string;
  readonly missing: string;
  readonly parts: { readonly [P in ReadPart]: string };
  readonly reads: (parts: readonly string[]) => string;
  readonly unread: string;
  readonly needsNothing: string;
  readonly needs: (kinds: readonly string[]) => string;
  readonly kinds: { readonly [K in EvidenceKind]: string };
  readonly unanswered: string;
  readonly byDraftAlone: string;
  readonly looksAway: string;
  readonly unknownEvidence: string;
  readonly examples: string;
  readonly circumstances: (domain: string, date: string) => string;
  readonly group: { readonly failed: string; readonly undetermined: string; readonly passed: string; readonly notApplicable: string };
  readonly list: string;
  readonly kind: string;
  readonly composeType: { readonly reply: string; readonly forward: string };
  readonly purpose: string;
  readonly ownDomains: string;
  readonly notAll: string;
  readonly inUse: string;
  readonly notInUse: string;
  readonly resembles: string;
  readonly writtenBefore: string;
  readonly neverWritten: string;
  readonly safeguards: { readonly [S in Safeguard]: string };
  readonly conditions: { readonly fromSale: string; readonly similarGoods: string; readonly toldAtCollection: string };
  readonly met: string;
  readonly notMet: string;
  readonly nobodyAsked: string;
  readonly setting: string;
  readonly date: string;
  readonly notKnown: string;
  readonly noContact: string;
  readonly nothingRecorded: string;
  readonly everything: string;
  readonly allAdvertising: string;
  readonly statuses: { readonly [S in ConsentStatus]: string };
  readonly bases: { readonly [B in LegalBasis]: string };
  readonly dates: { readonly obtained: string; readonly confirmed: string; readonly withdrawn: string; readonly expires: string };
  readonly passed: string;
  readonly notApplicable: string;
  readonly concerns: string;
  readonly remedy: string;
  readonly nobodyLeft: string;
  readonly others: (people: number) => string;
}

export const PAGE_WORDS: { readonly [L in Language]: PageWords } = {
  de: {
    thisLanguage: 'Deutsch',
    allRules: 'Alle Regeln',
    topics: { disclosure: 'Offenlegung', consent: 'Einwilligung', transfer: 'Drittländer', 'wrong-person': 'Falsche Person', content: 'Inhalt' },
    law: 'Rechtsgrundlagen',
    settings: 'Einstellungen',
    settingColumns: ['Einstellung', 'Bedeutung', 'Einheit', 'Vorgabe'],
    required: 'erforderlich',
    byDefault: 'Vorgabe ist',
    idle: 'Solange die Richtlinie ihr nichts nennt, wonach sie sucht, tut die Regel nichts.',
    onlyFinished: 'Über dem Entwurf steht davon beim Schreiben nichts: Was fehlt, kann noch kommen. Der Aufgabenbereich zeigt es, und beim Senden zählt es.',
    asDocument: 'In der Richtlinie stünden die Vorgaben so:',
    messages: 'Was sie sagt',
    messageColumns: ['Kennung', 'Satz', 'Ohne eigene Richtlinie'],
    finding: 'Befund',
    undetermined: 'Ungeklärt',
    action: { allow: 'hält nichts auf', confirm: 'fragt vor dem Senden nach', block: 'hält die Nachricht an' },
    remedyIs: 'Wo sich ein Befund beheben lässt, heißt die Schaltfläche',
    missing: 'Wenn etwas nicht bekannt ist',
    parts: { recipients: 'Empfänger', from: 'Absender', subject: 'Betreff', body: 'Text', attachments: 'Anhänge', label: 'Vertraulichkeitsbezeichnung', categories: 'Kategorien', purpose: 'angegebener Zweck', openedWith: 'Empfänger beim Öffnen' },
    reads: (parts) => `Die Regel liest: ${parts.join(', ')}.`,
    unread: 'Teilt Outlook das nicht vollständig mit, sagt sie etwa:',
    needsNothing: 'Mehr als den Entwurf braucht sie nicht: Ob der Dienst antwortet, ist für sie ohne Belang.',
    needs: (kinds) => `Sie fragt den Dienst nach: ${kinds.join(', ')}.`,
    unanswered: 'Antwortet er nicht, sagt sie etwa:',
    kinds: { contacts: 'Kontakte', members: 'Mitglieder von Verteilern', domains: 'Domains', correspondence: 'frühere Nachrichten' },
    byDraftAlone: 'Antwortet er nicht, urteilt sie nach dem Entwurf allein.',
    looksAway: 'Antwortet er nicht, sagt sie nichts, gilt dann aber auch nicht als bestanden.',
    unknownEvidence: 'Was nicht bekannt ist, gilt nie als geprüft. Was dann geschieht, entscheidet `unknownEvidence` in der Richtlinie; hier steht die Vorgabe `confirm`.',
    examples: 'Beispiele',
    circumstances: (domain, date) => `So geprüft, wie sie hier stehen, am ${date}, für eine Organisation mit der Domain \`${domain}\`. Absender ist \`Mara Own <mara@${domain}>\`.`,
    group: { failed: 'Beanstandet', undetermined: 'Ungeklärt', passed: 'Ohne Befund', notApplicable: 'Nicht zuständig' },
    list: '(Gruppe)',
    kind: 'Art',
    composeType: { reply: 'Antwort', forward: 'Weiterleitung' },
    purpose: 'Angegebener Zweck',
    ownDomains: 'Eigene Domains',
    notAll: '(und weitere, die das Verzeichnis nicht nennt)',
    inUse: 'bei Kontakten in Gebrauch',
    notInUse: 'bei keinem Kontakt in Gebrauch',
    resembles: 'ähnelt',
    writtenBefore: 'früher schon angeschrieben',
    neverWritten: 'noch nie angeschrieben',
    safeguards: { scc: 'Standardvertragsklauseln', bcr: 'verbindliche interne Datenschutzvorschriften', derogation: 'Ausnahme nach Art. 49 DSGVO', released: 'vom Datenschutz freigegeben', certified: 'nach dem EU-US-Datenschutzrahmen zertifiziert' },
    conditions: { fromSale: 'Adresse vom Kunden beim Verkauf', similarGoods: 'eigene ähnliche Waren', toldAtCollection: 'bei der Erhebung hingewiesen' },
    met: 'ja',
    notMet: 'nein',
    nobodyAsked: 'nicht abgefragt',
    setting: 'Einstellung',
    date: 'Zeitpunkt (UTC)',
    notKnown: 'nicht bekannt',
    noContact: 'steht nicht in den Kontakten',
    nothingRecorded: 'steht in den Kontakten, ohne weitere Angaben',
    everything: 'Alles',
    allAdvertising: 'Alle Werbung',
    statuses: { granted: 'erteilt', pending: 'noch nicht bestätigt', withdrawn: 'widerrufen', objected: 'widersprochen', expired: 'abgelaufen' },
    bases: {
      consent: 'Einwilligung', 'existing-customer': 'Bestandskunde, § 7 Abs. 3 UWG', contract: 'Vertrag', 'legal-obligation': 'rechtliche Verpflichtung',
      'vital-interests': 'lebenswichtige Interessen', 'public-task': 'öffentliche Aufgabe', 'legitimate-interests': 'berechtigte Interessen', other: 'andere',
    },
    dates: { obtained: 'erhalten', confirmed: 'bestätigt', withdrawn: 'widerrufen', expires: 'gilt bis' },
    passed: 'Nichts einzuwenden.',
    notApplicable: 'Trifft nicht zu.',
    concerns: 'Betrifft',
    remedy: 'Abhilfe',
    nobodyLeft: 'kein Empfänger mehr',
    others: (people) => `${people} weitere`,
  },
  en: {
    thisLanguage: 'English',
    allRules: 'All rules',
    topics: { disclosure: 'Disclosure', consent: 'Consent', transfer: 'Third countries', 'wrong-person': 'Wrong person', content: 'Content' },
    law: 'The law',
    settings: 'Settings',
    settingColumns: ['Setting', 'Meaning', 'Unit', 'Default'],
    required: 'required',
    byDefault: 'The default is',
    idle: 'While the policy gives it nothing to look for, the rule does nothing.',
    onlyFinished: 'No line above the draft speaks of it while it is being written: what is missing may still come. The pane shows it, and at Send it counts.',
    asDocument: 'In a policy, the defaults would read:',
    messages: 'What it says',
    messageColumns: ['Name', 'Sentence', 'Without a policy of your own'],
    finding: 'Finding',
    undetermined: 'Not known',
    action: { allow: 'stops nothing', confirm: 'asks before sending', block: 'stops the message' },
    remedyIs: 'Where a finding can be mended, the button says',
    missing: 'When something is not known',
    parts: { recipients: 'recipients', from: 'sender', subject: 'subject', body: 'text', attachments: 'attachments', label: 'sensitivity label', categories: 'categories', purpose: 'declared purpose', openedWith: 'recipients at opening' },
    reads: (parts) => `The rule reads: ${parts.join(', ')}.`,
    unread: 'Where Outlook does not tell all of it, the rule says, for instance:',
    needsNothing: 'It needs nothing but the draft: whether the service answers makes no difference to it.',
    needs: (kinds) => `It asks the service about: ${kinds.join(', ')}.`,
    unanswered: 'If there is no answer, it says, for instance:',
    kinds: { contacts: 'contacts', members: 'members of lists', domains: 'domains', correspondence: 'earlier mail' },
    byDraftAlone: 'If there is no answer, it judges by the draft alone.',
    looksAway: 'If there is no answer, it says nothing, but does not count as passed either.',
    unknownEvidence: 'What is not known never counts as checked. What happens then is decided by `unknownEvidence` in the policy; this is its default, `confirm`.',
    examples: 'Examples',
    circumstances: (domain, date) => `Checked as they stand here, on ${date}, for an organisation with the domain \`${domain}\`. The sender is \`Mara Own <mara@${domain}>\`.`,
    group: { failed: 'Objected to', undetermined: 'Not known', passed: 'Nothing found', notApplicable: 'None of its business' },
    list: '(group)',
    kind: 'Kind',
    composeType: { reply: 'reply', forward: 'forward' },
    purpose: 'Declared purpose',
    ownDomains: 'Own domains',
    notAll: '(and others that the directory does not name)',
    inUse: 'in use by contacts',
    notInUse: 'used by no contact',
    resembles: 'resembles',
    writtenBefore: 'written to before',
    neverWritten: 'never written to',
    safeguards: { scc: 'standard contractual clauses', bcr: 'binding corporate rules', derogation: 'derogation under Art. 49 GDPR', released: 'released by data protection', certified: 'certified under the EU-US Data Privacy Framework' },
    conditions: { fromSale: 'address from the customer in a sale', similarGoods: 'own similar goods', toldAtCollection: 'told at collection' },
    met: 'yes',
    notMet: 'no',
    nobodyAsked: 'not asked',
    setting: 'Setting',
    date: 'Instant (UTC)',
    notKnown: 'not known',
    noContact: 'not among the contacts',
    nothingRecorded: 'among the contacts, with nothing else on file',
    everything: 'Everything',
    allAdvertising: 'All advertising',
    statuses: { granted: 'granted', pending: 'not confirmed yet', withdrawn: 'withdrawn', objected: 'objected', expired: 'expired' },
    bases: {
      consent: 'consent', 'existing-customer': 'existing customer, Section 7(3) UWG', contract: 'contract', 'legal-obligation': 'legal obligation',
      'vital-interests': 'vital interests', 'public-task': 'public task', 'legitimate-interests': 'legitimate interests', other: 'other',
    },
    dates: { obtained: 'obtained', confirmed: 'confirmed', withdrawn: 'withdrawn', expires: 'valid until' },
    passed: 'Nothing to object to.',
    notApplicable: 'Does not apply.',
    concerns: 'About',
    remedy: 'Remedy',
    nobodyLeft: 'no recipient left',
    others: (people) => `${people} more`,
  },
};
