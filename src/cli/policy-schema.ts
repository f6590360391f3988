import type { Option } from '../core/option';
import type { DecisionAction } from '../core/policy';
import { type Language, type Rule, SEVERITIES } from '../core/rule';
import { POLICY_WORDS } from '../presentation/policy-words';
import { COUNTRY_CODES } from '../reference/countries';
import { countryName } from '../reference/country-names';

/** Plain JSON (JSON Schema, draft 2020-12). */
export type Schema = { readonly [keyword: string]: unknown };

/** Names the format, not a place: whoever hosts the schema may do so anywhere. */
const SCHEMA_ID = 'urn:umsicht:policy:1';

/**
 * The JSON Schema of a policy document, made from the rules' own options. Whatever the parser
 * accepts, the schema accepts. The other way round it cannot say that a domain is a public suffix
 * or a mail provider, is longer than 253 characters, or is no domain for reasons of Unicode.
 *
 * Every object lists all there is (`additionalProperties: false`). `enumDescriptions` and
 * `patternErrorMessage` are what editors show beside a value; validators pass over them.
 */
export function policySchema(rules: readonly Rule[], language: Language): Schema {
  const words = WORDS[language];
  const policy = POLICY_WORDS[language];
  const described = (description: string, schema: Schema): Schema => ({ description: sentence(description), ...schema });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    title: words.title,
    description: words.description,
    ...object({
      $schema: { description: words.schema, type: 'string' },
      version: { description: words.version, const: 1, default: 1 },
      organisation: {
        description: words.organisation,
        ...object({
          domains: described(policy.domains, PATTERNS),
          includeSubdomains: described(policy.includeSubdomains, { type: 'boolean', default: true }),
          except: described(policy.except, PATTERNS),
        }),
      },
      unknownEvidence: described(withValues(policy.unknownLabel, policy.unknownEffect), { enum: ACTIONS, enumDescriptions: ACTIONS.map((action) => policy.unknownEffect[action]), default: 'confirm' }),
      rules: {
        description: words.rules,
        ...object(Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule, language)]))),
      },
    }),
    $defs: {
      severity: {
        description: withValues(policy.severityLabel, policy.severityEffect),
        enum: SEVERITIES,
        enumDescriptions: SEVERITIES.map((severity) => policy.severityEffect[severity]),
      },
      pattern: {
        description: words.pattern,
        type: 'string',
        pattern: PATTERN,
        patternErrorMessage: words.notPattern,
        examples: ['firm.example', '*.firm.example', 'anna@firm.example'],
      },
      countryCode: {
        description: words.countryCode,
        enum: COUNTRY_CODES,
        enumDescriptions: COUNTRY_CODES.map((code) => countryName(code, language)),
      },
    },
  };
}

function ruleSchema(rule: Rule, language: Language): Schema {
  const { why, options } = rule.explanation[language];
  const settings: { [name: string]: Schema } = { severity: { $ref: '#/$defs/severity', default: rule.severity } };
  for (const name of Object.keys(rule.options)) {
    const option = rule.options[name] as Option<unknown>;
    settings[name] = { description: sentence(options[name] as string), ...shapeSchema(option), default: option.default };
  }
  const sources = rule.legal.map((source) => source[language]).join('; ');
  return { title: rule.text[language].title, description: `${why} (${sources})`, ...object(settings) };
}

function shapeSchema({ shape }: Option<unknown>): Schema {
  switch (shape.kind) {
    case 'count': return { type: 'integer', minimum: shape.min };
    case 'flag': return { type: 'boolean' };
    case 'patterns': return PATTERNS;
    case 'countryCodes': return { type: 'array', items: { $ref: '#/$defs/countryCode' }, default: [] };
  }
}

function object(properties: { readonly [name: string]: Schema }): Schema {
  return { type: 'object', additionalProperties: false, properties };
}

/** With each value explained, for readers that know no `enumDescriptions`. */
function withValues(description: string, effects: { readonly [value: string]: string }): string {
  return [sentence(description), ...Object.entries(effects).map(([value, effect]) => `${value}: ${effect}`)].join(' ');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

const ACTIONS: readonly DecisionAction[] = ['allow', 'confirm', 'block'];

const PATTERNS: Schema = { type: 'array', items: { $ref: '#/$defs/pattern' }, default: [] };

/** A label of a domain name in ASCII, and what may be one in another script. */
const LABEL = '[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?';
const OTHER_SCRIPT = '[^\\s@*]*[^\\s@*\\u0000-\\u007f][^\\s@*]*';
const LITERAL = '\\[(?:[iI][pP][vV]6:)?[0-9A-Fa-fvV:.]+\\]';
const LOCAL = '[^\\s"(),:;<>@\\[\\\\\\]*\\u0000-\\u001f\\u007f]';
const QUOTED = '"(?:[^"\\\\*\\u0000-\\u001f\\u007f]|\\\\[^*\\u0000-\\u001f\\u007f])*"';
const EXCHANGE_NAME = '(?:/[oO]=|[iI][mM][cC][eE][aA][A-Za-z0-9]+-)';

/** What core/organisation.ts reads: a domain, `*.domain`, or an address, with spaces around it. */
const PATTERN = `^\\s*(?:(?:\\*\\.)?(?:(?:${LABEL}\\.)+${LABEL}\\.?|${OTHER_SCRIPT})`
  + `|(?!${EXCHANGE_NAME})(?:@*${LOCAL}(?:${LOCAL}|@)*|${QUOTED})@(?:${LABEL}(?:\\.${LABEL})*\\.?|${LITERAL}|${OTHER_SCRIPT}))\\s*$`;

const WORDS = {
  de: {
    title: 'Richtlinie für Umsicht',
    description: 'Was die Administration entscheidet. Was nicht genannt ist, hat seine Vorgabe; was nicht verstanden wird, lehnt Umsicht mit der Stelle ab.',
    schema: 'Wo dieses Schema liegt, damit Editoren vervollständigen und erklären.',
    version: 'Fassung des Formats.',
    organisation: 'Wer zur eigenen Organisation gehört. Alle anderen sind extern.',
    rules: 'Die Regeln, jede mit ihrer Schwere und ihren Einstellungen.',
    pattern: 'Eine Domain, alle Unterdomains einer Domain (*.domain) oder eine Adresse.',
    notPattern: 'Erwartet wird eine Domain (firm.example), *.domain oder eine Adresse (anna@firm.example).',
    countryCode: 'Ein Land mit seinem Code nach ISO 3166-1, in Großbuchstaben.',
  },
  en: {
    title: 'Umsicht policy',
    description: 'What the administrator decides. Whatever is left out has its default; whatever is not understood is refused, with its place.',
    schema: 'Where this schema lies, so that editors complete and explain.',
    version: 'Version of the format.',
    organisation: 'Who belongs to your own organisation. Everybody else is external.',
    rules: 'The rules, each with its severity and its settings.',
    pattern: 'A domain, all subdomains of a domain (*.domain), or an address.',
    notPattern: 'A domain (firm.example), *.domain or an address (anna@firm.example) is expected.',
    countryCode: 'A country by its code of ISO 3166-1, in capitals.',
  },
} as const;
