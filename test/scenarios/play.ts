import { acknowledge, declarePurpose } from '../../src/guard/draft-memory';
import type { GuardParts } from '../../src/guard/parts';
import { review } from '../../src/guard/review';
import type { ClientId } from '../../src/simulator/clients';
import type { Host } from '../../src/simulator/host';
import type { SendMode } from '../../src/simulator/inside';
import type { FieldName } from '../../src/simulator/item';
import type { SendDialog, SendStep } from '../../src/simulator/send';
import { ALL, isIn } from './clients';
import { type Act, MODES, type Scenario, type Step } from './scenario';
import type { PlayedService } from './service';
import { inOneForm, LABELS, type Observed, observedOf, sightFor } from './shown';

/**
 * Where a scenario is played: an Outlook with the add-in in it, and the time that goes by there.
 * The simulator, the bare engine and Microsoft's libraries each have one.
 */
export interface Stage {
  readonly host: Host;
  readonly service: PlayedService;
  /** Milliseconds within which a verdict of ours has to be there. */
  readonly longestCheck: number;
  /** Lets time go by until something is there. */
  soon<T>(promise: Promise<T>): Promise<T>;
  /** Lets so many milliseconds go by. */
  pass(milliseconds: number): Promise<void>;
  /** Lets events come to their end. */
  settle(): Promise<void>;
  /** An open pane on the same draft. */
  pane(): GuardParts;
}

/** What a step of a scenario should show and what it did show, in one form that can be compared. */
export interface Played {
  readonly step: string;
  readonly expected: unknown;
  readonly observed: unknown;
}

/** In the middle of a check that waits for a slow service. */
const MEANWHILE = 350;

/** Every client and send mode a scenario is played with. */
export function performancesOf({ clients = 'everywhere', modes = MODES }: Scenario): readonly { readonly client: ClientId; readonly mode: SendMode }[] {
  return ALL.filter((id) => isIn(id, clients)).flatMap((client) => modes.map((mode) => ({ client, mode })));
}

export async function play(scenario: Scenario, client: ClientId, mode: SendMode, stage: Stage): Promise<readonly Played[]> {
  const { host, service } = stage;
  if (scenario.network && scenario.network !== 'online') {
    host.setNetwork(scenario.network);
    service.setMood('down');
  }
  if (!scenario.atOnce && host.client.sessionDataLateMs > 0) await stage.pass(host.client.sessionDataLateMs);
  if (scenario.seenBefore) {
    host.open();
    await stage.settle();
  }
  const played: Played[] = [];
  let dialog: SendDialog | null = null;
  for (const [index, step] of scenario.steps.entries()) {
    const before = host.calls.length;
    const began = Date.now();
    const seen: Observed | null = await carryOut(step, stage, dialog, (next) => { dialog = next; });
    const took = Date.now() - began;
    const name = `${index + 1} ${JSON.stringify(step.does)}`;
    const { expected, observed } = inOneForm(sightFor(scenario, step, client, mode), seen, client, mode);
    const isOurs = seen !== null && (seen.kind === 'dialog' ? seen.dialog === 'alert' : seen.kind === 'sent' && seen.how === 'checked');
    const written = step.does === 'send' ? host.calls.slice(before).filter(({ runtime, method }) => runtime === 'events' && isWriting(method)).map(({ method }) => method) : [];
    played.push({
      step: name,
      expected: { sees: expected, late: false, written: [], ...(step.leaves ? { draft: step.leaves } : {}) },
      observed: { sees: observed, late: step.does === 'send' && isOurs && took > stage.longestCheck, written, ...(step.leaves ? { draft: addressesIn(host, step.leaves) } : {}) },
    });
  }
  await stage.settle();
  played.push({ step: 'afterwards', expected: scenario.problems ?? [], observed: [...new Set(host.problems.map(({ kind }) => kind))] });
  return played;
}

/** Everything but notes beside the draft: while a send is handled, not even they may go wrong for it. */
function isWriting(method: string): boolean {
  return /\.(set|add|remove|replace|clear|prepend|append)\w*Async$/.test(method) && !method.startsWith('sessionData.');
}

function addressesIn(host: Host, fields: Partial<Record<FieldName, readonly string[]>>): object {
  const { recipients } = host.draft();
  return Object.fromEntries(Object.keys(fields).map((field) => [field, (recipients[field as FieldName] ?? []).map(({ emailAddress }) => emailAddress)]));
}

async function carryOut({ does, meanwhile }: Step, stage: Stage, dialog: SendDialog | null, show: (dialog: SendDialog | null) => void): Promise<Observed | null> {
  const { host } = stage;
  const seen = (step: SendStep): Observed => {
    show('press' in step ? step : null);
    return observedOf(step);
  };
  if (does === 'send') {
    const pressed = host.pressSend();
    if (meanwhile === undefined) return seen(await stage.soon(pressed));
    await stage.pass(MEANWHILE);
    if (meanwhile === 'leave') return seen(await stage.soon(host.leaveItem()));
    await act(meanwhile, stage);
    return seen(await stage.soon(pressed));
  }
  if (does === 'pressOurs' || does === 'close' || does === 'wait' || (typeof does === 'object' && 'press' in does)) {
    if (dialog === null) throw new Error('There is no dialog.');
    return seen(await stage.soon(answered(does, dialog)));
  }
  return act(does, stage);
}

function answered(does: Act, dialog: SendDialog): Promise<SendStep> {
  if (does === 'close') return dialog.close();
  if (does === 'wait') return dialog.next ?? Promise.reject(new Error(`Nothing takes the place of the ${dialog.kind} dialog.`));
  if (does === 'pressOurs') {
    const ours = dialog.buttons.find(({ label }) => Object.values(LABELS).includes(label));
    return ours ? dialog.press(ours.id) : Promise.reject(new Error('The dialog has no button of ours.'));
  }
  return dialog.press((does as { press: SendDialog['buttons'][number]['id'] }).press);
}

/** Things that show nothing by themselves, but for a pane that could not keep what it was told. */
async function act(does: Act, stage: Stage): Promise<Observed | null> {
  const { host, service } = stage;
  if (does === 'moveToBcc') await stage.soon(host.runCommand('Umsicht.MoveToBcc'));
  else if (does === 'reopen') host.user.reopen();
  else if (does === 'pause') await stage.settle();
  else if (typeof does === 'string') throw new Error(`${does} is done elsewhere.`);
  else if ('add' in does) host.user.add(does.to, does.add);
  else if ('remove' in does) host.user.remove(does.from, does.remove);
  else if ('type' in does) host.user.type(does.into, does.type);
  else if ('attach' in does) host.user.attach({ name: does.attach });
  else if ('sendAs' in does) host.user.setFrom(does.sendAs);
  else if ('anotherAddin' in does) host.setAnotherAddin(does.anotherAddin);
  else if ('service' in does) service.setMood(does.service);
  else if ('network' in does) {
    host.setNetwork(does.network);
    service.setMood(does.network === 'online' ? 'up' : 'down');
  } else if ('rewrite' in does) {
    if (does.rewrite.subject !== undefined) host.user.setSubject(does.rewrite.subject);
    if (does.rewrite.body !== undefined) host.user.setBody({ text: does.rewrite.body });
  } else if ('declare' in does) return kept(await stage.soon(declarePurpose(stage.pane().mailbox.session, does.declare)));
  else if ('acknowledge' in does) {
    const parts = stage.pane();
    const { decision } = await stage.soon(review(parts));
    return kept(await stage.soon(acknowledge(parts.mailbox.session, decision, Date.now(), does.acknowledge.reason)));
  }
  return null;
}

function kept(isKept: boolean): Observed | null {
  return isKept ? null : { kind: 'notKept' };
}
