import { failed, type Answer, type Failure } from './answer';
import type { RuntimeInfo } from './host';

/** What a callback gets. */
export interface AsyncResult {
  readonly status: 'succeeded' | 'failed';
  readonly value: unknown;
  readonly error: Failure | undefined;
  readonly asyncContext: unknown;
  readonly diagnostics: undefined;
}

export type Permission = RuntimeInfo['permission'];
const PERMISSIONS: readonly Permission[] = ['Restricted', 'ReadItem', 'ReadWriteItem', 'ReadWriteMailbox'];

/** Something wrong with what was handed in: how the 2022 office.js throws it, and how it is answered otherwise. */
export interface Refusal {
  readonly throws: 'ArgumentOutOfRange' | 'ArgumentError' | 'ArgumentNull' | 'Error';
  readonly code: number;
  readonly message: string;
}

export interface ApiMethod {
  readonly name: string;
  /** Arguments before the optional options and callback. */
  readonly values: number;
  readonly permission: Permission;
  /** A getter must be given a callback. */
  readonly isGetter?: boolean;
  /** What is wrong with the arguments, or `null`. */
  refuse?(values: readonly unknown[]): Refusal | null;
  /** What the host is sent, if not the values as they are. */
  argsFor?(values: readonly unknown[], options: Readonly<Record<string, unknown>>): readonly unknown[];
  /** What the add-in is handed, if not the value as it came. */
  valueFrom?(value: unknown): unknown;
}

/** An asynchronous API as an add-in calls it: values, then optional options, then a callback. Returns nothing. */
export type AsyncApi = (...given: readonly unknown[]) => void;

interface Line {
  readonly runtime: RuntimeInfo;
  send(method: string, args: readonly unknown[]): Promise<Answer>;
  /** False once the runtime has been shut down; callbacks then never come. */
  isAlive(): boolean;
}

/**
 * Checks in the order office.js does: permission, arguments, callback. A missing permission and a missing callback
 * throw in either mode, for there is nobody to answer to, or nothing to answer with.
 */
export function asyncApi(line: Line, method: ApiMethod): AsyncApi {
  const { name, values: count, permission, isGetter } = method;

  return (...given) => {
    const values = given.slice(0, count);
    const rest = given.slice(count);
    const callback = rest.find((each) => typeof each === 'function') as ((result: AsyncResult) => void) | undefined;
    const options = (rest.find((each) => typeof each === 'object' && each !== null) ?? {}) as Readonly<Record<string, unknown>>;

    if (PERMISSIONS.indexOf(line.runtime.permission) < PERMISSIONS.indexOf(permission)) {
      throw officeError('Error', `${name} needs the permission ${permission}; the add-in has ${line.runtime.permission}.`);
    }
    const refusal = method.refuse?.(values) ?? null;
    if (refusal && line.runtime.throwsSynchronously) throw officeError(refusal.throws, `${name}: ${refusal.message}`);
    if (isGetter && !callback) throw officeError('ArgumentNull', `${name} needs a callback.`);

    const answer = refusal
      ? Promise.resolve(failed(refusal.code, refusal.message))
      : line.send(name, plain(method.argsFor?.(values, options) ?? values));
    void answer.then((result) => {
      if (callback && line.isAlive()) callback(asyncResult(result, method, options.asyncContext));
    });
  };
}

export function officeError(name: Refusal['throws'], message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

function asyncResult(answer: Answer, { valueFrom }: ApiMethod, asyncContext: unknown): AsyncResult {
  const isDone = answer.status === 'succeeded';
  return {
    status: answer.status,
    value: isDone ? (valueFrom && answer.value !== undefined ? valueFrom(answer.value) : answer.value) : undefined,
    error: isDone ? undefined : answer.error,
    asyncContext,
    diagnostics: undefined,
  };
}

/** Only plain data travels to the host. */
function plain(args: readonly unknown[]): readonly unknown[] {
  return JSON.parse(JSON.stringify(args)) as readonly unknown[];
}
