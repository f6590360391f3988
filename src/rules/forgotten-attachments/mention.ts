/** What an attachment holds that somebody else has sent. */
const NOTHING_OF_OWN = '(?! (?:\\S+ ){0,3}(?:nur|nichts?|kein\\S*|fehler\\S*|vir(?:us|en)|only|nothing|no|none|errors?|virus\\S*|malware)\\b)';

/**
 * Words that say something is attached. `\b` takes umlauts for no letters, so words that may begin
 * with one are written from their second letter.
 */
const MENTIONS = new RegExp([
  // German: a place, a word for it, a participle.
  'im (?:e-?mail-?|mail-?)?(?:anhang|attachment)(?! (?:des|zum|zur|von|meine[rs]|unsere[rs]|[0-9ivx]+|[a-h])\\b)',
  'in den anhängen',
  '(?:in|mit) der (?:anlage|beilage) (?=.{0,80}(?:\\b(?:finde|find|erh[aä]lt|send|schick|liegt|bekomm|[a-zü]*lasse)|übersend|überreich))', 'als (?:anlage|anhang) (?:(?:(?:über)?send|schick|überreich)(?:e ich|en wir)|(?:erhalten|finden) sie|(?:erhältst|findest) du)',
  '(?:finden sie|findest du|findet ihr|sende|schicke|übersende|erhalten sie|erhältst du|bekommst du|lasse)\\b.{0,80}\\b(?:in der anlage|in der beilage|als (?:anlage|anhang|pdf|datei))',
  'in der anlage(?=[:,.]?$)',
  '^in der (?:anlage|beilage) (?:die|das|den|der) (?:gewünscht|angefordert|versprochen|besprochen|vereinbart|erbeten|unterschrieben|unterzeichnet|aktuell)\\S*', '^(?:als anhang|anliegend) (?:noch )?(?:die|das|den|der|unsere?n?|meine?n?|eine?n?)(?= )',
  '(?:siehe|s\\.|vgl\\.|lt\\.|laut|gemäß|beachten sie (?:bitte )?de[nr]|entnehmen sie (?:bitte )?de[mrn]) (?:beigefügte[nr]? )?(?:anlagen?|anhang|anhängen?)(?! (?:des|der|zum|zur|von|[0-9ivx]+|[a-h])\\b)',
  '(?:dem|den) (?:anhang|anhängen|anlagen) (?:entnehmen|kannst|können|könnt)',
  '(?:jetzt|nun|diesmal|diesem mal|hier)\\b.{0,40}\\b(?:der|die|mit|den|dem) anh[aä]ng\\w*',
  `(?:(?:der|dieser) anhang (?:enthält|zeigt)|(?:die|diese) anhänge (?:enthalten|zeigen))${NOTHING_OF_OWN}`,
  'anbei(?! (?:sein|bleib))', '(?:hier)?mit anhang', 'anliegend(?:e[nrsm]?)? (?=.{0,60}(?:\\b(?:finde|find|erh[aä]lt|send|schick|[a-zü]*lasse)|übersend|überreich))',
  '(?:bei|an)ge(?:fügt|hängt|heftet)(?:e[nrsm]?)?', 'angehangen', 'beigelegt(?:e[nrsm]?)?', 'beiliegend(?:e[nrsm]?)?', 'mitge(?:schickt|sandt|sendet)(?:e[nrsm]?)?',
  '(?:(?:ich|wir) |^)(?:häng|füg)en? (?:.{1,80} )?(?:an|bei)(?=[,.;:)]|$)', '(?:häng|füg)en? (?:ich|wir) (?:.{1,80} )?(?:an|bei)(?=[,.;:)]|$)',
  'lieg(?:t|en) (?:dieser (?:e-?mail|mail|nachricht) )?bei(?=[,.;:)]|$)', 'häng(?:t|en) (?:an|dran)(?=[,.;:)]|$)', '(?:(?:ich|wir) legen?|legen? (?:ich|wir)) (?!.{0,40}\\b(?:streit|konflikt))(?:.{1,80} )?bei(?=[,.;:)]|$)',
  '(?:ich (?:hatte|habe)|(?:hatte|habe) ich|(?:^|sorry )hatte) (?:(?:leider|wohl|doch|ganz|glatt) ){0,3}(?:den anhang|die anhänge|die anlagen?) vergessen',
  // English.
  'attached(?! to (?!this|my|the (?:e-?mail|mail|message))| (?:house|building|conditions|strings))', 'attaching', '(?:i|we) (?:attach|enclose)(?= )(?! (?:great|much|high|little|special|particular|no) )', '(?:^|\\bi (?:have |had )?)forgot(?:ten)? (?:the attachments?|to attach)', '\\bpfa\\b',
  '(?:in|see|as|with|open|check|review|refer to) (?:the|an?|my|this) (?:\\S+ )?attachments?', 'with attachments?', 'see attachments?', '(?:here is|here are|now with) the attachments?',
  'enclosed(?! (?:space|area|by|in|within|court))',
  `(?:the|this) attachment (?:contains|shows)${NOTHING_OF_OWN}|(?:the|these) attachments (?:contain|show)${NOTHING_OF_OWN}`,
].join('|'), 'gi');

/** A line of a letter that lists what comes with it. */
const LISTED = /^\s*(?:anlagen?|anhang|anhänge|attachments?|enclosures?|encl\.?)\s?(?:\(\d{1,3}\))?\s?(?::|$)(?!\s*(?:keine?|none|-|–)\b)/i;

const LINKS = /<?(?:https?:\/\/|www\.|mailto:)[^\s<>]*>?|[^\s<>@]{1,64}@[^\s<>@]{1,255}/gi;
/** Files that lie elsewhere: the link is what was meant to be attached. */
const SHARED = /https?:\/\/[^\s<>/]{0,200}(?:sharepoint\.com|1drv\.ms|onedrive\.live\.com|drive\.google\.com|docs\.google\.com|dropbox\.com|box\.com|wetransfer\.com|we\.tl)\//i;

/** Up to three words in front say that there is none. */
const NEGATED = /(?:^|\s)(?:ohne|kein\S{0,2}|nicht|nichts|nie|no|not|nothing|never|without|\S{1,8}n['’]t)(?:\s\S+){0,3}\s?$/i;
/** It is not there yet. */
const LATER = /(?:^|\s)(?:werden?|wird|will|['’]ll|shall|soll\S{0,3}|would)(?:\s(?!find|see|seh|erh)\S+){0,5}\s?$|['’]ll(?:\s(?!find|see)\S+){0,3}\s?$/i;
const LATER_ANYWHERE = /(?:^|\s)(?:später|nachher|nach(?:ge)?(?:reich|send|schick|liefer)\S*|folgt|folgen|later|follows|as soon as|sobald)(?:[\s.,]|$)/i;
/** `Ich schicke sie Ihnen als Anhang nach`. */
const SENT_LATER = /(?:^|\s)(?:send|schick|reich|liefer)(?:e|en)\s(?:\S+\s){0,12}nach$/i;
/** What comes with the mail stands in it: `anbei der Link zum Gespräch`. */
const A_LINK = /^\s(?:\S+\s){0,3}\S{0,20}(?:links?|url)(?=[\s.,]|$)/i;
/** It comes with the goods, not with the mail. */
const WITH_GOODS = /(?:^|(?:^|\s)(?:ist|sind|war|waren|wird|werden|liegt|liegen|legen?|ich|wir|haben|habe)\s)(?:dem|der)\s(?:paket|päckchen|gerät|brief|lieferung|sendung|rücksendung|ware|bestellung)\s/i;
const GOODS = /(?:^|\s)(?:paket|päckchen|lieferung|sendung|ware|gerät)(?=[\s,.;]|$)/i;
/** Somebody else attached it, or is asked to. */
const OTHERS = /(?:^|\s)(?:ihre?[nmrs]?|deine?[nmrs]?|eure?[nmrs]?|your|his|her|their)\s(?:\S+\s)?$/i;
const FROM_OTHERS = /(?:^|\s)(?:(?:dank\S*|thanks?|thank you|thx|merci)\s(?:\S+\s){0,4}(?:für|for)|(?:die|das|den|der|was|which|that|wie) (?:sie|du|ihr|er|you|he|she|they)|von ihnen|von dir|by you|haben sie|hast du|habt ihr|did you)\s(?:\S+\s){0,8}$|(?:^|\s)you(?:['’]ve| have| had)?\s$|(?:^|\s)(?:i|we)(?:['’]ve| have)?\s(?:received|got)\s(?:\S+\s){0,3}$/i;
/** `dass du es angehängt hast`: the verb says who it was. */
const DONE_BY_OTHERS = /(?:^|\s)(?:sie|du|ihr)\s(?:\S+\s){0,8}$/i;
const HAVING_DONE = /^\s(?:hast|habt|haben|hatten|hattest)$/i;
const RECEIVED = /(?:haben wir|habe ich|wir haben|ich habe)\s(?!(?:\S+\s){0,8}von\s)(?:\S+\s){0,4}(?:erhalten|bekommen)$/i;
/** What an attachment has nothing to do with: `very attached to this approach`. */
const FOND = /(?:^|\s)(?:very|so|quite|deeply|too|importance is|value is)\s$/i;
const ASKED = /(?:^|\s)(?:please|could you|can you|would you)\s(?:\S+\s){0,8}$/i;
const OF_OTHERS = /^\s?(?:(?:zu )?(?:ihrer|deiner|eurer)|(?:to|in|of|with) your|you (?:sent|attached))\s/i;
/** What nobody says of an attachment but their own. */
const OWN_ONLY = /^(?:anbei|pfa|(?:ich|wir|i|we)\b|hier|jetzt|nun|diesmal)/i;
const BROKEN = /(?:nicht|kann|can(?:no|['’])?t|could ?n[o'’]t|unable)\s(?:\S+\s){0,5}(?:öffnen|geöffnet|lesen|open|read)|fehlt|fehlte|missing|beschädigt|corrupt/i;

/** A line as long as this was broken by its program, not ended by its writer. */
const WRAPPED = 60;
/** Nobody writes longer sentences; longer texts are read piece by piece. */
const LONGEST = 1000;

/**
 * What the text says of an attachment of its own, in its words; `null` if nothing. A mention that is
 * negated, put off, or about what somebody else sent is none. `words` are looked for as well.
 */
export function attachmentMentioned(text: string, words: readonly string[]): string | null {
  if (SHARED.test(text)) return null;
  for (const sentence of sentencesOf(text.replace(LINKS, ' '))) {
    const listed = LISTED.exec(sentence);
    if (listed) return listed[0];
    for (const clause of sentence.split(/[,;:()–—]\s|\s-\s|\s(?=(?:und|and|aber|but|denn|sowie)\s)/)) {
      const found = mentionIn(clause, sentence) || wordIn(clause, words);
      if (found !== null) return found;
    }
  }
  return null;
}

function mentionIn(clause: string, sentence: string): string | null {
  MENTIONS.lastIndex = 0;
  for (let match = MENTIONS.exec(clause); match; match = MENTIONS.exec(clause)) {
    const before = clause.slice(Math.max(0, match.index - 160), match.index);
    const after = clause.slice(match.index + match[0].length);
    if (isLetter(before.slice(-1)) || (isLetter(match[0].slice(-1)) && isLetter(after.charAt(0)))) continue;
    if (NEGATED.test(before) || LATER_ANYWHERE.test(clause) || A_LINK.test(after)) continue;
    if (/^(?:beige|beilieg|mitge)/i.test(match[0]) && WITH_GOODS.test(clause)) continue;
    if (/^(?:lieg|leg|(?:ich|wir) leg)/i.test(match[0]) && GOODS.test(sentence)) continue;
    if (!OWN_ONLY.test(match[0]) && (LATER.test(before) || SENT_LATER.test(clause) || BROKEN.test(sentence) || RECEIVED.test(clause) || isOfOthers(match[0], before, after))) continue;
    return match[0].trim();
  }
  return null;
}

/** Whether somebody else attached it, is asked to, or nobody has anything to attach. */
function isOfOthers(mention: string, before: string, after: string): boolean {
  if (OTHERS.test(before) || FROM_OTHERS.test(before) || OF_OTHERS.test(after) || (FOND.test(before) && /^\sto\s/i.test(after))) return true;
  if (DONE_BY_OTHERS.test(before) && HAVING_DONE.test(after)) return true;
  return ASKED.test(before) && (/^(?:as|with) /i.test(mention) || /\sagain$/i.test(after));
}

function wordIn(clause: string, words: readonly string[]): string | null {
  const lower = clause.toLowerCase();
  for (const word of words) {
    const wanted = word.trim().toLowerCase();
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      if (isLetter(lower.charAt(at - 1)) || isLetter(lower.charAt(at + wanted.length)) || NEGATED.test(lower.slice(Math.max(0, at - 160), at))) continue;
      return clause.slice(at, at + wanted.length);
    }
  }
  return null;
}

function isLetter(sign: string): boolean {
  return sign.toLowerCase() !== sign.toUpperCase();
}

/** Sentences, each of bounded length; a line that its program broke goes on in the next one. */
function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let open = '';
  for (const line of text.split(/\n/)) {
    const parts = line.trim().split(/[.!?]\s|[!?]/);
    parts.forEach((part, index) => {
      const isLast = index === parts.length - 1;
      open = `${open} ${part.trim()}`.trim();
      if (isLast && line.length >= WRAPPED && !/[.!?:]\s?$/.test(line) && open.length < LONGEST) return;
      for (let at = 0; at < open.length; at += LONGEST) sentences.push(open.slice(at, at + LONGEST).replace(/\.$/, ''));
      open = '';
    });
  }
  return open === '' ? sentences : [...sentences, open];
}
