import type { Participant } from '../../core/rule';
import type { Greeted } from './greeting';

/** Mailboxes behind which anybody may sit, and words in names that are no person's. */
const ROLE = /^(?:info|office|kontakt|contact|service|kundenservice|support|hilfe|help|helpdesk|sales|vertrieb|einkauf|purchasing|team|mail|email|post|poststelle|zentrale|empfang|reception|buchhaltung|accounting|rechnung|invoice|billing|admin|hr|jobs|karriere|bewerbung|personal|presse|press|marketing|bestellung|orders?|anfrage|noreply|no|reply|sekretariat|verwaltung|redaktion|shop|verein|desk|abteilung|department|newsletter|datenschutz|privacy|praxis|kanzlei|hotel)$/;

const FIRM = /^(?:gmbh|ag|kg|ohg|ltd|inc|llc|ug|plc)$/;

/** Nicknames that do not begin like the name. */
const NICKNAMES = ' tom:thomas bob:robert rob:robert bobby:robert bill:william will:wilhelm kate:katharina mick:michael liz:elisabeth liz:elizabeth beth:elizabeth betty:elizabeth peggy:margaret jim:james jimmy:james dick:richard rick:richard ted:edward ned:edward harry:henry harry:harald harry:heinrich jack:john sepp:josef sepp:joseph jupp:josef hans:johannes toni:anton tony:anthony fritz:friedrich heinz:heinrich heiner:heinrich sascha:alexander sandra:alexandra kalle:karl chuck:charles becky:rebecca bine:sabine hank:henry wolle:wolfgang mike:michael mikey:michael uschi:ursula jochen:joachim achim:joachim klaus:nikolaus schorsch:georg wastl:sebastian poldi:leopold molly:mary geoff:jeffrey jeff:geoffrey sandy:alexander sandy:alexandra xandi:alexander xandi:alexandra lexi:alexander lexi:alexandra libby:elizabeth '.replace(/([aou])e/g, '$1');

/** What a recipient is called, as far as name and address tell. */
export interface Called {
  readonly words: readonly string[];
  /** The part before the @, letters only. */
  readonly local: string;
}

/** `null` where nobody could say what the person is called: `info@`, a list, a family name alone. */
export function calledOf({ name, parsed, list }: Participant): Called | null {
  const fromName = name.indexOf('@') >= 0 ? [] : wordsOf(name);
  const fromLocal = parsed.usable ? wordsOf(parsed.local) : [];
  if (list || fromName.some((word) => FIRM.test(word)) || fromLocal.some((word) => ROLE.test(word))) return null;
  // One of two may be an initial; "Oak Kundenservice" is one word and a function.
  const isTold = (words: readonly string[]): boolean => words.filter((word) => !ROLE.test(word)).length > 1 && words.some(({ length }) => length > 1);
  if (!isTold(fromName) && !isTold(fromLocal)) return null;
  const fromDomain = parsed.usable ? wordsOf(parsed.domain) : [];
  return { words: [...fromName, ...fromLocal, ...fromDomain], local: fromLocal.join('') };
}

/** Whether the greeting may mean this person. In doubt it does: an initial says nothing against a name. */
export function mayMean({ word, formal }: Greeted, { words, local }: Called): boolean {
  return wordsOf(word).some((wanted) => words.some((each) => each === wanted || each === wanted.charAt(0) || (!formal && isNickname(wanted, each))) || (wanted.length > 3 && local.indexOf(wanted) >= 0));
}

function isNickname(nick: string, name: string): boolean {
  return NICKNAMES.indexOf(` ${nick}:${name} `) >= 0 || NICKNAMES.indexOf(` ${name}:${nick} `) >= 0 || isShortened(nick.replace(/c/g, 'k'), name.replace(/c/g, 'k'));
}

/** `Conny` may be a Kornelia, so `c` and `k` are one here. */
function isShortened(nick: string, name: string): boolean {
  const shorter = Math.min(nick.length, name.length);
  if (shorter >= 2 && nick.slice(0, Math.min(shorter, 3)) === name.slice(0, Math.min(shorter, 3))) return true;
  if (/[iy]e?$/.test(nick) && nick.length < 7 && nick.slice(0, 2) === name.slice(0, 2)) return true;
  return nick.length > 3 && name.indexOf(nick) >= 0;
}

/** In the form names are compared in: without accents, and with `ü`, `ue` and `u` alike. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/æ/g, 'a').replace(/ı/g, 'i').normalize('NFD').replace(/[\u0300-\u036f'’]/g, '').replace(/([aou])e/g, '$1')
    .split(/[\s\u0000-@[-`{-\u00bf\u2010-\u206f]+/).filter((word) => word !== '');
}
