import { parseAddress } from '../core/address';
import { matcher, parsePattern, patternsOf } from '../core/organisation';
import { parsePolicy } from '../core/policy';
import { FORMAT } from '../core/policy-migrations';
import { LONGEST_DELAY } from '../core/settings';
import { registrableDomain } from '../reference/public-suffixes/exact';
import { canBeFound } from '../rules/listed-words';
import { type FileName, FILES, type Line, linesOf, listsByType, type Note, sectionsOf, type Setting, type WarningType, WARNING_TYPES, wholeNumberIn, withoutCancelled, yesOrNoIn } from './policy-import-flexconfirmmail-format';

/** The text of each file; one that is left out is not there, and says nothing. */
export type FlexConfirmMailFiles = { readonly [F in FileName]?: string };

export interface Converted {
  /** A policy document; it always passes `umsicht policy check`. */
  readonly document: object;
  /** In the order of the files and their lines. */
  readonly notes: readonly Note[];
}

/** The Umsicht policy that does what these files do, as far as there is one, and what it does differently. */
export function policyFromFlexConfirmMail(files: FlexConfirmMailFiles): Converted {
  const notes: Note[] = [];
  const common = commonSettings(files['Common.txt'] ?? '', notes);
  const recipients = unsafeRecipients(files['UnsafeDomains.txt'] ?? '', notes);
  const words = [...unsafeFiles(files['UnsafeFiles.txt'] ?? '', notes), ...unsafeBodies(files['UnsafeBodies.txt'] ?? '', notes)];
  const document = {
    $schema: './policy.schema.json',
    version: FORMAT,
    organisation: trusted(files['TrustedDomains.txt'] ?? '', notes),
    ...(common.delayMinutes === null ? {} : { sending: { delayMinutes: { notice: common.delayMinutes, warning: common.delayMinutes, critical: common.delayMinutes } } }),
    rules: {
      'visible-recipients': common.visible,
      'new-domains': { severity: common.newDomains ? 'warning' : 'off' },
      ...(recipients.forbidden.length > 0 ? { 'forbidden-recipients': { lists: recipients.forbidden } } : {}),
      ...(recipients.cautioned.length > 0 ? { 'cautioned-recipients': { lists: recipients.cautioned } } : {}),
      ...(words.length > 0 ? { 'cautioned-words': { lists: words, onlyOutside: common.skipInternal, quotedText: true } } : {}),
    },
  };
  return { document, notes: notes.sort((one, other) => FILES.indexOf(one.file) - FILES.indexOf(other.file) || (one.line ?? 0) - (other.line ?? 0)) };
}

interface Common {
  readonly visible: object;
  readonly newDomains: boolean;
  readonly skipInternal: boolean;
  readonly delayMinutes: number | null;
}

/** What FlexConfirmMail does where `Common.txt` is silent. */
const DEFAULTS = {
  SafeBccEnabled: true,
  SafeBccThreshold: 4,
  BccConversionRecommendationDomainsThreshold: 5,
  SafeBccReconfirmationThreshold: 0,
  ConvertToBccEnabled: false,
  ConvertToBccThreshold: 2,
  SafeNewDomainsEnabled: true,
  MainSkipIfNoExt: false,
  DelayDeliveryEnabled: false,
  DelayDeliverySeconds: 60,
  BlockDistributionLists: true,
  AppointmentConfirmationEnabled: false,
};

/** Settings without a counterpart, and why there is none. */
const WITHOUT_COUNTERPART: { readonly [name: string]: string } = {
  CountEnabled: 'there is no countdown; a delay in the outbox (sending.delayMinutes) leaves time for second thoughts',
  CountAllowSkip: 'there is no countdown that could be skipped',
  CountSeconds: 'there is no countdown; sending.delayMinutes counts in minutes',
  CountSkipIfNoExt: 'there is no countdown',
  RequireCheckSubject: 'nobody is asked to tick the subject; missing-subject notes an empty one',
  RequireCheckBody: 'nobody is asked to tick the body',
  UntrustUnsafeRecipients: 'not needed: a listed recipient is a finding of its own, inside or outside',
  EmphasizeUntrustedToCc: 'not needed: who is outside is marked in the pane, always',
  IgnoreInlineImageAttachments: 'pictures within the text never count as risky; lists of words look at the name of every attachment',
  ConfirmationDialogCardsOrder: 'Outlook’s dialog has no cards; the gravest finding comes first',
  FixedParameters: 'users have no settings of their own, so nothing has to be fixed; "locked" does the same for groups of senders',
};

/** Every setting of `Common.txt`. */
export const COMMON_SETTINGS: readonly string[] = [...Object.keys(DEFAULTS), ...Object.keys(WITHOUT_COUNTERPART)];

function commonSettings(text: string, notes: Note[]): Common {
  const file = 'Common.txt';
  const note = ({ number, text: what }: Line, why: string) => notes.push({ file, line: number, what, why });
  const values: { [name: string]: boolean | number } = { ...DEFAULTS };
  const stated = new Map<string, Setting>();
  for (const section of sectionsOf(file, text, notes)) {
    for (const setting of section.settings) {
      const { name, value } = setting;
      if (section.name !== null && section.name !== 'Common') note(setting, `stands under [${section.name}], where FlexConfirmMail does not look`);
      else if (Object.hasOwn(WITHOUT_COUNTERPART, name)) note(setting, WITHOUT_COUNTERPART[name] as string);
      else if (!Object.hasOwn(DEFAULTS, name)) note(setting, 'no setting of FlexConfirmMail, or of a later version');
      else {
        const read = typeof values[name] === 'boolean' ? yesOrNoIn(value) : wholeNumberIn(value);
        if (read === undefined) note(setting, `not understood by FlexConfirmMail either; its default counts (${String(values[name])})`);
        else {
          values[name] = read;
          stated.set(name, setting);
        }
      }
    }
  }
  const settings = values as typeof DEFAULTS;
  // What is said of a default that nobody wrote has no line.
  const about = (name: keyof typeof DEFAULTS, why: string) => {
    const setting = stated.get(name);
    notes.push({ file, line: setting?.number ?? null, what: setting?.text ?? `${name} = ${String(settings[name])} (FlexConfirmMail’s default)`, why });
  };

  if (settings.BlockDistributionLists) about('BlockDistributionLists', 'groups whose members cannot be seen are pointed out and leave rules open, which asks before sending; "unknownEvidence": "block" would stop the mail, with everything else that cannot be checked');
  if (!settings.AppointmentConfirmationEnabled) about('AppointmentConfirmationEnabled', 'meetings are checked like mail');
  if (settings.SafeNewDomainsEnabled) about('SafeNewDomainsEnabled', 'new organisations are counted, not domains, in replies and forwarded mail');
  if (settings.MainSkipIfNoExt) about('MainSkipIfNoExt', 'rules about people outside skip internal mail by themselves; lists of words are set to do so (onlyOutside), those that block included; lists of recipients count for everybody');
  return { visible: visibleRecipients(settings, about), newDomains: settings.SafeNewDomainsEnabled, skipInternal: settings.MainSkipIfNoExt, delayMinutes: delayMinutes(settings, about) };
}

type About = (name: keyof typeof DEFAULTS, why: string) => void;

function visibleRecipients(settings: typeof DEFAULTS, about: About): object {
  const { SafeBccEnabled, SafeBccThreshold, BccConversionRecommendationDomainsThreshold, SafeBccReconfirmationThreshold, ConvertToBccEnabled, ConvertToBccThreshold } = settings;
  const converts = ConvertToBccEnabled && ConvertToBccThreshold > 0;
  if (converts) about('ConvertToBccThreshold', 'the move to Bcc is a button of the finding; from this many addresses outside, of two organisations or more, there is a notice');
  const notice = converts ? { noticeAboveAddresses: Math.max(1, ConvertToBccThreshold - 1) } : {};
  const thresholds = [SafeBccThreshold, BccConversionRecommendationDomainsThreshold, SafeBccReconfirmationThreshold].filter((threshold) => threshold > 0);
  if (!SafeBccEnabled || thresholds.length === 0) {
    about(SafeBccEnabled ? 'SafeBccThreshold' : 'SafeBccEnabled', 'people who see each other are no reason to ask then; leave this out of the policy to have Umsicht’s own limits');
    return converts ? { severity: 'notice', ...notice } : { severity: 'off' };
  }
  const lowest = Math.min(...thresholds);
  about('SafeBccThreshold', `organisations outside are counted, not domains with those of the organisation itself; everybody at a mail provider counts alone${lowest < 2 ? '; one organisation alone is never a finding' : ''}`);
  if (SafeBccReconfirmationThreshold > 0) about('SafeBccReconfirmationThreshold', 'asked once, from the lowest of the thresholds on; criticalAboveOrganisations would stop the mail');
  // At so many organisations there are as many addresses, so that limit never decides.
  return { severity: 'warning', addresses: 1, organisations: Math.max(1, lowest - 1), ...notice };
}

function delayMinutes({ DelayDeliveryEnabled, DelayDeliverySeconds }: typeof DEFAULTS, about: About): number | null {
  if (!DelayDeliveryEnabled || DelayDeliverySeconds <= 0) return null;
  const minutes = Math.min(Math.ceil(DelayDeliverySeconds / 60), LONGEST_DELAY);
  about('DelayDeliverySeconds', `mail with a finding waits ${minutes === 1 ? 'one minute' : `${minutes} minutes`}; mail without one goes at once`);
  return minutes;
}

/** Names of domains are compared without regard to case, and a needless @ in front is left out. */
function recipientSpelling(text: string): string {
  return text.toLowerCase().replace(/^(-?)@/, '$1');
}

function trusted(text: string, notes: Note[]): object {
  const file = 'TrustedDomains.txt';
  const { kept, idle } = withoutCancelled(linesOf(text), recipientSpelling);
  const entries = patternsFor(file, kept, notes);
  const refused = refusedAsOwn(entries.map(({ pattern }) => pattern));
  entries.forEach(({ line }, index) => {
    const why = refused.get(index);
    if (why !== undefined) notes.push({ file, line: line.number, what: line.text, why: `left out: ${why}` });
  });
  const domains = entries.filter((_, index) => !refused.has(index)).map(({ pattern }) => pattern);
  // What had no effect was meant as an exception, and one more exception is safe, unless it takes out somebody who is named.
  const except = patternsFor(file, idle, notes).filter(({ pattern, line }) => {
    const fits = !takesOut(pattern, domains);
    notes.push({ file, line: line.number, what: line.text, why: `cancels only an entry of the same spelling in FlexConfirmMail, and there is none; ${fits ? 'here it is an exception' : 'left out, since it would take out another entry'}` });
    return fits;
  });
  if (domains.length === 0) notes.push({ file, line: null, what: 'no entry', why: 'the sender’s own domain counts as the organisation then, where FlexConfirmMail trusts nobody' });
  return { domains: unique(domains), includeSubdomains: false, ...(except.length > 0 ? { except: unique(except.map(({ pattern }) => pattern)) } : {}) };
}

/** Whether an exception, which speaks for subdomains, too, leaves nothing of one of these entries. */
function takesOut(exception: string, domains: readonly string[]): boolean {
  const isOutside = matcher(patternsOf([exception]), true);
  return patternsOf(domains).some((pattern) => isOutside(parseAddress(pattern.kind === 'address' ? pattern.key : pattern.kind === 'domain' ? `x@${pattern.domain}` : `x@x.${pattern.domain}`)));
}

/** What the parser of policies does not take for an own domain, by its place in the list. */
function refusedAsOwn(domains: readonly string[]): ReadonlyMap<number, string> {
  const result = parsePolicy({ organisation: { domains } }, [], registrableDomain);
  const refused = new Map<number, string>();
  for (const { path, message } of result.ok ? [] : result.problems) {
    const place = /^organisation\.domains\[(\d+)\]$/.exec(path);
    if (place) refused.set(Number(place[1]), message);
  }
  return refused;
}

function unsafeRecipients(text: string, notes: Note[]): { readonly forbidden: readonly object[]; readonly cautioned: readonly object[] } {
  const file = 'UnsafeDomains.txt';
  const byType = listsByType(file, text, notes);
  const lists = new Map<WarningType, readonly string[]>();
  for (const type of WARNING_TYPES) {
    const { kept, idle } = withoutCancelled(byType[type], recipientSpelling);
    noteIdle(file, idle, notes);
    const entries = patternsFor(file, kept, notes);
    const domain = entries.find(({ pattern }) => parsePattern(pattern)?.kind === 'domain');
    if (domain) notes.push({ file, line: domain.line.number, what: `domains under [${type}]`, why: 'speak for their subdomains, too' });
    if (entries.length > 0) lists.set(type, unique(entries.map(({ pattern }) => pattern)));
  }
  if (lists.has('REWARNING')) notes.push({ file, line: null, what: '[REWARNING]', why: 'asked once, like [WARNING]; there is no second dialog' });
  const listed = (type: WarningType) => (lists.has(type) ? [{ entries: lists.get(type) }] : []);
  return { forbidden: listed('BLOCK'), cautioned: [...listed('WARNING'), ...listed('REWARNING')] };
}

interface Entry {
  readonly pattern: string;
  readonly line: Line;
}

function patternsFor(file: FileName, lines: readonly Line[], notes: Note[]): readonly Entry[] {
  return lines.flatMap((line) => {
    const { patterns, why } = patternsIn(recipientSpelling(line.text).replace(/^-/, ''));
    if (why !== undefined) notes.push({ file, line: line.number, what: line.text, why });
    return patterns.map((pattern) => ({ pattern, line }));
  });
}

/** The entries of a policy that say the same as one of FlexConfirmMail; why there are none, or other ones. */
function patternsIn(entry: string): { readonly patterns: readonly string[]; readonly why?: string } {
  const at = entry.lastIndexOf('@');
  if (at >= 0 && /^\*+$/.test(entry.slice(0, at))) return patternsIn(entry.slice(at + 1));
  if (!/[*?]/.test(entry) || /^\*\.[^*?]+$/.test(entry)) return parsePattern(entry) ? { patterns: [entry] } : { patterns: [], why: 'left out: neither a domain nor an address' };
  const ending = /^\*([^*?@.][^*?@]*)$/.exec(entry);
  if (ending && parsePattern(ending[1] as string)) {
    return { patterns: [ending[1] as string, `*.${ending[1] as string}`], why: `read as ${ending[1] as string} and its subdomains; other domains that end so are not meant` };
  }
  return { patterns: [], why: 'left out: wildcards stand for whole subdomains only (*.domain); name the addresses or domains' };
}

function unsafeFiles(text: string, notes: Note[]): readonly object[] {
  const file = 'UnsafeFiles.txt';
  const byType = listsByType(file, text, notes);
  const lists = WARNING_TYPES.flatMap((type) => {
    const { kept, idle } = withoutCancelled(byType[type], (spelt) => spelt);
    noteIdle(file, idle, notes);
    if (kept.length === 0 && byType[type].length > 0) notes.push({ file, line: null, what: `[${type}]`, why: 'nothing is left of it; FlexConfirmMail then takes every attachment, which nobody wants' });
    const words = wordsFor(file, kept, notes);
    return words.length === 0 ? [] : [{ words, in: 'attachments', language: 'none', severity: type === 'BLOCK' ? 'critical' : 'warning' }];
  });
  if (byType.REWARNING.length > 0) notes.push({ file, line: null, what: '[REWARNING]', why: 'asked once, like [WARNING]; there is no second dialog' });
  return lists;
}

function unsafeBodies(text: string, notes: Note[]): readonly object[] {
  const file = 'UnsafeBodies.txt';
  const lists = sectionsOf(file, text, notes).flatMap((section) => {
    const setting = (name: string) => section.settings.find((each) => each.name === name);
    const note = ({ number, text: what }: Line, why: string) => notes.push({ file, line: number, what, why });
    if (section.name === null || section.name === '') {
      for (const each of section.settings) note(each, 'stands above the first section, where FlexConfirmMail does not look');
      return [];
    }
    for (const each of section.settings) if (!SECTION_SETTINGS.includes(each.name)) note(each, 'no setting of FlexConfirmMail, or of a later version');
    const keywords = setting('Keywords');
    const entries = (keywords?.value ?? '').split(',').map((word) => ({ number: keywords?.number ?? section.line, text: word.trim() })).filter(({ text: word }) => word !== '' && !word.startsWith('#'));
    const { kept, idle } = withoutCancelled(entries, (spelt) => spelt);
    noteIdle(file, idle, notes);
    const words = wordsFor(file, kept, notes);
    if (words.length === 0) {
      notes.push({ file, line: section.line, what: `[${section.name}]`, why: 'left out: it has no keywords; FlexConfirmMail stops every mail for it, or takes every text' });
      return [];
    }
    const language = setting('Language');
    if (language && language.value !== '') note(language, 'counts in every language of Outlook');
    const type = setting('WarningType');
    const kind = type?.value.toUpperCase() ?? 'WARNING';
    if (type && !WARNING_TYPES.some((each) => each === kind)) note(type, 'no type of FlexConfirmMail; it warns');
    if (type && kind === 'REWARNING') note(type, 'asked once, like WARNING; there is no second dialog');
    const reason = (setting('Message')?.value ?? '').replace(/\\n/g, ' ').trim();
    return [{ words, in: 'body', language: 'none', severity: kind === 'BLOCK' ? 'critical' : 'warning', ...(reason === '' ? {} : { reason }) }];
  });
  if (lists.length > 0) notes.push({ file, line: null, what: 'keywords', why: 'are looked for in the text and the quoted thread, never in the signature' });
  return lists;
}

const SECTION_SETTINGS: readonly string[] = ['Keywords', 'WarningType', 'Message', 'Language'];

/**
 * FlexConfirmMail finds an entry anywhere, inside of words, too; here wildcards around it say so.
 * Where there is punctuation, which nobody looks for here, its words have to be whole, or `C++`
 * would be found in every word that ends in c. The ending of a file is a word of its own.
 */
function wordsFor(file: FileName, lines: readonly Line[], notes: Note[]): readonly string[] {
  return unique(lines.flatMap((line) => {
    const isEnding = file === 'UnsafeFiles.txt' && /^\*?\.[^\s.*?]+$/.test(line.text);
    const bare = line.text.replace(/^\*+/, '').replace(/\*+$/, '');
    const isPunctuated = !isEnding && /[^\p{L}\p{M}\p{N}\s*?]/u.test(bare);
    const word = isEnding || isPunctuated ? bare : `*${bare}*`;
    if (!canBeFound(word)) {
      notes.push({ file, line: line.number, what: line.text, why: 'left out: it has neither letters nor digits to look for' });
      return [];
    }
    if (isEnding) notes.push({ file, line: line.number, what: line.text, why: 'read as this ending; FlexConfirmMail takes longer ones, too' });
    else if (isPunctuated) notes.push({ file, line: line.number, what: line.text, why: 'read as whole words; punctuation is not looked for' });
    else if (bare.includes('*')) notes.push({ file, line: line.number, what: line.text, why: 'a * stands for letters within one word here' });
    return [word];
  }));
}

function noteIdle(file: FileName, idle: readonly Line[], notes: Note[]): void {
  for (const { number, text } of idle) notes.push({ file, line: number, what: text, why: 'left out: it cancels only an entry of the same spelling under the same heading, and there is none' });
}

function unique(entries: readonly string[]): readonly string[] {
  return [...new Set(entries)];
}
