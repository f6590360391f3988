import type { TagPurpose } from '../core/evidence';
import type { Problem, Reader, Section } from '../core/reading';
import { PURPOSES } from '../core/purpose';
import type { Capabilities, Connector } from './connector';
import type { Mapping, PurposeMeaning } from './host/mapping';
import type { Rate } from './host/turns';
import type { SettingReaders } from './setting-readers';

type Fields = { readonly [name: string]: Reader<unknown> };

/** How a connector has been shown to work: with the real thing, or with servers made from its documentation only. */
export interface Verification {
  readonly how: 'live' | 'contract';
  readonly against: string;
}

/** How a kind of CRM is treated unless the administrator says otherwise. */
export interface UsualLimits {
  readonly rate: Rate;
  readonly concurrent: number;
}

/** One kind of CRM: how it is set up, what can be found with it, and how it is opened. */
export interface ConnectorKind {
  readonly kind: string;
  readonly verified: Verification;
  readonly capabilities: Capabilities;
  readonly limits: UsualLimits;
  /** Ids whose meaning goes without saying, because the contract is ours. */
  readonly purposes: Mapping['purposes'];
  /** Readers of the settings that only this kind has. */
  fields(readers: SettingReaders): Fields;
  /** What is wrong with settings together that are good alone. */
  problemIn?(settings: object): Problem | null;
  /** `settings` is what these readers have read. */
  open(settings: object, now: () => number): Connector;
}

export interface KindDefinition<F extends Fields> extends Omit<ConnectorKind, 'fields' | 'problemIn' | 'open'> {
  fields(readers: SettingReaders): F;
  problemIn?(settings: Section<F>): Problem | null;
  open(settings: Section<F>, now: () => number): Connector;
}

/** Keeps the settings' types together within a kind, and apart from all others outside. */
export function connectorKind<F extends Fields>(definition: KindDefinition<F>): ConnectorKind {
  return {
    ...definition,
    problemIn: (settings) => definition.problemIn?.(settings as Section<F>) ?? null,
    open: (settings, now) => definition.open(settings as Section<F>, now),
  };
}

/** Our own words for purposes mean what they say, where a source uses them. */
export const OWN_PURPOSES: Mapping['purposes'] = Object.fromEntries(PURPOSES.map((purpose): [TagPurpose, readonly PurposeMeaning[]] =>
  [purpose, [{ purpose, member: 'nothing', basis: 'other', confirmation: 'optional' }]]));
