import { LIMITS } from './clients';
import type { Inside, ManifestControl, SendMode } from './inside';
import { plainText, renderMarkdown, type Block } from './markdown';
import { WORDS } from './words';

/** What Outlook makes of the options a send handler completed with. */
export type Verdict =
  | { readonly allow: true }
  | {
      readonly allow: false;
      readonly mode: SendMode;
      readonly text: string;
      readonly blocks: readonly Block[] | null;
      /** The button that label and command apply to; `null`: only a Don't Send that cancels. */
      readonly button: { readonly label: string; readonly command: ManifestControl | null } | null;
      readonly contextData: unknown;
    };

const OPTIONS: Readonly<Record<string, string>> = {
  allowEvent: 'boolean',
  errorMessage: 'string',
  errorMessageMarkdown: 'string',
  cancelLabel: 'string',
  commandId: 'string',
  contextData: 'any',
  sendModeOverride: 'string',
};

/**
 * Options of a Mailbox set the client does not have are ignored. What is misspelt, too long or of the wrong type is
 * recorded as a problem, since nobody says what Outlook does with it; without `allowEvent` the mail is held back.
 */
export function readVerdict(inside: Inside, given: unknown): Verdict {
  const options = optionsOf(inside, given);
  if (options.allowEvent === true) return { allow: true };

  const { client, addinName, language } = inside;
  const { smartAlerts, oddities } = client;
  const words = WORDS[language];
  const errorMessage = textOf(options.errorMessage);
  const markdown = textOf(options.errorMessageMarkdown);
  const commandId = textOf(options.commandId);
  const cancelLabel = textOf(options.cancelLabel);

  if (markdown && !errorMessage) inside.problem('errorMessageMissing', 'errorMessageMarkdown was given without errorMessage.');
  if (options.contextData !== undefined && !commandId) inside.problem('contextWithoutCommand', 'contextData is ignored without commandId.');
  if (options.sendModeOverride !== undefined && options.sendModeOverride !== 'promptUser') {
    inside.problem('sendModeOverride', `sendModeOverride can only be promptUser, not ${String(options.sendModeOverride)}.`);
  }

  const buttonIgnored = oddities.buttonNeedsErrorMessage && !errorMessage;
  const command = buttonIgnored ? null : commandFor(inside, commandId);
  const hasCommand = !buttonIgnored && smartAlerts.commandPane && commandId !== null;
  const shownMessage = oddities.errorMessageLostWithCommand && hasCommand ? null : errorMessage;
  const plain = shownMessage || words.prevented(addinName);

  const rendered = smartAlerts.markdown && markdown ? renderMarkdown(markdown) : null;
  for (const problem of rendered ? rendered.problems : []) inside.problem('markdown', problem);

  return {
    allow: false,
    mode: smartAlerts.sendModeOverride && options.sendModeOverride === 'promptUser' ? 'PromptUser' : inside.sendMode,
    text: rendered ? plainText(rendered.blocks) : oddities.newlinesLost ? plain.replace(/\s*[\r\n]+\s*/g, ' ') : plain,
    blocks: rendered ? rendered.blocks : null,
    button: adjustableButton(inside, hasCommand, command, smartAlerts.cancelLabel && !buttonIgnored ? cancelLabel : null),
    contextData: command && smartAlerts.contextData ? options.contextData : undefined,
  };
}

function adjustableButton({ client, language }: Inside, hasCommand: boolean, command: ManifestControl | null, label: string | null) {
  if (client.smartAlerts.button === 'dontSend') return { label: label || WORDS[language].dontSend, command };
  return hasCommand ? { label: label || WORDS[language].takeAction, command } : null;
}

/** The control the button runs. Unknown ids, and kinds of control the client cannot run, leave a button that cancels. */
function commandFor(inside: Inside, commandId: string | null): ManifestControl | null {
  const { smartAlerts, label } = inside.client;
  if (commandId === null || !smartAlerts.commandPane) return null;

  const { kind } = inside.item();
  const control = inside.controls.find(({ id, where = kind }) => id === commandId && where === kind);
  if (!control) {
    inside.problem('unknownCommand', `The manifest has no control ${commandId} for a ${kind}.`);
    return null;
  }
  if (control.action === 'function' && !smartAlerts.commandFunction) {
    inside.problem('commandNotSupported', `${label} cannot run the function ${commandId} from the dialog.`);
    return null;
  }
  return control;
}

function optionsOf(inside: Inside, given: unknown): Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null) {
    inside.problem('allowEventMissing', 'completed was called without allowEvent.');
    return {};
  }
  // office.js sends the options as JSON.
  const options = JSON.parse(JSON.stringify(given)) as Record<string, unknown>;
  for (const [name, value] of Object.entries(options)) {
    const type = OPTIONS[name];
    if (type === undefined) inside.problem('unknownOption', `completed has no option ${name}.`);
    else if (type !== 'any' && typeof value !== type) inside.problem('wrongType', `${name} is a ${type}, not ${JSON.stringify(value)}.`);
    checkLength(inside, name, value);
  }
  if (typeof options.allowEvent !== 'boolean') inside.problem('allowEventMissing', 'completed was called without allowEvent.');
  return options;
}

function checkLength(inside: Inside, name: string, value: unknown): void {
  if (name !== 'errorMessage' && name !== 'errorMessageMarkdown' && name !== 'cancelLabel') return;
  if (typeof value !== 'string' || value.length <= LIMITS[name]) return;
  inside.problem('tooLong', `${name} has ${value.length} characters, at most ${LIMITS[name]} are allowed.`);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
