import type { Option } from '../core/option';
import type { DecisionAction } from '../core/policy';
import type { Language, Severity } from '../core/rule';

/** What settings of a policy are called and do, in one language: for the command line, the schema, forms and the documentation. */
export interface PolicyWords {
  /** What a finding of that severity does to the send, as a sentence. */
  readonly severityEffect: { readonly [S in Severity]: string };
  /** What `unknownEvidence` does when something could not be checked, as a sentence. */
  readonly unknownEffect: { readonly [A in DecisionAction]: string };
  /** Units in the singular and the plural; `null` for what is not counted. */
  readonly unit: { readonly [U in Option<unknown>['unit']]: readonly [one: string, several: string] | null };
  /** What `severity` and `unknownEvidence` decide. */
  readonly severityLabel: string;
  readonly unknownLabel: string;
  /** Said of a setting of a rule that is off. */
  readonly whileOff: string;
  readonly domains: string;
  readonly includeSubdomains: string;
  readonly except: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
}

export const POLICY_WORDS: { readonly [L in Language]: PolicyWords } = {
  de: {
    severityEffect: {
      off: 'Die Regel wird nicht geprüft.',
      notice: 'Steht im Aufgabenbereich und hält nichts auf.',
      warning: 'Fragt vor dem Senden nach; wer sendet, kann trotzdem senden.',
      critical: 'Hält die Nachricht an, bis der Befund behoben ist.',
    },
    unknownEffect: {
      allow: 'Die Nachricht geht hinaus; der Aufgabenbereich zeigt, was ungeklärt ist.',
      confirm: 'Umsicht fragt vor dem Senden nach.',
      block: 'Die Nachricht wird angehalten, bis es sich prüfen lässt.',
    },
    unit: { addresses: ['Adresse', 'Adressen'], organisations: ['Organisation', 'Organisationen'], people: ['Person', 'Personen'], entries: ['Eintrag', 'Einträge'], none: null },
    severityLabel: 'Was ein Befund mit dem Senden macht',
    unknownLabel: 'Was geschieht, wenn sich eine Regel nicht entscheiden lässt, weil Outlook oder der Dienst nicht antwortet',
    whileOff: 'Das ändert nichts, solange die Regel aus ist.',
    domains: 'Domains und Adressen der eigenen Organisation. Ist nichts genannt, zählt die Domain des Absenders',
    includeSubdomains: 'Unterdomains der genannten Domains gehören dazu',
    except: 'Extern, obwohl ein Eintrag unter domains sie einschließt',
    yes: 'ja',
    no: 'nein',
    none: 'keine',
  },
  en: {
    severityEffect: {
      off: 'The rule is not checked.',
      notice: 'Stands in the task pane and stops nothing.',
      warning: 'Asks before sending; the sender may send all the same.',
      critical: 'Stops the message until the finding is mended.',
    },
    unknownEffect: {
      allow: 'The message goes out; the task pane shows what could not be checked.',
      confirm: 'Umsicht asks before sending.',
      block: 'The message is stopped until it can be checked.',
    },
    unit: { addresses: ['address', 'addresses'], organisations: ['organisation', 'organisations'], people: ['person', 'people'], entries: ['entry', 'entries'], none: null },
    severityLabel: 'What a finding does to the send',
    unknownLabel: 'What happens when a rule cannot be decided because Outlook or the service did not answer',
    whileOff: 'This changes nothing while the rule is off.',
    domains: 'Domains and addresses of your own organisation. Where none is named, the sender’s domain counts',
    includeSubdomains: 'Subdomains of these domains belong to it',
    except: 'External although an entry of domains covers them',
    yes: 'yes',
    no: 'no',
    none: 'none',
  },
};

/**
 * A value in words: `5 addresses`, `yes`, `oak.example, elm.example`. Entries of lists are given out
 * as `entryText` has them, so that country codes can bring their names.
 */
export function valueText(value: unknown, unit: Option<unknown>['unit'], language: Language, entryText: (entry: string) => string = String): string {
  const words = POLICY_WORDS[language];
  if (value === true) return words.yes;
  if (value === false) return words.no;
  if (Array.isArray(value)) return value.length === 0 ? words.none : value.map(entryText).join(', ');
  const forms = typeof value === 'number' ? words.unit[unit] : null;
  return forms ? `${value} ${value === 1 ? forms[0] : forms[1]}` : String(value);
}
