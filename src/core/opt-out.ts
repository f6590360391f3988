/** What somebody can stop, as senders call it. */
const SENT = '(newsletters?|werbung|werbe\\S{0,30}|mailings?|(e-?)?mails?|post|nachrichten|zusendung(en)?|informationen|einladungen|angebote|verteiler|advertis\\S{0,20}|marketing|messages?|updates|invitations?)';
const LEAVE = '(ab(zu)?melde\\S{0,12}|abmeldung|ab(zu)?bestell\\S{0,6}|aus(zu)?tragen|austr\u00e4gt)';
/** Within one sentence. A bounded gap keeps the work in proportion to the text. */
const GAP = '[^.!?\\n]{0,120}';

const SIGNS: readonly RegExp[] = [
  // "Sie k\u00f6nnen den Newsletter jederzeit abbestellen", "Abmeldung vom Newsletter", "hier abmelden"
  new RegExp(`\\b(${SENT}|hier|jederzeit|link)\\b${GAP}\\b${LEAVE}\\b`, 'i'),
  new RegExp(`\\b${LEAVE}\\b${GAP}(\\b(${SENT}|hier|jederzeit|link)\\b|https?:)`, 'i'),
  // A link or button of that name on a line of its own.
  new RegExp(`^[ \\t>*|[(-]{0,6}${LEAVE}[ \\t\\])|.:]{0,6}(<|$)`, 'im'),
  // "Sie k\u00f6nnen der Verwendung Ihrer Adresse jederzeit widersprechen", "Ihr Widerspruchsrecht"
  new RegExp(`\\b(jederzeit|verwendung|nutzung|verarbeitung|zusendung|werbung)\\b${GAP}\\b(zu )?widerspr(echen|uch)\\b`, 'i'),
  new RegExp(`\\bwiderspr(echen|uch)\\b${GAP}\\b(jederzeit|verwendung|nutzung|verarbeitung|zusendung|werbung)\\b`, 'i'),
  /\bwiderspruchsrecht\b|\brecht (auf|zum) widerspruch\b/i,
  // "Wenn Sie keine weiteren Informationen w\u00fcnschen", "keine E-Mails mehr erhalten"
  new RegExp(`\\bkeine( weiteren?)? ${SENT}( von uns)?( mehr)?( von uns)? (mehr |zu )?(erhalten|bekommen|empfangen|w\u00fcnschen|wollen|m\u00f6chten)\\b`, 'i'),
  new RegExp(`\\bkeine( weiteren?)? ${SENT} (mehr\\b|[^.!?\\n]{0,60}\\b(erhalten|bekommen|empfangen)\\b)`, 'i'),
  new RegExp(`\\b(sie (w\u00fcnschen|wollen|m\u00f6chten)|(w\u00fcnschen|wollen|m\u00f6chten) sie)( in zukunft| (zu)?k\u00fcnftig)? keine( weiteren?)? ${SENT}\\b`, 'i'),
  new RegExp(`\\b${SENT} nicht (mehr|l\u00e4nger) (erhalten|bekommen|empfangen|lesen)\\b|\\bnicht mehr (von uns )?(angeschrieben|kontaktiert) werden\\b`, 'i'),
  // "Sie k\u00f6nnen Ihre Einwilligung jederzeit widerrufen", which ends the advertising as well.
  new RegExp(`\\beinwilligung\\b${GAP}\\bwiderrufen\\b|\\bwiderruf(en)?\\b${GAP}\\beinwilligung\\b|\\bwithdraw\\b${GAP}\\bconsent\\b`, 'i'),
  // An entry of a footer: "Impressum | Datenschutz | Abmelden".
  new RegExp(`\\b(impressum|datenschutz|agb|im browser)\\b[^\\n]{0,80}[|\u00b7\u2022][ \\t]{0,6}${LEAVE}\\b|\\b${LEAVE}[ \\t]{0,6}[|\u00b7\u2022][^\\n]{0,80}\\b(impressum|datenschutz|agb)\\b`, 'i'),
  /\b(unsubscribe|opt(ing)?[ -]out)\b/i,
  /\bremove me from (this|the|your|our) (mailing |e-?mail )?list\b|\b(manage|update|change) (your )?((e-?mail|newsletter|subscription) )?(subscriptions?|preferences)[ \t]{0,3}(here|[:<(]|https?:|$)/im,
  /\b(don['\u2019]t|do not) want (these|our|any more|more|further) (e-?mails|messages|newsletters|updates)\b|\brather not (receive|get|hear)\b/i,
  new RegExp(`\\b(no longer|do not|don['\u2019]t) (wish|want|like)\\b${GAP}\\b(receive|get|hear)\\b`, 'i'),
  new RegExp(`\\bstop (receiving|getting)\\b${GAP}\\b${SENT}\\b`, 'i'),
  new RegExp(`\\b(right to |may |can )object\\b${GAP}\\b(any time|use|using|${SENT})\\b|\\bright to object\\b`, 'i'),
  /\b(antworten sie|antwort|reply)\b[^.!?\n]{0,40}["\u201e\u201c'\u201a\u00bb]?(stop|stopp|abmelden|nein danke|no thanks)\b/i,
];

/**
 * Whether a text tells its reader how to have no more of this, in German or English: a way to
 * unsubscribe, or the right to object (\u00a7 7 (2) no. 3 (c), (3) no. 4 UWG; Art. 21 (4) GDPR). Meant for
 * what the sender wrote and the signature; somebody else's notice in a quoted mail does not count.
 *
 * It sees that a notice is there, not that it is clear, complete or that its link works.
 */
export function pointsToOptOut(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}
