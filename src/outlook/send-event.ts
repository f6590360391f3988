import type { Abilities, SendEvent, SmartAlert } from '../core/ports';

/** What Outlook hands to the handler of a send; the rest of the object differs between clients. */
export interface CompletableEvent {
  completed(options?: Office.SmartAlertsEventCompletedOptions): void;
}

type Options = Office.SmartAlertsEventCompletedOptions;

/**
 * Outlook's send event, completed once and always with `allowEvent`. Options this client does not
 * know are left out. If Outlook throws at the options, the bare verdict is tried once more, for a
 * send that never ends is the worst of all answers.
 */
export function outlookSendEvent(event: CompletableEvent, abilities: Abilities): SendEvent {
  let complete = false;
  return {
    complete(verdict) {
      if (complete) return;
      complete = true;
      if (verdict.allowEvent) return finish(event, { allowEvent: true }, { allowEvent: true });
      finish(event, optionsOf(verdict, abilities), { allowEvent: false, errorMessage: verdict.errorMessage });
    },
  };
}

function finish(event: CompletableEvent, options: Options, bare: Options): void {
  try {
    event.completed(options);
  } catch {
    try {
      event.completed(bare);
    } catch {
      // Nobody is left to tell: Outlook falls back to the manifest's send mode.
    }
  }
}

function optionsOf(alert: SmartAlert, abilities: Abilities): Options {
  // Classic Outlook shows no button without a plain text, so it is sent beside the Markdown too.
  const options: Options = { allowEvent: false, errorMessage: alert.errorMessage };
  if (abilities.markdown && alert.errorMessageMarkdown !== undefined) options.errorMessageMarkdown = alert.errorMessageMarkdown;
  if (abilities.sendModeOverride && alert.sendModeOverride !== undefined) {
    options.sendModeOverride = alert.sendModeOverride as Office.MailboxEnums.SendModeOverride;
  }
  if (abilities.dialogButton === 'none' || alert.commandId === undefined) return options;
  options.commandId = alert.commandId;
  // Label and context are read by Outlook only beside a command.
  if (alert.cancelLabel !== undefined) options.cancelLabel = alert.cancelLabel;
  if (alert.contextData !== undefined) options.contextData = alert.contextData;
  return options;
}
