import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. c und f DSGVO', en: 'Art. 5(1)(c) and (f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 1 DSGVO', en: 'Art. 32(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
];

type Labels = 'lists' | 'lists.words' | 'lists.except' | 'lists.in' | 'lists.language' | 'lists.severity' | 'lists.reason' | 'lists.reasonDe' | 'lists.reasonEn' | 'onlyOutside' | 'quotedText';

export const explanation: { readonly [L in Language]: Explanation<Record<Labels, unknown>> } = {
  de: {
    why: 'Bestimmte Wörter sagen, worum es geht, bevor es jemand liest: ein Projektname, „Kündigung“, „Gehalt“, „Diagnose“. Geht so etwas an die Falschen oder weiter als nötig, ist der Schaden da, bevor ihn jemand bemerkt, und zurückholen lässt sich eine E-Mail nicht. Personenbezogene Daten dürfen nur so weit weitergegeben werden, wie es der Zweck verlangt, und müssen vor Unbefugten geschützt sein (Art. 5 Abs. 1 lit. c und f, Art. 32 Abs. 1 DSGVO). Prüfen Sie, ob Empfänger und Inhalt zueinander passen; ein Wort allein bedeutet noch nichts. Ihre Signatur zählt nicht mit.',
    options: {
      lists: 'Listen von Wörtern, bei denen gefragt wird',
      'lists.words': 'Wörter und Wendungen; * steht für beliebige Buchstaben, ? für einen',
      'lists.except': 'Wendungen, in denen sie nicht zählen („nicht vertraulich“)',
      'lists.in': 'Wo gesucht wird; everywhere: Betreff, Text und Namen der Anhänge',
      'lists.language': 'Sprache, deren Formen gelten (Vertrag: Vertrages, Verträge); none: keine',
      'lists.severity': 'Schwere dieser Liste; asRule: wie die Regel',
      'lists.reason': 'Grund, wie ihn die Meldung nennt',
      'lists.reasonDe': 'Grund auf Deutsch, falls er anders lautet',
      'lists.reasonEn': 'Grund auf Englisch, falls er anders lautet',
      onlyOutside: 'Nur E-Mails prüfen, die nach außen gehen',
      quotedText: 'Auch den zitierten Verlauf prüfen',
    },
  },
  en: {
    why: 'Some words tell what a mail is about before anybody reads it: the name of a project, “dismissal”, “salary”, “diagnosis”. If that goes to the wrong people, or further than needed, the harm is done before anybody notices, and a mail cannot be called back. Personal data may be passed on only as far as the purpose asks for, and has to be kept from people who have no need of it (Art. 5(1)(c) and (f), Art. 32(1) GDPR). Check that recipients and content belong together; a word by itself means nothing yet. Your signature does not count.',
    options: {
      lists: 'Lists of words that Umsicht asks about',
      'lists.words': 'Words and phrases; * stands for any letters, ? for one',
      'lists.except': 'Phrases in which they do not count (“not confidential”)',
      'lists.in': 'Where to look; everywhere: subject, text and names of attachments',
      'lists.language': 'Language whose forms count (contract: contracts); none: no forms',
      'lists.severity': 'Severity of this list; asRule: the rule’s own',
      'lists.reason': 'Reason as the message states it',
      'lists.reasonDe': 'Reason in German where it differs',
      'lists.reasonEn': 'Reason in English where it differs',
      onlyOutside: 'Check only mail that goes outside the organisation',
      quotedText: 'Check the quoted thread as well',
    },
  },
};
