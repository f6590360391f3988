import { LINK, type Option } from '../core/option';
import { FORMAT } from '../core/policy-migrations';
import type { Language, Rule } from '../core/rule';
import type { Schema } from '../core/reading-schema';
import { isOption, pathsIn, type Settings, settingsFor } from '../core/settings';
import { type AllWords, type SectionWords, type SettingWords, wordsFor } from '../presentation/policy-words';
import { COUNTRY_CODES } from '../reference/countries';
import { countryName } from '../reference/country-names';

/** Names the format, not a place: whoever hosts the schema may do so anywhere. */
const SCHEMA_ID = `urn:umsicht:policy:${FORMAT}`;

/**
 * The JSON Schema of a policy document, made from the settings there are. Whatever the parser
 * accepts, the schema accepts. The other way round it cannot say that a domain is a public suffix
 * or a mail provider, is longer than 253 characters, or is no domain for reasons of Unicode, nor
 * that a group sets what is locked or never counts.
 *
 * Every object lists all there is (`additionalProperties: false`). `enumDescriptions` and
 * `patternErrorMessage` are what editors show beside a value; validators pass over them.
 */
export function policySchema(rules: readonly Rule[], language: Language): Schema {
  const words = WORDS[language];
  const settings = settingsFor(rules);
  const labels = wordsFor(rules, language);
  const layer = Object.fromEntries(Object.keys(settings).map((name) => [name, { $ref: `#/$defs/${name}` }]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    title: words.title,
    description: words.description,
    ...object({
      $schema: { description: words.schema, type: 'string' },
      version: { description: words.version, enum: [1, FORMAT], enumDescriptions: [words.oldVersion, words.thisVersion], default: FORMAT },
      ...layer,
      locked: { description: words.locked, type: 'array', items: { enum: pathsIn(settings, true) }, default: [] },
      groups: {
        description: words.groups,
        type: 'array',
        items: {
          ...object({
            name: { description: words.groupName, type: 'string', pattern: '\\S' },
            senders: { description: words.senders, type: 'array', items: { $ref: '#/$defs/pattern' }, minItems: 1 },
            policy: { description: words.groupPolicy, ...object(layer) },
          }),
          required: ['name', 'senders', 'policy'],
        },
        default: [],
      },
    }),
    $defs: {
      ...settingSchemas(settings, labels),
      rules: {
        description: sentence((labels['rules'] as SectionWords).what),
        ...object(Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule, settings, labels, language)]))),
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

function ruleSchema({ id, text, explanation, legal }: Rule, settings: Settings, labels: AllWords, language: Language): Schema {
  const own = (settings['rules'] as Settings)[id] as Settings;
  const words = (labels['rules'] as SectionWords).settings[id] as SectionWords;
  const { why } = explanation[language];
  const sources = legal.map((source) => source[language]).join('; ');
  return { title: text[language].title, description: sources === '' ? why : `${why} (${sources})`, ...object(settingSchemas(own, words.settings)) };
}

function settingSchemas(settings: Settings, labels: AllWords): { readonly [name: string]: Schema } {
  return Object.fromEntries(Object.keys(settings).map((name) => {
    const setting = settings[name] as Option<unknown> | Settings;
    const words = labels[name] as SettingWords | SectionWords;
    if (isOption(setting)) return [name, optionSchema(setting, words as SettingWords)];
    const { what, settings: inner } = words as SectionWords;
    return [name, { description: sentence(what), ...object(settingSchemas(setting, inner)) }];
  }));
}

function optionSchema(option: Option<unknown>, words: SettingWords): Schema {
  return { description: withValues(words), ...shapeSchema(option, words), default: option.default };
}

function shapeSchema({ shape }: Option<unknown>, { effects, fields = {} }: SettingWords): Schema {
  switch (shape.kind) {
    case 'count': return { type: shape.orNever ? ['integer', 'null'] : 'integer', minimum: shape.min, ...(shape.max === undefined ? {} : { maximum: shape.max }) };
    case 'choice': return { enum: shape.values, ...(effects && { enumDescriptions: shape.values.map((value) => effects[value]) }) };
    case 'flag': return { type: 'boolean' };
    case 'patterns': return { type: 'array', items: { $ref: '#/$defs/pattern' } };
    case 'countryCodes': return { type: 'array', items: { $ref: '#/$defs/countryCode' } };
    case 'countryCode': return { $ref: '#/$defs/countryCode' };
    case 'texts': return { type: 'array', items: { type: 'string', pattern: '\\S' } };
    case 'text': return { type: 'string' };
    case 'address': return { anyOf: [{ const: '' }, { allOf: [{ $ref: '#/$defs/pattern' }, { type: 'string', pattern: '@' }] }] };
    case 'link': return { type: 'string', pattern: LINK.source };
    case 'records': {
      const properties = Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => {
        const schema = { description: sentence(fields[name] as string), ...shapeSchema(field, { label: '' }) };
        return [name, shape.required.includes(name) ? schema : { ...schema, default: field.default }];
      }));
      return { type: 'array', items: { ...object(properties), required: shape.required } };
    }
  }
}

function object(properties: { readonly [name: string]: Schema }): Schema {
  return { type: 'object', additionalProperties: false, properties };
}

/** With each value explained, for readers that know no `enumDescriptions`. */
function withValues({ label, effects = {} }: SettingWords): string {
  return [sentence(label), ...Object.entries(effects).map(([value, effect]) => `${value}: ${effect}`)].join(' ');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A label of a domain name in ASCII, and what may be one in another script. */
const LABEL = '[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?';
const OTHER_SCRIPT = '[^\\s@*]*[^\\s@*\\u0000-\\u007f][^\\s@*]*';
const LITERAL = '\\[(?:[iI][pP][vV]6:)?[0-9A-Fa-fvV:.]+\\]';
const LOCAL = '[^\\s"(),:;<>@\\[\\\\\\]*\\u0000-\\u001f\\u007f]';
const QUOTED = '"(?:[^"\\\\*\\u0000-\\u001f\\u007f]|\\\\[^*\\u0000-\\u001f\\u007f])*"';
const EXCHANGE_NAME = '(?:/[oO]=|[iI][mM][cC][eE][aA][A-Za-z0-9]+-)';

/** Blanks, and what core/address.ts leaves out around an address because nobody sees it. */
const AROUND = '[\\s\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]';

/** What core/organisation.ts reads: a domain, `*.domain`, or an address, with spaces around it. */
const PATTERN = `^${AROUND}*(?:(?:\\*\\.)?(?:(?:${LABEL}\\.)+${LABEL}\\.?|${OTHER_SCRIPT})`
  + `|(?!${EXCHANGE_NAME})(?:@*${LOCAL}(?:${LOCAL}|@)*|${QUOTED})@(?:${LABEL}(?:\\.${LABEL})*\\.?|${LITERAL}|${OTHER_SCRIPT}))${AROUND}*$`;

const WORDS = {
  de: {
    title: 'Richtlinie für Umsicht',
    description: 'Was die Administration entscheidet. Was nicht genannt ist, hat seine Vorgabe; was nicht verstanden wird, lehnt Umsicht mit der Stelle ab.',
    schema: 'Wo dieses Schema liegt, damit Editoren vervollständigen und erklären.',
    version: 'Fassung des Formats.',
    oldVersion: 'Die erste Fassung. Sie wird weiter gelesen; umsicht policy migrate schreibt sie um.',
    thisVersion: 'Die heutige Fassung.',
    locked: 'Einstellungen und Abschnitte, die keine Gruppe anders setzen darf.',
    groups: 'Absender, für die manches anders gilt. Für jeden Absender zählt allein die erste Gruppe, in der er steht.',
    groupName: 'Wie die Gruppe heißt.',
    senders: 'Wessen Nachrichten gemeint sind: Adressen, Domains (firm.example) und Unterdomains (*.firm.example) von Absendern.',
    groupPolicy: 'Was für die Gruppe anders ist. Was hier nicht genannt ist, gilt wie für die Organisation; eine Liste ersetzt die ganze Liste.',
    pattern: 'Eine Domain, alle Unterdomains einer Domain (*.domain) oder eine Adresse.',
    notPattern: 'Erwartet wird eine Domain (firm.example), *.domain oder eine Adresse (anna@firm.example).',
    countryCode: 'Ein Land mit seinem Code nach ISO 3166-1, in Großbuchstaben.',
  },
  en: {
    title: 'Umsicht policy',
    description: 'What the administrator decides. Whatever is left out has its default; whatever is not understood is refused, with its place.',
    schema: 'Where this schema lies, so that editors complete and explain.',
    version: 'Version of the format.',
    oldVersion: 'The first version. It is still read; umsicht policy migrate rewrites it.',
    thisVersion: 'Today’s version.',
    locked: 'Settings and sections that no group may set otherwise.',
    groups: 'Senders for whom some things are different. Of all groups a sender is in, the first one counts, alone.',
    groupName: 'What the group is called.',
    senders: 'Whose messages are meant: addresses, domains (firm.example) and subdomains (*.firm.example) of senders.',
    groupPolicy: 'What is different for the group. Whatever is left out is as for the organisation; a list takes the place of the whole list.',
    pattern: 'A domain, all subdomains of a domain (*.domain), or an address.',
    notPattern: 'A domain (firm.example), *.domain or an address (anna@firm.example) is expected.',
    countryCode: 'A country by its code of ISO 3166-1, in capitals.',
  },
} as const;
