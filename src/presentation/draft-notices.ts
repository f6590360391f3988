import type { Draft } from '../core/draft';
import type { Outcome } from '../core/evaluate';
import { oneLine } from '../core/one-line';
import type { DraftNotice, PaneAccess } from '../core/ports';
import type { Language, Rule } from '../core/rule';
import { NOTIFICATION_LIMIT } from './conversion-words';
import { clip, paneOf } from './smart-alert';
import { wordingOf } from './words';

/** What a notice above a draft says, and where its button leads if it has one. */
interface Surroundings {
  readonly kind: Draft['kind'];
  readonly language: Language;
  readonly pane: PaneAccess;
}

/** The gravest of these findings in one line, and how many there are beside it. At least one finding. */
export function findingsNotice(findings: readonly Outcome[], rules: readonly Rule[], { kind, language, pane }: Surroundings): DraftNotice {
  const words = WORDS[language];
  const { title, message } = wordingOf(findings[0] as Outcome, rules, language);
  const said = oneLine(message);
  const more = findings.length > 1 ? ` ${words.more(findings.length - 1)}` : '';
  const where = pane === 'ribbon' ? ` ${words.inRibbon}` : '';
  return {
    text: firstThatFits([
      `${title}: ${said}${more}${where}`,
      `${said}${more}${where}`,
      ...shorter(said).map((start) => `${title}: ${start}${more}${where}`),
      ...shorter(said).map((start) => `${start}${more}${where}`),
      `${title}.${more}${where}`,
    ], clip(said, NOTIFICATION_LIMIT - where.length) + where),
    button: pane === 'button' ? { label: words.review, commandId: paneOf(kind) } : null,
  };
}

/** People went to Bcc by themselves; how that is undone depends on what leads to the pane. */
export function movedNotice(people: number, { language, pane }: Surroundings): DraftNotice {
  const words = WORDS[language];
  return {
    text: `${words.moved(people)} ${words.undo[pane]}`,
    button: pane === 'button' ? { label: words.look, commandId: paneOf('message') } : null,
  };
}

function firstThatFits(texts: readonly string[], otherwise: string): string {
  const found = texts.find((text) => text.length <= NOTIFICATION_LIMIT);
  return found === undefined ? otherwise : found;
}

const ABBREVIATIONS = ['prof', 'dipl', 'bzw', 'ggf', 'evtl', 'inkl', 'art', 'abs', 'ltd', 'inc', 'corp'];

/** A text without its last sentence, without its last two, and so on. */
function shorter(text: string): readonly string[] {
  const ends: string[] = [];
  const end = /(\S+)[.!?]["”“)]? (?=[A-ZÄÖÜ„“"(])/g;
  for (let found = end.exec(text); found; found = end.exec(text)) {
    const word = (found[1] as string).toLowerCase();
    if (word.length > 2 && ABBREVIATIONS.indexOf(word) < 0) ends.unshift(text.slice(0, end.lastIndex - 1));
  }
  return ends;
}

const WORDS = {
  de: {
    review: 'In Umsicht prüfen',
    look: 'In Umsicht ansehen',
    more: (count: number) => (count === 1 ? 'Dazu ein weiterer Befund.' : `Dazu ${count} weitere Befunde.`),
    inRibbon: 'Mehr: „Empfänger prüfen“.',
    moved: (people: number) => (people === 1
      ? 'Umsicht hat eine externe Person nach Bcc verschoben, damit andere sie nicht sehen.'
      : `Umsicht hat ${people} externe Personen nach Bcc verschoben, damit sie einander nicht sehen.`),
    undo: {
      button: 'Rückgängig machen können Sie das in Umsicht.',
      ribbon: 'Rückgängig machen: „Empfänger prüfen“ im Menüband.',
      none: 'Sie können sie in An oder Cc zurückstellen.',
    },
  },
  en: {
    review: 'Review in Umsicht',
    look: 'Look at it in Umsicht',
    more: (count: number) => (count === 1 ? 'One more finding.' : `${count} more findings.`),
    inRibbon: 'More: “Check recipients”.',
    moved: (people: number) => (people === 1
      ? 'Umsicht moved one external person to Bcc, so that others do not see them.'
      : `Umsicht moved ${people} external people to Bcc, so that they do not see each other.`),
    undo: {
      button: 'You can undo this in Umsicht.',
      ribbon: 'To undo this, open “Check recipients” in the ribbon.',
      none: 'You can put them back into To or Cc.',
    },
  },
};
