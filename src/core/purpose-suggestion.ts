import type { Purpose } from './purpose';

/** What a draft looks like, and what made it look so, in the draft's own words. */
export interface PurposeSuggestion {
  readonly purpose: Purpose;
  readonly seen: readonly string[];
}

interface Sign {
  readonly purpose: Purpose;
  readonly pattern: RegExp;
  /** One strong sign is enough, weak ones count two together. */
  readonly strong: boolean;
}

/** German and English signs of advertising, inflected forms included. First purpose named wins a tie. */
const SIGNS: readonly Sign[] = [
  { purpose: 'newsletter', strong: true, pattern: /\bnewsletters?\b/i },
  { purpose: 'newsletter', strong: true, pattern: /\b(vom newsletter abmelden|unsubscribe|abbestellen)\b/i },
  { purpose: 'newsletter', strong: false, pattern: /\b(neuigkeiten|news) (aus|from|im|in)\b/i },
  { purpose: 'newsletter', strong: false, pattern: /[?&]utm_(source|medium|campaign)=/i },
  { purpose: 'offer', strong: true, pattern: /\b(sonder|fr\u00fchbucher|rabatt|sommer|herbst|winter|fr\u00fchjahrs)(angebote?n?|aktion(en)?)\b/i },
  { purpose: 'offer', strong: true, pattern: /\b(special|limited|exclusive) (time )?offers?\b/i },
  { purpose: 'offer', strong: false, pattern: /\b\d{1,2} ?(%|prozent|percent) ?(rabatt|nachlass|discount|off)\b/i },
  { purpose: 'offer', strong: false, pattern: /\b(rabatte?|gutscheine?|rabattcodes?|discounts?|vouchers?|coupons?)\b/i },
  { purpose: 'offer', strong: false, pattern: /\b(jetzt (bestellen|kaufen|buchen|sichern)|nur (noch )?bis zum|(buy|order|book) now|while stocks last|solange der vorrat reicht)\b/i },
  { purpose: 'event', strong: true, pattern: /\b(einladung|invitation) (zu[rm]?|to) (unserer?m?n?|unserem|our) (webinar|messe|hausmesse|veranstaltung|event|trade fair|open day|produkt\w*|product launch)\b/i },
  { purpose: 'event', strong: false, pattern: /\b(webinare?|hausmesse|messestand|trade fair)\b/i },
  { purpose: 'survey', strong: true, pattern: /\b(kundenzufriedenheit\w*|customer satisfaction|bewerten sie uns|rate us)\b/i },
  { purpose: 'survey', strong: false, pattern: /\b(umfrage|survey|bewertung|feedback)\b/i },
];

/**
 * Guesses an advertising purpose from the sender's own words. Quoted mail and the signature below
 * `-- ` are left out: what somebody else wrote says nothing about why this mail is sent.
 */
export function suggestPurpose(subject: string, body: string): PurposeSuggestion | null {
  const text = `${subject}\n${ownText(body)}`;
  let best: { purpose: Purpose; score: number; seen: string[] } | null = null;
  const scores = new Map<Purpose, { score: number; seen: string[] }>();
  for (const { purpose, pattern, strong } of SIGNS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const sum = scores.get(purpose) || { score: 0, seen: [] };
    sum.score += strong ? 2 : 1;
    sum.seen.push(match[0].trim());
    scores.set(purpose, sum);
    if (!best || sum.score > best.score) best = { purpose, score: sum.score, seen: sum.seen };
  }
  return best && best.score >= 2 ? { purpose: best.purpose, seen: best.seen } : null;
}

const QUOTE_START = /^(>|-{2,} ?(original message|urspr\u00fcngliche nachricht|forwarded message|weitergeleitete nachricht)|_{10,}$|(am|on) .{5,120} (schrieb|wrote)[^\n]{0,80}:$|(von|from): .+@)/im;
const SIGNATURE = /^-- ?$/m;

/** The part of a plain-text body that the sender wrote. */
export function ownText(body: string): string {
  const text = body.replace(/\r\n?/g, '\n');
  const ends = [QUOTE_START.exec(text), SIGNATURE.exec(text)].map((match) => (match ? match.index : text.length));
  return text.slice(0, Math.min(...ends));
}
