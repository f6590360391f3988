import type { Purpose } from './purpose';
import { readWriting } from './writing';

/** What a draft looks like, and what made it look so, in the draft's own words. */
export interface PurposeSuggestion {
  readonly purpose: Purpose;
  readonly seen: readonly string[];
}

/** What a phrase counts in the subject and in the sender's own text. Two make a suggestion. */
interface Sign {
  readonly purpose: Purpose;
  readonly subject: number;
  readonly body: number;
  readonly pattern: RegExp;
}

function signs(purpose: Purpose, subject: number, body: number, patterns: readonly RegExp[]): readonly Sign[] {
  return patterns.map((pattern) => ({ purpose, subject, body, pattern }));
}

/**
 * German and English signs of advertising. A word that ordinary business uses as well (offer,
 * discount, survey, newsletter in a signature) counts little by itself, phrases that nobody writes
 * to one person count in full. A false alarm costs more than a missed suggestion: the sender can
 * declare the purpose, but learns to click away a guard that cries wolf.
 */
const SIGNS: readonly Sign[] = [
  ...signs('newsletter', 2, 1, [
    /\bnewsletters?\b/i,
  ]),
  ...signs('newsletter', 2, 2, [
    /\b(sie erhalten|you (are receiving|receive)) (diese[nrs]?|this) (e-?mail|newsletter|nachricht|mail|message),? (weil|da|because)\b/i,
    /\b(hier|jederzeit|at any time|click) [^.\n]{0,40}\b(abmelden|austragen|abbestellen|unsubscribe)\b|\bunsubscribe (here|at any time|from this)\b/i,
    /\b(diesen newsletter|vom newsletter) (abbestellen|abmelden|nicht mehr)\b/i,
  ]),
  ...signs('newsletter', 1, 1, [
    /\b(neuigkeiten|neues|news) (aus|from) (der|dem|unserem|unserer|our|the)\b/i,
    /\bim browser (ansehen|anzeigen|\u00f6ffnen)|\bview (this e-?mail )?in (your )?browser\b/i,
  ]),
  ...signs('offer', 2, 1, [
    /\b(sonder|fr\u00fchbucher|rabatt|sommer|herbst|winter|fr\u00fchjahrs)(angebote?n?s?|aktion(en)?)\b/i,
    /\b(special|limited time|exclusive) offers?\b/i,
  ]),
  ...signs('offer', 1, 1, [
    /\b\d{1,2} ?(%|prozent|percent) ?(rabatt|nachlass|discount|off (everything|all|your))|\b(rabattcode|gutscheincode|discount code|coupon)s?\b/i,
    /\b(gutschein|voucher)s?( \u00fcber| for| im wert| worth)\b/i,
    /\b(jetzt (bestellen|kaufen|buchen|sichern|zugreifen)|(buy|order|book) now|shop now)\b/i,
    /\b(solange der vorrat reicht|while stocks last|nur f\u00fcr kurze zeit|for a short time only)\b/i,
  ]),
  ...signs('event', 2, 2, [
    /\b(einladung|invitation) (zu[rm]?|to) (unsere[rmns]?|our|einem|einer|a)? ?(kostenlosen |kostenfreien |free )?(webinar|messe|hausmesse|infoabend|veranstaltung|event|trade fair|open day|produktvorstellung|product launch)/i,
  ]),
  ...signs('event', 1, 1, [
    /\b(besuchen sie uns|visit us)\b/i,
    /\b(jetzt (kostenlos |kostenfrei )?anmelden|register now)\b/i,
    /\b(webinare?|hausmesse|messestand|trade fair)\b/i,
  ]),
  ...signs('survey', 2, 2, [
    /\b(bewerten sie uns|rate us|leave us a review)\b/i,
    /\b(wie zufrieden (sind|waren) sie|how satisfied (are|were) you)\b/i,
    /\b(nehmen sie an unserer (kurzen )?umfrage|(take|complete) our (short |brief )?survey)\b/i,
  ]),
  ...signs('survey', 1, 1, [
    /\b(umfrage zu[rm]?|customer satisfaction survey|kundenbefragung)\b/i,
    /\bihre meinung (z\u00e4hlt|ist uns)\b|\byour opinion (counts|matters)\b/i,
  ]),
];

const ENOUGH = 2;
/** The subject of an answered or forwarded mail is somebody else's. */
const ANSWERED = /^\s*(re|aw|antw|wg|fwd?|sv|tr)(\[\d+\])?\s*:/i;

/**
 * Guesses an advertising purpose from the sender's own words. Quoted mail, the subject of an
 * answered mail and the signature below `-- ` are left out: what somebody else wrote says nothing
 * about why this mail is sent.
 */
export function suggestPurpose(subject: string, body: string): PurposeSuggestion | null {
  const ownSubject = ANSWERED.test(subject) ? '' : subject;
  const text = readWriting(body).own;
  const scores = new Map<Purpose, { score: number; seen: string[] }>();
  let best: { purpose: Purpose; score: number; seen: readonly string[] } | null = null;
  for (const { purpose, pattern, ...counts } of SIGNS) {
    const inSubject = pattern.exec(ownSubject);
    const inBody = pattern.exec(text);
    const match = inSubject || inBody;
    if (!match) continue;
    const sum = scores.get(purpose) || { score: 0, seen: [] };
    sum.score += Math.max(inSubject ? counts.subject : 0, inBody ? counts.body : 0);
    sum.seen.push(match[0].trim());
    scores.set(purpose, sum);
    if (!best || sum.score > best.score) best = { purpose, score: sum.score, seen: sum.seen };
  }
  return best && best.score >= ENOUGH ? { purpose: best.purpose, seen: best.seen } : null;
}
