/** What Outlook answers to one call. `code` as Office.js numbers its errors. */
export type Answer =
  | { readonly status: 'succeeded'; readonly value: unknown }
  | { readonly status: 'failed'; readonly error: Failure };

export interface Failure {
  readonly code: number;
  readonly name: string;
  readonly message: string;
}

/** Names from Microsoft's list of error codes; the messages are ours. 5010 is reported (#4661), not listed. */
const FAILURES: Readonly<Record<number, readonly [name: string, message: string]>> = {
  5000: ['Host Error', 'The operation is not supported.'],
  5001: ['InternalError', 'Something went wrong inside Outlook.'],
  5009: ['AccessDenied', 'The add-in is not allowed to do this.'],
  5010: ['InvalidValue', 'A recipient has no usable address.'],
  9012: ['NumberOfRecipientsExceeded', 'Too many recipients for one call or one field.'],
  9013: ['NoValidRecipientsProvided', 'No recipient was given.'],
  9020: ['GenericResponseError', 'Outlook could not take the call.'],
  9023: ['DuplicateNotificationKey', 'There already is a notification with this key.'],
  9024: ['NotificationKeyNotFound', 'There is no notification with this key.'],
  9025: ['NumberOfNotificationsExceeded', 'The item has as many notifications as it may have.'],
  9030: ['APICallFailedDueToItemChange', 'The item is no longer open.'],
  9031: ['InvalidParameterValueError', 'A parameter has a value that is not allowed.'],
  9032: ['ApiCallNotSupportedByExtensionPoint', 'This call is not available here.'],
  9042: ['InternalServerError', 'The mail server reported an error.'],
  9050: ['KeyNotFound', 'Nothing is stored under this key.'],
  9051: ['SessionObjectMaxLengthExceeded', 'The session data of this item would become too large.'],
};

export function succeeded(value?: unknown): Answer {
  return { status: 'succeeded', value };
}

/** A code that is not in our list is named InternalError, as Office.js itself does with unknown codes. */
export function failed(code: number, detail?: string): Answer {
  const [name, message] = FAILURES[code] ?? ['InternalError', 'Something went wrong inside Outlook.'];
  return { status: 'failed', error: { code, name, message: detail ? `${message} ${detail}` : message } };
}
