import type { Option } from '../core/option';
import type { Language, Rule, Severity } from '../core/rule';
import type { RuleMode, SETTINGS } from '../core/settings';

/** What a setting decides, without a full stop, and what each of its values does, as sentences. */
export interface SettingWords {
  readonly label: string;
  /** What the fields of records hold. */
  readonly fields?: { readonly [name: string]: string };
  readonly effects?: { readonly [value: string]: string };
}

interface ChoiceWords<V extends string> extends SettingWords {
  readonly effects: { readonly [value in V]: string };
}

/** Words for a setting, or for a section and all that is in it. The compiler asks for every value of a choice. */
type WordsFor<S> = { readonly [N in keyof S]: S[N] extends Option<infer T> ? WordsForValue<T> : { readonly what: string; readonly settings: WordsFor<S[N]> } };
type WordsForValue<T> = [T] extends [string] ? (string extends T ? SettingWords : ChoiceWords<T>) : SettingWords;

/** What settings of a policy are called and do, in one language: for the command line, the schema, forms and the documentation. */
export interface PolicyWords {
  readonly settings: WordsFor<typeof SETTINGS>;
  /** What a finding of that severity does to the send. */
  readonly severity: ChoiceWords<Severity>;
  readonly ruleMode: ChoiceWords<RuleMode>;
  /** The section of all rules. */
  readonly rules: string;
  /** Units in the singular and the plural; `null` for what is not counted. */
  readonly unit: { readonly [U in Option<unknown>['unit']]: readonly [one: string, several: string] | null };
  /** Said of a setting of a rule that is off. */
  readonly whileOff: string;
  readonly yes: string;
  readonly no: string;
  /** An empty list, an empty text, and a limit that is `null`. */
  readonly none: string;
  readonly empty: string;
  readonly never: string;
}

export const POLICY_WORDS: { readonly [L in Language]: PolicyWords } = {
  de: {
    settings: {
      mode: {
        label: 'Ob Umsicht schützt oder erst nur beobachtet',
        effects: {
          guard: 'Regeln zeigen ihre Befunde und wirken auf das Senden.',
          observe: 'Regeln werden geprüft, aber wer sendet, sieht davon nichts, und nichts wird aufgehalten.',
        },
      },
      organisation: {
        what: 'Wer zur eigenen Organisation gehört. Alle anderen sind extern',
        settings: {
          domains: { label: 'Domains und Adressen der eigenen Organisation. Ist nichts genannt, zählt die Domain des Absenders' },
          includeSubdomains: { label: 'Unterdomains der genannten Domains gehören dazu' },
          except: { label: 'Extern, obwohl ein Eintrag unter domains sie einschließt' },
        },
      },
      unknownEvidence: {
        label: 'Was geschieht, wenn sich eine Regel nicht entscheiden lässt, weil Outlook oder der Dienst nicht antwortet',
        effects: {
          allow: 'Die Nachricht geht hinaus; der Aufgabenbereich zeigt, was ungeklärt ist.',
          confirm: 'Umsicht fragt vor dem Senden nach.',
          block: 'Die Nachricht wird angehalten, bis es sich prüfen lässt.',
        },
      },
      writing: {
        what: 'Was beim Schreiben geschieht, bevor jemand sendet',
        settings: {
          notify: { label: 'Eine Zeile über dem Entwurf nennt das Wichtigste, wonach beim Senden gefragt würde' },
          moveToBcc: { label: 'Externe Empfänger kommen schon beim Schreiben nach Bcc, sobald beim Senden gefragt würde, weil sie einander sehen. Eine Zeile über dem Entwurf sagt es und führt zum Rückgängigmachen' },
        },
      },
      sending: {
        what: 'Senden mit Bedenkzeit',
        settings: {
          delayMinutes: {
            what: 'Wie lange eine Nachricht im Postausgang wartet, je nach dem schwersten Befund, mit dem sie gesendet wurde',
            settings: {
              notice: { label: 'Wartezeit nach einem Hinweis' },
              warning: { label: 'Wartezeit nach einer Warnung' },
              critical: { label: 'Wartezeit nach einem kritischen Befund' },
            },
          },
          reason: {
            label: 'Ob jemand einen Grund angibt, der trotz einer Warnung sendet',
            effects: {
              none: 'Nach einem Grund wird nicht gefragt.',
              optional: 'Ein Grund kann angegeben werden.',
              required: 'Ohne einen Grund wird nicht gesendet.',
            },
          },
          critical: {
            label: 'Was bei einem kritischen Befund möglich ist',
            effects: {
              block: 'Die Nachricht bleibt angehalten, bis der Befund behoben ist.',
              confirmEach: 'Die Nachricht kann gesendet werden, wenn jeder betroffene Empfänger einzeln bestätigt ist.',
            },
          },
          checkAll: { label: 'Ein Feld bestätigt alle betroffenen Empfänger auf einmal' },
        },
      },
      records: {
        what: 'Was der Dienst von Entscheidungen festhält, damit sie sich zählen lassen: keine Adressen, keine Inhalte',
        settings: {
          keep: { label: 'Entscheidungen werden festgehalten' },
          days: { label: 'Wie lange die einzelnen Einträge bleiben; was Berichte über abgeschlossene Wochen sagen, bleibt länger' },
          smallest: { label: 'Kleinere Zahlen stehen in keinem Bericht' },
          sender: {
            what: 'Wer gesendet hat. Wird nur festgehalten, wenn eine Rechtsgrundlage und eine Frist genannt sind',
            settings: {
              reason: { label: 'Rechtsgrundlage, etwa eine Betriebsvereinbarung mit Datum. Ohne sie wird nicht festgehalten, wer gesendet hat' },
              days: { label: 'Nach dieser Zeit wird vergessen, wer gesendet hat' },
            },
          },
        },
      },
      contact: {
        what: 'Wen Beschäftigte bei Fragen zum Datenschutz ansprechen; was leer ist, wird nicht gezeigt',
        settings: {
          name: { label: 'Person oder Stelle' },
          address: { label: 'E-Mail-Adresse' },
          link: { label: 'Seite mit mehr dazu; die Adresse beginnt mit https://' },
        },
      },
    },
    severity: {
      label: 'Was ein Befund mit dem Senden macht',
      effects: {
        off: 'Die Regel wird nicht geprüft.',
        notice: 'Steht im Aufgabenbereich und hält nichts auf.',
        warning: 'Fragt vor dem Senden nach; wer sendet, kann trotzdem senden.',
        critical: 'Hält die Nachricht an, bis der Befund behoben ist.',
      },
    },
    ruleMode: {
      label: 'Ob diese Regel schützt oder nur beobachtet',
      effects: {
        asPolicy: 'Wie die Richtlinie im Ganzen.',
        guard: 'Die Regel zeigt ihre Befunde und wirkt auf das Senden.',
        observe: 'Die Regel wird geprüft, aber wer sendet, sieht davon nichts, und nichts wird aufgehalten.',
      },
    },
    rules: 'Die Regeln, jede mit ihrer Schwere und ihren Einstellungen',
    unit: {
      addresses: ['Adresse', 'Adressen'], organisations: ['Organisation', 'Organisationen'], people: ['Person', 'Personen'], entries: ['Eintrag', 'Einträge'],
      words: ['Wort', 'Wörter'], megabytes: ['MB', 'MB'], days: ['Tag', 'Tage'], minutes: ['Minute', 'Minuten'], characters: ['Zeichen', 'Zeichen'], none: null,
    },
    whileOff: 'Das ändert nichts, solange die Regel aus ist.',
    yes: 'ja',
    no: 'nein',
    none: 'keine',
    empty: 'leer',
    never: 'nie',
  },
  en: {
    settings: {
      mode: {
        label: 'Whether Umsicht guards, or only observes for now',
        effects: {
          guard: 'Rules show what they find and act on the send.',
          observe: 'Rules are checked, but senders see nothing of it and nothing is stopped.',
        },
      },
      organisation: {
        what: 'Who belongs to your own organisation. Everybody else is external',
        settings: {
          domains: { label: 'Domains and addresses of your own organisation. Where none is named, the sender’s domain counts' },
          includeSubdomains: { label: 'Subdomains of these domains belong to it' },
          except: { label: 'External although an entry of domains covers them' },
        },
      },
      unknownEvidence: {
        label: 'What happens when a rule cannot be decided because Outlook or the service did not answer',
        effects: {
          allow: 'The message goes out; the task pane shows what could not be checked.',
          confirm: 'Umsicht asks before sending.',
          block: 'The message is stopped until it can be checked.',
        },
      },
      writing: {
        what: 'What happens while a draft is written, before anybody sends it',
        settings: {
          notify: { label: 'A line above the draft names the gravest thing that Send would ask about' },
          moveToBcc: { label: 'External recipients go to Bcc while the message is still being written, as soon as Send would ask because they see each other. A line above the draft says so and leads to undoing it' },
        },
      },
      sending: {
        what: 'Sending with second thoughts',
        settings: {
          delayMinutes: {
            what: 'How long a message waits in the outbox, by the gravest finding it was sent with',
            settings: {
              notice: { label: 'Wait after a notice' },
              warning: { label: 'Wait after a warning' },
              critical: { label: 'Wait after a critical finding' },
            },
          },
          reason: {
            label: 'Whether somebody who sends in spite of a warning gives a reason',
            effects: {
              none: 'Nobody is asked for a reason.',
              optional: 'A reason may be given.',
              required: 'Without a reason the message is not sent.',
            },
          },
          critical: {
            label: 'What can be done about a critical finding',
            effects: {
              block: 'The message stays stopped until the finding is mended.',
              confirmEach: 'The message may be sent once every recipient concerned is confirmed, one by one.',
            },
          },
          checkAll: { label: 'One box confirms all recipients concerned at once' },
        },
      },
      records: {
        what: 'What the service keeps of decisions so that they can be counted: no addresses, no content',
        settings: {
          keep: { label: 'Decisions are taken down' },
          days: { label: 'How long the single entries stay; what reports say of weeks that are over stays longer' },
          smallest: { label: 'No report gives a smaller number' },
          sender: {
            what: 'Who sent. Taken down only where a legal basis and a time limit are named',
            settings: {
              reason: { label: 'Legal basis, such as a works agreement with its date. Without it nobody takes down who sent' },
              days: { label: 'After this time it is forgotten who sent' },
            },
          },
        },
      },
      contact: {
        what: 'Whom employees can ask about data protection; what is empty is not shown',
        settings: {
          name: { label: 'Person or office' },
          address: { label: 'E-mail address' },
          link: { label: 'Page with more about it; its address begins with https://' },
        },
      },
    },
    severity: {
      label: 'What a finding does to the send',
      effects: {
        off: 'The rule is not checked.',
        notice: 'Stands in the task pane and stops nothing.',
        warning: 'Asks before sending; the sender may send all the same.',
        critical: 'Stops the message until the finding is mended.',
      },
    },
    ruleMode: {
      label: 'Whether this rule guards or only observes',
      effects: {
        asPolicy: 'As the policy as a whole.',
        guard: 'The rule shows what it finds and acts on the send.',
        observe: 'The rule is checked, but senders see nothing of it and nothing is stopped.',
      },
    },
    rules: 'The rules, each with its severity and its settings',
    unit: {
      addresses: ['address', 'addresses'], organisations: ['organisation', 'organisations'], people: ['person', 'people'], entries: ['entry', 'entries'],
      words: ['word', 'words'], megabytes: ['MB', 'MB'], days: ['day', 'days'], minutes: ['minute', 'minutes'], characters: ['character', 'characters'], none: null,
    },
    whileOff: 'This changes nothing while the rule is off.',
    yes: 'yes',
    no: 'no',
    none: 'none',
    empty: 'empty',
    never: 'never',
  },
};

/** Words for a section and all that is in it. */
export interface SectionWords {
  readonly what: string;
  readonly settings: AllWords;
}

export interface AllWords {
  readonly [name: string]: SettingWords | SectionWords;
}

/** Words for everything that `settingsFor` of core/settings.ts names. */
export function wordsFor(rules: readonly Rule[], language: Language): AllWords {
  const { settings, rules: what } = POLICY_WORDS[language];
  const perRule: { [id: string]: SectionWords } = {};
  for (const rule of rules) perRule[rule.id] = { what: rule.text[language].title, settings: ruleWords(rule, language) };
  return { ...settings, rules: { what, settings: perRule } };
}

function ruleWords({ options, explanation }: Rule, language: Language): AllWords {
  const { severity, ruleMode } = POLICY_WORDS[language];
  const labels: { readonly [name: string]: string } = explanation[language].options;
  const words: { [name: string]: SettingWords } = { severity, mode: ruleMode };
  for (const name of Object.keys(options)) {
    const { shape } = options[name] as Option<unknown>;
    const fields: { [field: string]: string } = {};
    if (shape.kind === 'records') for (const field of Object.keys(shape.fields)) fields[field] = labels[`${name}.${field}`] as string;
    words[name] = { label: labels[name] as string, fields };
  }
  return words;
}

/**
 * A value in words: `5 addresses`, `yes`, `oak.example, elm.example`; of an entry with fields, those that were set. Countries
 * are given out as `countryText` has them, so that codes can bring their names.
 */
export function valueText(value: unknown, option: Pick<Option<unknown>, 'unit' | 'shape'>, language: Language, countryText: (code: string) => string = String): string {
  const words = POLICY_WORDS[language];
  const { unit, shape } = option;
  if (value === true) return words.yes;
  if (value === false) return words.no;
  if (value === null) return unit === 'minutes' || unit === 'days' ? words.none : words.never;
  if (value === '') return words.empty;
  if (Array.isArray(value)) {
    if (value.length === 0) return words.none;
    return value.map((entry) => entryText(entry, shape, language, countryText)).join(shape.kind === 'records' ? '; ' : ', ');
  }
  if (shape.kind === 'countryCode') return countryText(String(value));
  const forms = typeof value === 'number' ? words.unit[unit] : null;
  if (forms) return `${value} ${value === 1 ? forms[0] : forms[1]}`;
  // A block of several lines stands in one here.
  return shape.kind === 'text' ? String(value).trim().split(/\s*[\r\n]+\s*/).join(' / ') : String(value);
}

function entryText(entry: unknown, shape: Option<unknown>['shape'], language: Language, countryText: (code: string) => string): string {
  if (shape.kind === 'countryCodes') return countryText(String(entry));
  if (shape.kind !== 'records') return String(entry);
  const values = entry as { readonly [name: string]: unknown };
  const isDefault = (name: string) => JSON.stringify(values[name]) === JSON.stringify((shape.fields[name] as Option<unknown>).default);
  return Object.keys(shape.fields)
    .filter((name) => shape.required.indexOf(name) >= 0 || !isDefault(name))
    .map((name) => `${name}: ${valueText(values[name], shape.fields[name] as Option<unknown>, language, countryText)}`)
    .join(', ');
}
