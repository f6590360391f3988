import { SEND_TIMES, type LaunchEvent } from './clients';
import type { Inside, ManifestControl } from './inside';
import { invoke, type AttachedRuntime, type HandlerEnd } from './invocation';
import { changeEvent, entriesIn, fieldsOf, typedIn, type ItemState, type TypedText } from './item';
import type { Block } from './markdown';
import { resolveTyped } from './recipients';
import { readVerdict, type Verdict } from './verdict';
import { WORDS } from './words';

/**
 * `lost`: the connection broke before Send was pressed. `workOffline`: the user chose to. `startedOffline`: Outlook was
 * started without a connection; the web clients then do not know their add-ins.
 */
export type Network = 'online' | 'lost' | 'workOffline' | 'startedOffline';

export type ButtonId = 'dontSend' | 'takeAction' | 'sendAnyway' | 'wait' | 'tryLater' | 'saveAsDraft' | 'ok';

export interface DialogButton {
  readonly id: ButtonId;
  readonly label: string;
}

export interface SendDialog {
  /** `anotherAddin`: the alert of somebody else's add-in. */
  readonly kind: 'alert' | 'slow' | 'timeout' | 'unavailable' | 'offline' | 'unresolved' | 'leaving' | 'anotherAddin';
  /** The add-in's name. */
  readonly title: string;
  readonly text: string;
  /** The text as Markdown renders it, where the client does that. */
  readonly blocks: readonly Block[] | null;
  readonly buttons: readonly DialogButton[];
  /** Pressing a button that is not there is a mistake and throws. */
  press(id: ButtonId): Promise<SendStep>;
  /** The X in the corner. */
  close(): Promise<SendStep>;
  /** What takes the place of the dialog if the user only waits; `null` if nothing does. */
  readonly next: Promise<SendStep> | null;
}

export interface SentMail {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly item: ItemState;
  readonly to: 'recipients' | 'outbox';
  /** Milliseconds since 1970 when it leaves the outbox by itself; `null`: at once, or when there is a connection again. */
  readonly deliverAt: number | null;
  /** `checked`: the handler allowed it. `sendAnyway`: the user went on. `notChecked`: the handler was not asked. */
  readonly how: 'checked' | 'sendAnyway' | 'notChecked';
}

export type CommandEnd = HandlerEnd | { readonly kind: 'unavailable' };

export type SendResult =
  | { readonly kind: 'sent'; readonly mail: SentMail }
  | {
      readonly kind: 'kept';
      readonly where: 'compose' | 'drafts';
      readonly why: 'dontSend' | 'pane' | 'command' | 'tryLater' | 'sendAgain' | 'cannotSend' | 'offline' | 'unresolved' | 'noRecipients' | 'savedAsDraft' | 'recipientsChanged';
      /** For `command`: how the function ended. */
      readonly command?: CommandEnd;
    };

/** The next thing the user sees. */
export type SendStep = SendDialog | SendResult;

interface Surroundings {
  functionOf(event: LaunchEvent): string | undefined;
  runtime(kind: 'events' | 'commands'): AttachedRuntime | undefined;
  isPaneOpen(): boolean;
  showPane(controlId: string): void;
}

interface Running {
  /** The step that follows once the handler is over, one way or the other. */
  readonly ended: Promise<SendStep>;
  /** The user has decided; whatever the handler says from now on goes unheard. */
  drop(): void;
  /** The handler can no longer be heard, but Outlook goes on waiting for it. */
  deafen(): void;
  leftInDrafts: boolean;
}

export interface Sending {
  press(): Promise<SendStep>;
  leave(): Promise<SendStep>;
  runCommand(controlId: string, contextData?: unknown): Promise<CommandEnd>;
  openPane(controlId: string, contextData?: unknown): void;
  setNetwork(network: Network): void;
  /** Another Smart Alerts add-in that is asked before ours, and stops what is sent; `null` where there is none. */
  setAnotherAddin(name: string | null): void;
  sentMails(): readonly SentMail[];
  /** The user takes a mail that waits for its time back. Throws where the client gives it away at once. */
  takeBack(): void;
  isRunning(): boolean;
  spoil(how: 'handlerDies' | 'leftInDrafts'): void;
}

/**
 * What happens from Send to sent. Where Microsoft's page contradicts itself on an unavailable add-in, the user can get
 * past it with PromptUser and SoftBlock. Text that never resolved stops the web clients before the handler is asked;
 * the others ask the handler first, which does not see it, and resolve afterwards (assumed).
 */
export function createSending(inside: Inside, surroundings: Surroundings): Sending {
  const { client, clock, addinName } = inside;
  const words = WORDS[inside.language];
  const mails: SentMail[] = [];
  let network: Network = 'online';
  let anotherAddin: string | null = null;
  let running: Running | null = null;
  let callOffDelivery: (() => void) | null = null;

  const button = (id: ButtonId, label = words[id]): DialogButton => ({ id, label });

  /** A dialog whose buttons each do one thing. `close` does what the named button does. */
  function dialog(
    kind: SendDialog['kind'],
    text: string,
    choices: readonly (readonly [DialogButton, () => SendStep | Promise<SendStep>])[],
    more: { readonly blocks?: readonly Block[] | null; readonly next?: Promise<SendStep>; readonly close?: () => SendStep | Promise<SendStep> } = {},
  ): SendDialog {
    let used: Promise<SendStep> | null = null;
    const once = (act: () => SendStep | Promise<SendStep>) => {
      used = used ?? Promise.resolve(act());
      return used;
    };
    const last = choices[choices.length - 1]!;
    return {
      kind,
      title: addinName,
      text,
      blocks: more.blocks ?? null,
      buttons: choices.map(([each]) => each),
      async press(id) {
        const choice = choices.find(([each]) => each.id === id);
        if (!choice) throw new Error(`The ${kind} dialog has no button ${id}, only ${choices.map(([each]) => each.id).join(', ')}.`);
        return once(choice[1]);
      },
      close: async () => once(more.close ?? (choices.find(([each]) => each.id === 'dontSend') ?? last)[1]),
      next: more.next ?? null,
    };
  }

  const keep = (why: (SendResult & { kind: 'kept' })['why'], where: 'compose' | 'drafts' = 'compose'): SendResult => {
    if (where === 'drafts') inside.change({ where: 'drafts' });
    return { kind: 'kept', where, why };
  };

  /** Resolves what is still text, then lets the mail go. */
  function deliver(how: SentMail['how'], to: SentMail['to'] = 'recipients'): SendStep {
    const left = resolveTyped(inside);
    if (left.length > 0) return unresolvedDialog(left);

    const now = clock.now();
    const { deliverAt } = inside.item();
    const waits = to === 'recipients' && deliverAt > now;
    inside.change({ where: waits || to === 'outbox' ? 'outbox' : 'sent' });
    const mail: SentMail = { at: now, item: inside.item(), to: waits ? 'outbox' : to, how, deliverAt: waits ? deliverAt : null };
    mails.push(mail);
    if (waits) callOffDelivery = clock.after(deliverAt - now, () => deliverWaiting(mail));
    inside.changed('sending');
    return { kind: 'sent', mail };
  }

  function deliverWaiting(mail: SentMail): void {
    callOffDelivery = null;
    inside.change({ where: 'sent' });
    mails.splice(mails.indexOf(mail), 1, { ...mail, at: clock.now(), item: inside.item(), to: 'recipients' });
    inside.changed('sending');
  }

  /**
   * A delayed mail waits on the server: web, new Windows and Mac show it among the drafts, where it can be taken back,
   * classic Outlook does not (Microsoft, "Manage the delivery date and time of a message").
   */
  function takeBack(): void {
    if (!callOffDelivery) return;
    if (client.eventRuntime === 'javascriptOnly') throw new Error(`${client.label} cannot take back a mail that waits for its time.`);
    callOffDelivery();
    callOffDelivery = null;
    mails.pop();
  }

  function unresolvedDialog(left: readonly TypedText[]): SendDialog {
    const texts = left.map(({ text }) => text).join('; ');
    return dialog('unresolved', words.unresolved(texts, left.some(({ byAddIn }) => byAddIn) ? addinName : null), [[button('ok'), () => keep('unresolved')]]);
  }

  function offlineDialog(): SendDialog {
    if (inside.sendMode === 'Block') return dialog('offline', words.offline(addinName), [[button('ok'), () => keep('offline', 'drafts')]]);
    return dialog('offline', words.offline(addinName), [
      [button('sendAnyway'), () => deliver('sendAnyway', 'outbox')],
      [button('dontSend'), () => keep('dontSend', 'drafts')],
    ]);
  }

  function unavailableDialog(why: 'unavailable' | 'notAssociated'): SendDialog {
    const passable = why === 'notAssociated' ? inside.sendMode === 'PromptUser' : inside.sendMode !== 'Block';
    if (!passable) return dialog('unavailable', words.cannotSend(addinName), [[button('ok'), () => keep('cannotSend')]]);
    return dialog('unavailable', words.unavailable(addinName), [
      [button('sendAnyway'), () => deliver('sendAnyway')],
      [button('tryLater'), () => keep('tryLater')],
    ]);
  }

  function timeoutDialog(): SendDialog {
    if (inside.sendMode !== 'PromptUser') return dialog('timeout', words.sendAgain(addinName), [[button('ok'), () => keep('sendAgain')]]);
    return dialog('timeout', words.timedOut(addinName), [
      [button('sendAnyway'), () => deliver('sendAnyway')],
      [button('dontSend'), () => keep('dontSend')],
    ]);
  }

  function slowDialog({ ended, drop }: Running): SendDialog {
    if (inside.sendMode !== 'PromptUser') return dialog('slow', words.slow(addinName), [[button('wait'), () => ended]], { next: ended });
    return dialog('slow', words.slow(addinName), [
      [button('sendAnyway'), () => { drop(); return deliver('sendAnyway'); }],
      [button('dontSend'), () => { drop(); return keep('dontSend'); }],
    ], { next: ended });
  }

  function alertDialog(verdict: Verdict & { allow: false }): SendDialog {
    const { mode, text, blocks, button: adjustable, contextData } = verdict;
    const { button: model } = client.smartAlerts;
    const act = () => (adjustable?.command ? runFromDialog(adjustable.command, contextData) : keep('dontSend'));

    const choices: (readonly [DialogButton, () => SendStep | Promise<SendStep>])[] = [];
    if (model === 'takeAction' && adjustable) choices.push([button('takeAction', adjustable.label), act]);
    if (mode === 'PromptUser') choices.push([button('sendAnyway'), () => deliver('sendAnyway')]);
    if (model === 'dontSend' && adjustable) choices.push([button('dontSend', adjustable.label), act]);
    else choices.push([button('dontSend'), () => keep('dontSend')]);

    return dialog('alert', text, choices, { blocks, close: client.oddities.closingRunsCommand ? act : () => keep('dontSend') });
  }

  async function runFromDialog(control: ManifestControl, contextData: unknown): Promise<SendStep> {
    if (control.action === 'pane') {
      openPane(control.id, contextData);
      return keep('pane');
    }
    setContext(contextData);
    return { kind: 'kept', where: 'compose', why: 'command', command: await runCommand(control.id, contextData) };
  }

  function setContext(contextData: unknown): void {
    const { contextPersists, contextEncodedTwice } = client.oddities;
    if (contextData === undefined) {
      if (!contextPersists) inside.change({ initializationContext: '' });
      return;
    }
    inside.change({ initializationContext: typeof contextData === 'string' && !contextEncodedTwice ? contextData : JSON.stringify(contextData) });
  }

  /** A pane that is open already is not loaded again; it is told, where the client can. */
  function openPane(controlId: string, contextData?: unknown): void {
    const wasOpen = surroundings.isPaneOpen();
    setContext(contextData);
    surroundings.showPane(controlId);
    if (!wasOpen || !client.smartAlerts.initializationContextChanged) return;
    inside.emit('initializationContextChanged', { type: 'olkInitializationContextChanged', initializationContextData: inside.item().initializationContext });
  }

  function runCommand(controlId: string, contextData?: unknown): Promise<CommandEnd> {
    const control = inside.controls.find(({ id }) => id === controlId);
    const functionName = control?.functionName;
    if (!control || control.action !== 'function' || !functionName) throw new Error(`The manifest has no function command ${controlId}.`);

    const runtime = surroundings.runtime('commands');
    if (!runtime) {
      inside.problem('noRuntime', `Nothing is there to run ${functionName}.`);
      return Promise.resolve({ kind: 'unavailable' });
    }
    return new Promise((ended) => {
      invoke({
        runtime,
        functionName,
        data: { type: 'ExecuteFunction', source: { id: controlId }, ...(contextData === undefined ? {} : { contextData }) },
        clock,
        timeout: SEND_TIMES.timeout,
        problem: inside.problem,
        ended(end) {
          if (end.kind === 'timedOut') inside.problem('handlerTimedOut', `${functionName} never completed.`);
          if (end.kind === 'failed') inside.problem(end.reason === 'notAssociated' ? 'notAssociated' : 'handlerFailed', `${functionName}: ${end.message}`);
          ended(end);
        },
      });
    });
  }

  async function press(): Promise<SendStep> {
    if (running) throw new Error('This mail is being sent already.');
    if (inside.item().where !== 'compose') throw new Error(`This mail is no longer open: ${inside.item().where}.`);
    if (isAddressedToNobody(inside.item())) return keep('noRecipients');

    if (client.oddities.unresolvedBlocksSend) {
      const left = resolveTyped(inside);
      if (left.length > 0) return unresolvedDialog(left);
    }

    const event = changeEvent(inside.item().kind, 'send');
    const functionName = surroundings.functionOf(event);
    if (!functionName || !client.events.includes(event)) return deliver('notChecked');
    if (event === 'OnAppointmentSend' && client.meetingsInOwnWindowOnly && inside.item().window === 'embedded') return deliver('notChecked');
    if (network === 'startedOffline' && client.platform === 'OfficeOnline') return deliver('notChecked');
    if (network === 'lost') return offlineDialog();
    if (network === 'workOffline') {
      if (inside.sendMode === 'PromptUser') return deliver('notChecked', 'outbox');
      return dialog('offline', words.offline(addinName), [[button('ok'), () => keep('offline')]]);
    }

    // Which add-in is asked first is not defined. Where one stops the item, the others are not asked (#3530, on the web).
    if (anotherAddin !== null) return dialog('anotherAddin', words.prevented(anotherAddin), [[button('dontSend'), () => keep('dontSend')]]);

    const runtime = surroundings.runtime('events');
    if (!runtime) return unavailableDialog('unavailable');
    return ask(runtime, functionName, event);
  }

  function ask(runtime: AttachedRuntime, functionName: string, event: LaunchEvent): Promise<SendStep> {
    const startedAt = clock.now();
    let resolveEnded: (step: SendStep) => void = () => {};
    const ended = new Promise<SendStep>((settle) => { resolveEnded = settle; });
    let stopListening = () => {};
    let stopWaiting = () => {};
    let stopSlow = () => {};

    const over = () => {
      stopSlow();
      stopWaiting();
      if (running === mine) running = null;
      inside.changed('sending');
    };
    const mine: Running = {
      ended,
      leftInDrafts: false,
      drop() {
        stopListening();
        over();
      },
      deafen() {
        stopListening();
        stopWaiting = clock.after(Math.max(0, startedAt + SEND_TIMES.timeout - clock.now()), () => finish({ kind: 'timedOut' }));
      },
    };
    const finish = (end: HandlerEnd) => {
      over();
      resolveEnded(afterHandler(end, functionName, mine.leftInDrafts));
    };

    running = mine;
    inside.changed('sending');
    const shown = new Promise<SendStep>((show) => {
      stopSlow = clock.after(SEND_TIMES.slow, () => show(slowDialog(mine)));
      void ended.then(show);
    });
    stopListening = invoke({
      runtime,
      functionName,
      data: { type: event, source: { id: functionName } },
      clock,
      timeout: SEND_TIMES.timeout,
      problem: inside.problem,
      ended: finish,
    });
    return shown;
  }
  function afterHandler(end: HandlerEnd, functionName: string, leftInDrafts: boolean): SendStep {
    if (end.kind === 'timedOut') {
      inside.problem('handlerTimedOut', `${functionName} did not complete in time.`);
      return timeoutDialog();
    }
    if (end.kind === 'failed') {
      inside.problem(end.reason === 'notAssociated' ? 'notAssociated' : 'handlerFailed', `${functionName}: ${end.message}`);
      return unavailableDialog(end.reason === 'notAssociated' ? 'notAssociated' : 'unavailable');
    }
    const verdict = readVerdict(inside, end.options);
    if (!verdict.allow) return alertDialog(verdict);
    return leftInDrafts ? keep('recipientsChanged', 'drafts') : deliver('checked');
  }

  async function leave(): Promise<SendStep> {
    if (!running) throw new Error('No mail is being checked.');
    const current = running;
    // On a Mac the check always goes on in the background.
    if (client.platform === 'Mac' || (client.checksInBackground && inside.item().window === 'own')) return current.ended;

    const choices: (readonly [DialogButton, () => SendStep | Promise<SendStep>])[] = [[button('wait'), () => current.ended]];
    if (inside.sendMode === 'PromptUser') choices.push([button('sendAnyway'), () => { current.drop(); return deliver('sendAnyway'); }]);
    choices.push([button('saveAsDraft'), () => { current.drop(); return keep('savedAsDraft', 'drafts'); }]);
    return dialog('leaving', words.leaving(addinName), choices, { next: current.ended, close: () => current.ended });
  }

  return {
    press,
    leave,
    runCommand,
    openPane,
    setNetwork(next) {
      if (next === 'workOffline' && !client.workOffline) throw new Error(`${client.label} has no Work Offline that add-ins know of.`);
      network = next;
    },
    setAnotherAddin(name) {
      anotherAddin = name;
    },
    sentMails: () => mails,
    takeBack,
    isRunning: () => running !== null,
    spoil(how) {
      if (!running) return;
      if (how === 'leftInDrafts') running.leftInDrafts = true;
      else running.deafen();
    },
  };
}

function isAddressedToNobody(item: ItemState): boolean {
  return fieldsOf(item.kind).every((field) => entriesIn(item, field).length === 0 && typedIn(item, field).length === 0);
}
