import type { Capabilities } from './connector';
import { CONNECTOR_KINDS } from './connector-kinds';

const CHANGES: { readonly [C in Capabilities['changes']]: string } = { none: '–', asked: 'asked for', told: 'webhook', both: 'asked for, webhook' };

/** The table of all connectors in docs/connectors.md, in Markdown. */
export function connectorsTable(): string {
  const yes = (is: boolean): string => (is ? 'yes' : '–');
  const rows = CONNECTOR_KINDS.map(({ kind, verified, capabilities, limits: { rate, concurrent } }) => [
    `[\`${kind}\`](#${kind})`,
    `${verified.how === 'live' ? 'verified live' : 'verified by contract'}: ${verified.against}`,
    yes(capabilities.everyMail), yes(capabilities.advertising), yes(capabilities.perPurpose), yes(capabilities.pending), yes(capabilities.expiry), yes(capabilities.doubleOptIn), yes(capabilities.legalBasis),
    yes(capabilities.secondaryAddresses),
    CHANGES[capabilities.changes],
    `${rate.requests} per ${rate.within / 1000} s, ${concurrent} at a time`,
  ]);
  const head = ['kind', 'how it was shown to work', 'no mail at all', 'no advertising', 'by purpose', 'open sign-up', 'end', 'double opt-in', 'legal basis', 'further addresses', 'changes', 'asked at most'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
