import { addressKey, parseAddress } from './address';
import type { Draft } from './draft';
import type { Purpose } from './purpose';
import { readWriting } from './writing';

/** What a draft looks like, and what made it look so. */
export interface PurposeSuggestion {
  readonly purpose: Purpose;
  /** In the draft's own words; of a link, by what it shows to be one of a campaign. */
  readonly seen: readonly string[];
  /** How many people outside the sender's domain it goes to, where their number counted; otherwise 0. */
  readonly recipients: number;
}

/** What a phrase counts in the subject and in the sender's own text; `null` for what any advertising may say. */
type Sign = readonly [purpose: Purpose | null, subject: number, body: number, pattern: RegExp];

/**
 * German and English signs of advertising. Four points make a suggestion: a word that ordinary
 * business uses as well (offer, discount, survey, webinar) counts one or two, a phrase that nobody
 * writes to one person counts four. A false alarm costs more than a missed suggestion: the sender
 * can declare the purpose, but learns to click away a guard that cries wolf.
 */
const SIGNS: readonly Sign[] = [
  ['newsletter', 4, 2, /\bnewsletters?\b(?!-)/i],
  ['newsletter', 4, 4, /\b(sie erhalten|you (are receiving|receive)) (diese[nrs]?|this) (e-?mail|newsletter|nachricht|mail|message),? (weil|da|because)\b/i],
  ['newsletter', 4, 4, /\b(hier|jederzeit|at any time|click) [^.\n]{0,40}\b(abmelden|austragen|abbestellen|unsubscribe)\b|\b(abmelden|abbestellen) (k\u00f6nnen sie|sie sich) [^.\n]{0,40}\b(hier|jederzeit)\b|\bunsubscribe (here|at any time|from this)\b|\b(diesen newsletter|vom newsletter) (abbestellen|abmelden|nicht mehr)\b/i],
  ['newsletter', 2, 2, /\bkeine (weiteren )?(\S{0,12}briefe?|informationen|e-?mails|newsletter|nachrichten|werbung)( mehr)? (von uns )?(erhalten|w\u00fcnschen)\b|\bkeine weiteren (infobriefe|newsletter|e-?mails)\?|\bno longer (wish|want) to (receive|get) (this|these|our|any)\b/i],
  ['newsletter', 2, 2, /\b(neuigkeiten|neues|news) (aus|from) (der|dem|unserem|unserer|our|the)\b|\bin (dieser ausgabe|this issue)\b|\bkundeninfo/i],
  ['newsletter', 2, 2, /\bim browser (ansehen|anzeigen|\u00f6ffnen)|\bview (this e-?mail )?in (your )?browser\b/i],

  ['offer', 4, 2, /\b(sonder|fr\u00fchbucher)(angebote?n?s?|aktion(en)?)\b|\b(black friday|cyber (monday|week))\b|\b(special|limited time|exclusive) offers?\b/i],
  ['offer', 2, 2, /(\b(rabatt|sommer|herbst|winter|weihnachts|fr\u00fchjahrs|oster|jubil\u00e4ums|neujahrs)|[a-z]-)(angebote?n?s?|aktion(en)?)\b|\b(angebote? (des|der) (monats|woche)|einf\u00fchrungspreis|neu im sortiment|r\u00e4umungsverkauf|ausverkauf|schn\u00e4ppchen|fr\u00fchbucherrabatt|(summer|winter|spring|autumn|holiday) sale (starts|ends|is)|on sale)\b/i],
  ['offer', 2, 2, /\bpreise? [^.!?\n]{0,40}\b(gesenkt|reduziert)\b|\b(bis zu|up to) \d{1,2} ?%|\bsparen sie (\S+ )?(zeit|geld|kosten|bares)|\bsave (time|money)\b|\b(mit (dem )?|use (the )?)code [A-Z0-9]{4,20}\b/i],
  ['offer', 2, 1, /\b(f\u00fcr|ab) nur \d|\bonly \$?\u20ac?\d+(\.\d+)? ?(\u20ac|eur|usd)?\b(?! (of|people|days))|\b(annual|monthly) plans?\b|\bsale\b/i],
  ['offer', 2, 2, /\b\d{1,2} ?(%|prozent|percent) ?(off (everything|all|your|selected)|((rabatt|nachlass|discount) )?(auf|on) (alle|das ganze|unser|ihre?n? |all\b|everything|your|jeden))|up to \d{1,2} ?% off|\b(save|sparen)( sie)? (jetzt )?\d{1,2} ?%|\b\d{1,2} ?%( \S+)? sparen|\b(rabatt|gutschein|discount |promo )code|\bsparen sie [^.!?\n]{0,40}\d ?(%|\u20ac|euro)|\bstatt \d+([.,]\d+)? ?(\u20ac|euro)|\bschenken (wir )?(ihnen|allen kunden) \d/i],
  ['offer', 2, 2, /\b(gutschein|voucher)s?( im wert| worth)\b|\bihren gutschein\b|\bcode [A-Z0-9]{4,20} (eingeben|einl\u00f6sen|at checkout)\b|\b(gewinnspiel|verlosen wir|prize draw)\b/i],
  ['offer', 2, 2, /\b(zum halben preis|geschenkt|half price|free (shipping|delivery)|versandkostenfrei|online-?shop|shop (now|the|today)|buy now|order (now|today)[!,.]? while)\b|\border now!/i],
  ['offer', 2, 2, /\b(aufmerksam geworden|aufgefallen, dass ihre?|came across (your|you)|noticed (that )?your? (company|website|team|firm|business))\b/i],
  ['offer', 2, 2, /\b((firms|companies|businesses|teams|unternehmen|firmen|betriebe\S?|kunden) (like yours|wie ihre?|wie sie)|partnership opportunity|mehr kunden (zu )?gewinnen|(auf|in) \S+ spezialisiert|we (help|specialise|specialize)|(unsere?|our) \S+ (erledigt|macht|hilft|does|helps)|trust our)\b/i],
  ['offer', 2, 2, /\b(wussten sie,? (schon,? )?dass|did you know that)\b/i],
  ['offer', 2, 2, /\b(unsere?[nm]? (neue[nrs]? )?(l\u00f6sung|produkt|leistung|plattform|software|sortiment|service|kollektion|modell|\S{0,12}kollektion)\S*( \S+){0,4} (kennen|vor(zu)?stellen|ist da)\b|stellen wir (ihnen )?unser|(show|introduce) you (to )?our\b|unser\S* neue\S* \S+ ist da\b|our new \S+ (is|are) here|\b(excited|delighted|thrilled|proud) to (announce|introduce|launch)|(entdecken|lernen) sie (jetzt )?unser|discover our)/i],
  ['offer', 2, 2, /\b(unverbindlich\S*|kostenlose[snr]?|kostenlos|gratis|free) (\S+ )?(erst)?(beratung\S*|gespr\u00e4ch\S*|demo|trial|probe\S*|testen|consultation)\b|\bunverbindlich\S* angebot\b|\b(berate ich|beraten wir) sie\b|\bwir beraten sie\b/i],
  ['offer', 1, 1, /\b(kurzes (telefonat|gespr\u00e4ch)|quick (call|chat)|short demo|15[- ]min|kennen(zu)?lernen|kennenzulernen)/i],
  ['offer', 2, 2, /\b(book (a|your) (free )?demo|refer a friend|(friend|kunden?) you refer|empfehlen sie uns weiter|geworbenen? kunden?)\b/i],

  ['event', 2, 2, /\byou['\u2019]?(re| are) invited\b|\b(nur noch wenige|einen der letzten|die letzten) (freien )?pl\u00e4tze\b|\bfew (seats|places|spots) left\b/i],
  ['event', 4, 4, /\b(einladung|invitation) (zu[rm]?|to) (unsere[rmns]?|our|einem|einer|a)? ?(kostenlosen |kostenfreien |free )?(webinar|messe|hausmesse|infoabend|veranstaltung|event|trade fair|open day|produktvorstellung|product launch|kunden(tag|abend|event|fest))/i],
  ['event', 4, 4, /\b(laden sie (herzlich )?(ein )?zu unsere[rmn] (kostenlosen )?|invite you to our (free )?)(webinar|messe|hausmesse|infoabend|veranstaltung|kundentag|tag der offenen t\u00fcr|customer|event|open day|trade fair)/i],
  ['event', 4, 2, /\b(kostenlose[snr]?|kostenfreie[snr]?|free) (online-?)?(webinar|workshop|seminar|event|veranstaltung)\b/i],
  ['event', 2, 2, /\b((besuchen sie|treffen sie) uns (auf|an|in halle|bei)|(visit|meet) us at)\b/i],
  ['event', 2, 2, /\bjetzt (kostenlos |kostenfrei )?(anmelden|registrieren)\b(?! geht)|\b(register|sign up) (now|today)\b|\b(save|reserve|secure|sichern sie sich( jetzt)?) (your (seat|spot|place)|ihren platz)\b/i],
  ['event', 2, 2, /\b(webinare?|hausmesse|messestand|trade fair|kundentag|infoabend|tag der (offenen t\u00fcr|technik)|save the date|rsvp|live-demo|join us (for|at|on))\b/i],
  ['event', 1, 1, /\bladen sie herzlich\b|\bfreuen sie sich auf\b/i],
  ['event', 1, 1, /\b(seats|places|pl\u00e4tze)( are| sind)? (limited|begrenzt)\b/i],
  ['event', 2, 2, /\b(halle|hall) [a-z]?\d+[a-z]?,? (am )?(stand|booth)\b|\bseien sie dabei\b/i],
  // Any host writes this before a visit that was agreed.
  ['event', 1, 1, /\bauf ihren besuch\b/i],

  ['survey', 4, 4, /\bbewerten sie (uns|unser)|\b(rate us|rate your (stay|visit|purchase|experience)|leave us a review)\b/i],
  ['survey', 4, 4, /\b(wie zufrieden (sind|waren) sie mit (uns|unser)|how satisfied (are|were) you with (us|our))\b/i],
  ['survey', 4, 4, /\b(nehmen sie an unserer (kurzen )?umfrage|(take|complete) our (short |brief |quick )?survey)\b/i],
  ['survey', 4, 4, /(\u00fcber (ihre|eine) |freuen [^.\n]{0,30})(positive )?bewertung (auf|bei)\b/i],
  ['survey', 2, 2, /\bzufrieden mit uns\b|\bwaren sie zufrieden\b|\bhelp us improve\b|\bhelfen sie uns,? besser\b/i],
  ['survey', 2, 2, /\bgoogle-bewertung(?! von)|\byour experience with us\b/i],
  ['survey', 2, 2, /\b(umfrage zu[rm]? (kunden|zufriedenheit)|(customer satisfaction|quick) survey|kundenbefragung)\b/i],
  ['survey', 2, 2, /\bbeantworten sie (\S+ )?(kurze )?fragen und\b|\bbeantworten sie uns\b|\b(grateful|love|appreciate|happy|glad)\b[^.\n]{0,40}\breviews?\b|\breview on google\b|\bmeet your expectations\b/i],
  ['survey', 2, 2, /\bihre meinung (z\u00e4hlt|ist (uns|gefragt))\b|\byour (opinion|feedback) (counts|matters|is (very )?important to us)\b|\bvalue your (opinion|feedback)\b/i],

  [null, 1, 1, /\b(kostenlos\S{0,2}|gratis|kostenfrei\S{0,2}|free (of charge|trial|demo|cushion|sample|gift|delivery|shipping|workshop|webinar|consultation)|get a free|for free)\b/i],
  [null, 1, 1, /\b(unverbindlich|zufriedenheitsgarantie|festpreis|geld-zur\u00fcck|money-back|gewinnen sie|win an?|early[ -]bird|fr\u00fchbucher)/i],
  [null, 2, 1, /\b(ab|nur|only|from) \d{1,4}([.,]\d\d)? ?(\u20ac|euro)|\bzum preis von\b|\b\d{1,2} ?% (off[.!]|g\u00fcnstiger|more)\b|\bflash sale\b/i],
  [null, 1, 1, /\b(jetzt|gleich|noch heute) (\S+ ){0,2}(sichern|buchen|bestellen|testen|anfordern|anfragen|vereinbaren)\b|\b(probieren|testen|fordern|sichern|verbringen|erleben|entdecken|nutzen|gewinnen|schauen|vereinbaren|lassen) sie\b|\b(order (yours|now|today)|register (for|now)|sign up|join us|click (here|the link|below)|book (now|today|your)|get yours|schedule a call)\b/i],
  [null, 1, 1, /\b(neukunden|stammkunden|unsere[rn]? kunden|our (clients|customers)|liebe (freunde|leser\S*|g\u00e4ste)|dear (friend|reader)s?|sie und ihre (freunde|familie|kollegen))\b/i],
  // What everybody has to know of that somebody has moved house or bank is no praise.
  [null, 1, 1, /\b((unser\S{0,2}|our) (neue\S{0,2}|new)(?! (bank|account|address|e-?mail|(tele)?phone|number|office|premises|opening|terms|privacy|colleague|konto|anschrift|adresse|telefon|rufnummer|b\u00fcro|\u00f6ffnung|agb|datenschutz|kolleg))|(meet|introducing) our)\b|\b(besten tipps|kinderleicht|im handumdrehen|made easy|lighter|stronger|faster)\b/i],
  [null, 1, 1, /\b(nur bis|only until|nur noch|hours only|do not miss|don['\u2019]t miss|solange|while (stocks|supplies)|letzte chance|before it['\u2019]s too late|buchbar bis|available until)\b/i],
  ['event', 2, 2, /\b(laden (wir )?sie\b[^.!?\n]{0,40}\b(herzlich )?(zu|zur|zum) (er\u00f6ffnung|unsere[rm]|einem?r?)\b|online-seminar|(spring|autumn|annual|user) conference|vernissage)/i],
  ['survey', 4, 4, /\b(f\u00fcnf|5|five) (sterne|stars) (bei|auf|on)\b/i],
  ['survey', 3, 3, /\btell us what you think\b/i],
  ['survey', 2, 1, /\b(customer survey|kundenumfrage|the survey takes)\b/i],
  ['newsletter', 2, 1, /\b(rundbrief|digest|gazette|kundenmagazin|infopost)\b/i],
  ['newsletter', 2, 2, /\b(stop receiving|unsubscribe from)\b|\bnicht mehr (bekommen|erhalten|lesen) (m\u00f6chten|wollen|m\u00f6chte)\b/i],
  [null, 2, 2, /\b(solange der vorrat reicht|while stocks last|nur (f\u00fcr )?kurze zeit|for a short time only|don['\u2019]t miss|nicht verpassen|last chance|(this|diese) (week|woche) only|nur (diese woche|bis (sonntag|samstag|montag|ende))|only until|nur (noch )?heute|(sale|aktion|angebot|offer) (endet|ends|starts) (am|in|on|bald|soon|now))\b/i],
  [null, 2, 2, /\bjetzt ((kostenlos|unverbindlich|gratis) \S+en\b|(bestellen|kaufen|buchen|sichern|testen)( und|[!:])|zugreifen|(ihr|ihre[nr]?) (unverbindlich|kostenlos))|\bsichern sie sich\b|\b(entdecken|st\u00f6bern|profitieren|erleben|fordern|schauen) sie\b[^.?\n]{0,60}(!|\b(unser|unsere[nrms]?|noch heute|vorbei|live|von)\b)|\bbestellen und sparen\b/i],
  [null, 2, 2, /\b(liebe[r]?|sehr geehrte[r]?|dear) (kund(in|e|en|innen)|customer|client)s?\b|\b(f\u00fcr|an) (unsere |alle )?stammkunden\b|\bf\u00fcr (ihre treue|neukunden)\b|\bdear valued\b/i],
];

/** Words that weigh little each, and only by the dozen tell advertising from other mail. */
const BRIGHT = /\b(?:kostenlos|gratis|exklusiv|rabatt|vorteil|sparen|aktion|gutschein|kunden|kundin|neue|jetzt|sichern|entdecke|toll|attraktiv|einmalig|begeister|profitier|treue|g\u00fcnstig|preise|gewinn|angebot|live|heute|erleben|freuen|gern|besuch|unverbindlich|schauen|free|exclusive|discover|today|now|join|save|new|deals?|limited|upgrade|excited|unlock|boost|customers|special|better|first|week|our|worth|love|easy)|!|%/gi;
const BRIGHT_AT_MOST = 5;

/** Signs of a matter between these people, which advertising does without. Two points less, once. */
const PERSONAL = /\b(ihre (anfrage|bestellung) vom|(dank|danke) f\u00fcr (ihre|deine) (anfrage|nachricht|r\u00fcckmeldung)|(thank you|thanks) for your (enquiry|inquiry|message|request)|wie (besprochen|vereinbart|gew\u00fcnscht)|as (agreed|discussed|requested)|auftrag \d|rechnung|invoice|(kannst|k\u00f6nntest|hast|schickst) du|k\u00f6nnt ihr|can you|could you (please )?(check|send|have|look)|please (check|correct|book|cancel)|bitte (pr\u00fcfe?|schicke?|antworte|storniere?|korrigiere?|bring)\b|reklamation|bewerbung|entschuldigung|we need|wir brauchen|brauchen wir|euren?|ergebnis|folien|entw[u\u00fc]rfe?|freigabe|druckdaten|texte? f\u00fcr (den|die|unseren?)|draft (of|for)|copy for (the|our)|for approval)\b/i;

/** What analytics and mailing services put behind links. */
const CAMPAIGN = /https?:\/\/[^\s<>"?]{1,500}\?(?:[^\s<>"]{0,500}&)??(utm_(?:source|medium|campaign)|mc_[ce]id|(?:pk|mtm|piwik)_campaign|_?hsenc|_hsmi)=/i;

const ENOUGH = 4;
/** Somebody who is answered has asked, so it takes more. */
const ENOUGH_IN_ANSWERS = 7;
/** Where two score the same, the first one. */
const LIKELY: readonly Purpose[] = ['offer', 'event', 'survey', 'newsletter'];
/** People outside that count as a sign; ordinary threads have fewer. */
const MANY = 20;
/** The subject of an answered or forwarded mail is somebody else's. */
const ANSWERED = /^\s*(re|aw|antw|wg|fwd?|sv|tr)(\[\d+\])?\s*:/i;

/**
 * Guesses an advertising purpose from the sender's own words, links with campaign parameters and
 * the number of recipients. Quoted mail, the subject of an answered mail and the signature are left
 * out: what somebody else wrote says nothing about why this mail is sent.
 */
export function suggestPurpose(draft: Pick<Draft, 'subject' | 'body' | 'recipients' | 'from'>, text: string = readWriting(draft.body).own): PurposeSuggestion | null {
  const answers = ANSWERED.test(draft.subject);
  const subject = answers ? '' : draft.subject;
  const found = SIGNS.map(([purpose, inSubject, inBody, pattern]) => {
    const subjectMatch = pattern.exec(subject);
    const bodyMatch = pattern.exec(text);
    const match = subjectMatch || bodyMatch;
    return { purpose, points: Math.max(subjectMatch ? inSubject : 0, bodyMatch ? inBody : 0), words: match ? match[0].trim() : '' };
  }).filter(({ points }) => points > 0);
  const of = (wanted: Purpose | null): number => found.reduce((sum, { purpose, points }) => (purpose === wanted ? sum + points : sum), 0);

  const link = CAMPAIGN.exec(text);
  const outside = outsiders(draft);
  const recipients = outside < MANY ? 0 : outside;
  let purpose = LIKELY[0] as Purpose;
  for (const each of LIKELY) if (of(each) > of(purpose)) purpose = each;
  // Words that say nothing of the kind of advertising are offers; links and numbers alone, newsletters.
  if (found.length === 0) purpose = 'newsletter';
  const score = of(purpose) + of(null) + (link ? 2 : 0) + (recipients > 0 ? 2 : 0) + brightness(`${subject}\n${text}`) - (PERSONAL.test(subject) || PERSONAL.test(text) ? 2 : 0);
  if ((found.length === 0 && !link) || score < (answers ? ENOUGH_IN_ANSWERS : ENOUGH)) return null;
  const seen = withoutParts(found.filter((sign) => sign.purpose === purpose || sign.purpose === null).map(({ words }) => words));
  return { purpose, seen: link ? [...seen, `Link: ${link[1] as string}`] : seen, recipients };
}

/** "while stocks last" says "while stocks" as well. */
function withoutParts(phrases: readonly string[]): readonly string[] {
  const lower = phrases.map((phrase) => phrase.toLowerCase());
  return phrases.filter((_, index) => !lower.some((other, at) => other.indexOf(lower[index] as string) >= 0 && (other !== lower[index] || at < index)));
}

/** Half a point for each different word. */
function brightness(text: string): number {
  return Math.min(new Set((text.match(BRIGHT) || []).map((word) => word.toLowerCase())).size, BRIGHT_AT_MOST) / 2;
}

/** Roughly, and without the policy's list of own domains: people at another domain than the sender. */
function outsiders({ recipients, from }: Pick<Draft, 'recipients' | 'from'>): number {
  const sender = parseAddress(from && from.address);
  const keys = new Set<string>();
  for (const { address } of recipients) {
    const parsed = parseAddress(address);
    if (parsed.usable && !(sender.usable && parsed.domain === sender.domain)) keys.add(addressKey(address));
  }
  return keys.size;
}
