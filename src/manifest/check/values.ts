import { typingErrors } from '../../core/typing-errors';
import { LAUNCH_EVENTS, SEND_MODES } from '../launch-events';
import type { CheckCode } from './finding';
import type { SourceName } from './sources';

/** Where resources of a kind are. */
export type ResourceGroup = 'Images' | 'Urls' | 'ShortStrings' | 'LongStrings';

/** What an attribute or a text may be. */
export interface ValueKind {
  readonly code: CheckCode;
  /** Completes "expected …". */
  readonly expected: string;
  fits(value: string): boolean;
  /** Where the check itself has it from a more general page. */
  readonly source?: SourceName;
  /** All there are, where that is a list. */
  readonly values?: readonly string[];
  /** Groups of which one has to have the resource of that id. */
  readonly resources?: readonly ResourceGroup[];
}

const kind = (code: CheckCode, expected: string, fits: (value: string) => boolean): ValueKind => ({ code, expected, fits });
const matching = (code: CheckCode, expected: string, pattern: RegExp): ValueKind => kind(code, expected, (value) => pattern.test(value));

export const guid = matching('bad-id', 'a GUID such as 12345678-90ab-cdef-1234-567890abcdef', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
export const version = matching('bad-version', 'one to four numbers of at most five digits, such as 1.0.0.0', /^\d{1,5}(\.\d{1,5}){0,3}$/);
export const locale = matching('bad-locale', 'a language tag such as de-DE', /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-[a-z0-9]{5,8})?$/i);
/** xs:boolean. */
export const trueOrFalse = matching('bad-value', 'true or false, in small letters', /^(true|false|0|1)$/);
export const setVersion: ValueKind = { ...matching('bad-value', 'two numbers, such as 1.12', /^\d{1,5}\.\d{1,5}$/), source: 'set' };
export const anything = kind('bad-value', 'a text', (value) => value !== '');

/** Characters are UTF-16 units. */
export const text = (most: number): ValueKind => kind('text-too-long', `a text of 1 to ${most} characters`, (value) => value.trim() !== '' && value.length <= most);

export const id = (most: number): ValueKind => kind('text-too-long', `an id of 1 to ${most} characters`, (value) => value.trim() !== '' && value.length <= most);

const ADDRESS = /^https?:\/\/(\[[0-9a-f:.]+\]|[^\s/?#@:[\]<>"{}|\\^`]+)(:\d{1,5})?([/?#][^\s<>"{}|\\^`]*)?$/i;

export const appDomain = matching('bad-app-domain', 'a scheme and a host such as https://login.firm.example, with the port if there is one', /^https?:\/\/(\[[0-9a-f:.]+\]|[^\s/?#@:*[\]<>"{}|\\^`]+)(:\d{1,5})?$/i);

/** Outlook loads nothing without TLS. */
export const address = (most: number): ValueKind =>
  kind('bad-url', `an absolute address that begins with https:// and has at most ${most} characters`, (value) => value.length <= most && /^https:/i.test(value) && ADDRESS.test(value));

/** A page for people, which Outlook does not load. */
export const link = kind('bad-url', 'an absolute address that begins with https:// or http://', (value) => value.length <= 2048 && ADDRESS.test(value));

/** What Visual Studio puts the address of the add-in in place of. */
export const isPlaceholder = (value: string): boolean => /^~remoteAppUrl(\/|$)/i.test(value);

export const oneOf = (values: readonly string[], source?: SourceName, code: CheckCode = 'bad-value'): ValueKind =>
  ({ ...(source && { source }), ...kind(code, values.length === 1 ? values[0] as string : `one of ${values.slice(0, -1).join(', ')} or ${values[values.length - 1]}`, (value) => values.indexOf(value) !== -1), values });

export const wholeNumber = (least: number, most: number): ValueKind =>
  kind('bad-value', `a whole number from ${least} to ${most}`, (value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most);

export const resource = (...resources: readonly ResourceGroup[]): ValueKind => ({ ...id(32), resources });

export const sendMode = oneOf(SEND_MODES, 'launchEvent');
export const launchEvent: ValueKind = { ...oneOf(LAUNCH_EVENTS.map(({ type }) => type), 'events', 'unknown-event'), expected: 'one of the launch events Outlook has, spelt as they are' };

/** What was meant, where one of a list is near; otherwise what may stand there. */
export function expectedFor({ expected, values = [] }: ValueKind, written: string): string {
  const typed = written.toLowerCase();
  const near = values.map((value) => ({ value, errors: typingErrors(typed, value.toLowerCase(), 2) })).filter(({ errors }) => errors < Infinity).sort((a, b) => a.errors - b.errors);
  return near[0] ? near[0].value : expected;
}
