import type { ClientId } from '../../src/simulator/clients';
import type { SendMode } from '../../src/simulator/inside';
import type { DialogButton, SendStep } from '../../src/simulator/send';
import { isIn } from './clients';
import type { OurButton, Scenario, Sight, Step } from './scenario';

/*
 * What a sight of the table is in detail on one client: which buttons the dialog has, what they are
 * called, and the last sentence of its text. The documentation prints the same as a table.
 */

/** What was on the screen, or where the mail went. */
export type Observed =
  | { readonly kind: 'sent'; readonly how: string; readonly to: string }
  | { readonly kind: 'kept'; readonly where: string; readonly why: string }
  | { readonly kind: 'notKept' }
  | { readonly kind: 'dialog'; readonly dialog: string; readonly text: string; readonly formatted: boolean; readonly buttons: readonly DialogButton[] };

export const LABELS: Readonly<Record<OurButton, string>> = { moveToBcc: 'Move to Bcc', review: 'Review in Umsicht' };

export const ADVICE = {
  sendAnyway: 'If this is what you want, you can send anyway.',
  confirmInPane: 'Open “Check recipients” in the ribbon to fix or confirm this.',
  fixInPane: 'Open “Check recipients” in the ribbon to fix this.',
} as const;

/** What Outlook writes where it has no text of ours. */
const OUTLOOKS_SENTENCE = 'Umsicht is preventing this email from being sent.';

export function observedOf(step: SendStep): Observed {
  if (step.kind === 'sent') return { kind: 'sent', how: step.mail.how, to: step.mail.to };
  if (step.kind === 'kept') return { kind: 'kept', where: step.where, why: step.why };
  return { kind: 'dialog', dialog: step.kind, text: step.text, formatted: step.blocks !== null, buttons: step.buttons };
}

/** Buttons by id, with our label where we have one. */
type Shown = { readonly buttons: readonly string[]; readonly advice: string | null };

/** The dialog of ours that a client shows. */
export function dialogOf({ kind, button }: { readonly kind: 'asked' | 'askedInPane' | 'stopped'; readonly button: OurButton }, client: ClientId, mode: SendMode): Shown {
  const ours = LABELS[button];
  const isPassable = mode === 'PromptUser';
  if (isIn(client, 'noButton')) {
    return { buttons: isPassable ? ['sendAnyway', 'dontSend'] : ['dontSend'], advice: kind === 'stopped' ? ADVICE.fixInPane : ADVICE.confirmInPane };
  }
  const offersToSend = kind === 'asked' || isPassable ? ['sendAnyway'] : [];
  return {
    buttons: isIn(client, 'paneButton') ? [...offersToSend, `dontSend: ${ours}`] : [`takeAction: ${ours}`, ...offersToSend, 'dontSend'],
    advice: kind === 'asked' ? ADVICE.sendAnyway : kind === 'askedInPane' ? ADVICE.confirmInPane : null,
  };
}

/** The sight that counts for a client and a mode; throws unless exactly one does. */
export function sightFor({ id }: Scenario, { sees }: Step, client: ClientId, mode: SendMode): Sight | null {
  if (sees === undefined) return null;
  if ('kind' in sees) return sees;
  const fitting = sees.filter(({ on = 'everywhere', mode: modes }) => isIn(client, on) && (modes === undefined || [modes].flat().includes(mode)));
  if (fitting.length !== 1) throw new Error(`${id}: ${fitting.length} lines fit ${client} with ${mode}.`);
  return fitting[0]!.sees;
}

/** A sight and what was observed, in one form, so that both are equal if it is what the table says. */
export function inOneForm(sight: Sight | null, seen: Observed | null, client: ClientId, mode: SendMode): { readonly expected: unknown; readonly observed: unknown } {
  if (sight === null || seen === null) return { expected: sight, observed: seen };
  if (sight.kind === 'sent' || sight.kind === 'kept' || sight.kind === 'notKept') return { expected: sight, observed: seen };
  if (sight.kind === 'outlook') {
    return {
      expected: { dialog: sight.dialog, buttons: sight.buttons },
      observed: seen.kind === 'dialog' && seen.dialog !== 'alert' ? { dialog: seen.dialog, buttons: seen.buttons.map(({ id }) => id) } : seen,
    };
  }
  const { buttons, advice } = dialogOf(sight.kind === 'bareAlert' ? { ...sight, kind: 'asked' } : sight, client, mode);
  const says = sight.kind === 'bareAlert' ? [OUTLOOKS_SENTENCE] : sight.says;
  const expected = { dialog: 'alert', buttons, advice: sight.kind === 'bareAlert' ? null : advice, says, formatted: isIn(client, 'functionButton') };
  if (seen.kind !== 'dialog' || seen.dialog !== 'alert') return { expected, observed: seen };
  const { text, formatted } = seen;
  const labelled: readonly string[] = Object.values(LABELS);
  return {
    expected,
    observed: {
      dialog: seen.dialog,
      buttons: seen.buttons.map(({ id, label }) => (labelled.includes(label) ? `${id}: ${label}` : id)),
      advice: Object.values(ADVICE).find((sentence) => text.endsWith(sentence)) ?? null,
      says: says.every((piece) => text.includes(piece)) ? says : text,
      formatted,
    },
  };
}
