import { LEGAL_BASES, type LegalBasis } from '../core/evidence';
import { fitting, isSection, listOf, oneOf, type Problem, type Reader, section } from '../core/reading';
import { TAG_PURPOSES } from '../wire/contact';
import type { Connector } from './connector';
import type { ConnectorKind } from './connector-kind';
import { CONNECTOR_KINDS } from './connector-kinds';
import type { HostSettings } from './host/consent-host';
import type { Mapping, PurposeMeaning } from './host/mapping';
import type { SourceSettings } from './host/source';
import { orElse, type SettingReaders, wholeNumber } from './setting-readers';

/** One CRM as the administrator has set it up. Secrets are inside of `open` alone. */
export interface ConfiguredSource {
  readonly kind: ConnectorKind;
  readonly settings: SourceSettings;
  open(now: () => number): Connector;
}

export interface ConnectorsConfiguration {
  readonly settings: HostSettings;
  readonly sources: readonly ConfiguredSource[];
}

const MINUTE = 60_000;

/** Minutes for which answers are kept, and how many of them per source. */
const KEEP = { granted: 15, refused: 240, other: 5, most: 50_000 };

/**
 * The section `connectors` of a configuration. Whatever is wrong is reported with its place, all of it at once; a secret never is.
 */
export function connectorsReader(readers: SettingReaders): Reader<ConnectorsConfiguration> {
  const whole = section({
    answerWithin: orElse(wholeNumber(100, 10_000), 1200),
    keep: orElse(section({
      granted: orElse(wholeNumber(1, 15), KEEP.granted),
      refused: orElse(wholeNumber(1, 1440), KEEP.refused),
      other: orElse(wholeNumber(1, 15), KEEP.other),
      most: orElse(wholeNumber(100, 1_000_000), KEEP.most),
    }), KEEP),
    changesEvery: orElse(wholeNumber(1, 60), 5),
    sources: listOf(sourceReader(readers), 'a list of sources'),
  });
  return (value, path, problems) => {
    // What is no object at all has none of these.
    const { answerWithin = 0, keep = KEEP, changesEvery = 0, sources = [] } = whole(value, path, problems) as Partial<ReturnType<typeof whole>>;
    sources.forEach(({ settings }, index) => {
      if (sources.findIndex((each) => each.settings.name === settings.name) < index) problems.push({ path: within(path, `sources[${index}].name`), message: `another source has the name ${JSON.stringify(settings.name)}` });
    });
    const { granted, refused, other, most } = keep;
    return {
      settings: { times: { granted: granted * MINUTE, refused: refused * MINUTE, other: other * MINUTE }, most, answerWithin, changesEvery: changesEvery * MINUTE },
      sources,
    };
  };
}

/** No source at all. */
export const NO_CONNECTORS: ConnectorsConfiguration = connectorsReader({ secret: () => '', path: () => '' })({ sources: [] }, '', []);

const NAME = fitting<string>((value) => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,39}$/.test(value), 'a short name of small letters, digits and hyphens');

const meaningReader = section({
  purpose: oneOf(TAG_PURPOSES),
  member: orElse(oneOf(['granted', 'nothing'] as const), 'nothing'),
  basis: orElse<LegalBasis>(oneOf(LEGAL_BASES), 'consent'),
  confirmation: orElse(oneOf(['required', 'optional'] as const), 'optional'),
});

/** `"newsletter"`, `["offer", "event"]`, `{ "purpose": "newsletter", "member": "granted" }`, or a list of those; an empty one leaves it out on purpose. */
const meaningsReader: Reader<readonly PurposeMeaning[]> = (value, path, problems) => {
  if (Array.isArray(value)) return value.flatMap((each, index) => meaningIn(each, `${path}[${index}]`, problems));
  return [meaningIn(value, path, problems)];
};

function meaningIn(value: unknown, path: string, problems: Problem[]): PurposeMeaning {
  return meaningReader(isSection(value) ? value : { purpose: value }, path, problems);
}

function byName<T>(entry: Reader<T>, what: string): Reader<{ readonly [name: string]: T }> {
  const object = fitting<object>(isSection, what);
  return (value, path, problems) => {
    object(value, path, problems);
    return isSection(value) ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, entry(each, `${path}[${JSON.stringify(name)}]`, problems)])) : {};
  };
}

const limitsReader = section({
  requests: orElse<number | null>(wholeNumber(1, 100_000), null),
  perSeconds: orElse<number | null>(wholeNumber(1, 3600), null),
  concurrent: orElse<number | null>(wholeNumber(1, 100), null),
  addresses: orElse<number | null>(wholeNumber(2, 1000), null),
  seconds: orElse(wholeNumber(1, 60), 10),
});
const USUAL = { requests: null, perSeconds: null, concurrent: null, addresses: null, seconds: 10 };

function sourceReader(readers: SettingReaders): Reader<ConfiguredSource> {
  const kinds = CONNECTOR_KINDS.map(({ kind }) => kind);
  return (value, path, problems) => {
    const named = isSection(value) ? CONNECTOR_KINDS.find(({ kind }) => kind === value.kind) : undefined;
    const kind = named ?? CONNECTOR_KINDS[0] as ConnectorKind;
    const before = problems.length;
    // Without its kind nobody can tell which other settings belong there.
    if (!named) {
      section({ kind: oneOf(kinds) }, 'ignored')(value, path, problems);
      return { kind, settings: settingsOf(kind, '', {}, {}, USUAL), open: () => { throw new Error('not configured'); } };
    }
    const read = section({
      name: NAME,
      kind: oneOf(kinds),
      purposes: orElse(byName(meaningsReader, 'an object with a purpose for each list, topic or purpose of the source'), {}),
      bases: orElse(byName(oneOf(LEGAL_BASES), 'an object with a legal basis for each word of the source'), {}),
      limits: orElse(limitsReader, USUAL),
      ...named.fields(readers),
    })(value, path, problems);
    const { name, kind: _, purposes, bases, limits, ...own } = read;
    if (problems.length === before) {
      const problem = named.problemIn?.(own) ?? null;
      if (problem) problems.push({ path: within(path, problem.path), message: problem.message });
    }
    return { kind, settings: settingsOf(kind, name, purposes, bases, limits ?? USUAL), open: (now) => named.open(own, now) };
  };
}

function settingsOf({ limits: usual, purposes: ownPurposes }: ConnectorKind, name: string, purposes: Mapping['purposes'], bases: Mapping['bases'], limits: typeof USUAL | ReturnType<typeof limitsReader>): SourceSettings {
  const { requests, perSeconds, concurrent, addresses, seconds } = limits;
  return {
    name,
    mapping: { purposes: { ...ownPurposes, ...purposes }, bases },
    rate: { requests: requests ?? usual.rate.requests, within: perSeconds === null ? usual.rate.within : perSeconds * 1000 },
    concurrent: concurrent ?? usual.concurrent,
    atOnce: addresses,
    milliseconds: seconds * 1000,
  };
}

function within(path: string, rest: string): string {
  return path === '' ? rest : `${path}.${rest}`;
}
