import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';
import { ES2016, SAME_AS_OBJECT, TYPED_ARRAY } from './es2016';

/** A handler as Outlook calls it. */
export type BareHandler = (event: unknown) => unknown;

/**
 * What the host puts beside the language. Classic Outlook has `Office`, `console`, `fetch`,
 * `XMLHttpRequest` and `WebSocket`; whether it has timers is not documented, so a test says.
 * Source: OfficeDev/office-js-docs-pr, docs/develop/event-based-activation.md (2026-07-30) and
 * docs/testing/runtimes.md (2025-11-06).
 */
export interface BareHost {
  readonly Office: object;
  readonly fetch?: unknown;
  readonly XMLHttpRequest?: unknown;
  readonly WebSocket?: unknown;
  readonly setTimeout?: unknown;
  readonly clearTimeout?: unknown;
}

export interface BareRun {
  /** By the name given to Office.actions.associate, in the order of association. */
  readonly handlers: ReadonlyMap<string, BareHandler>;
  /** Why the script did not load, as `name: message`; empty if it did. */
  readonly errors: readonly string[];
  /** What the script wrote to the console. */
  readonly log: readonly string[];
}

/**
 * Runs a script as classic Outlook on Windows would: nothing newer than ES2016 in syntax or
 * library, no DOM, no storage, no modules, and only what the host gives.
 */
export function runBare(scriptText: string, host: BareHost): BareRun {
  const handlers = new Map<string, BareHandler>();
  const log: string[] = [];
  try {
    parse(scriptText, { ecmaVersion: 2016, sourceType: 'script' });
    const context = createContext({ ...given(host), Office: recording(host.Office, handlers), console: consoleInto(log) });
    runInContext(REMOVE_THE_REST, context, { filename: 'bare-engine.js' });
    runInContext(scriptText, context, { filename: 'script.js' });
    return { handlers, errors: [], log };
  } catch (error) {
    return { handlers, errors: [describe(error)], log };
  }
}

/** Errors of the script come from another realm, so they are no `Error` of ours. */
function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return String(error);
  return `${'name' in error ? String(error.name) : 'Error'}: ${String(error.message)}`;
}

/** An option left out is absent in the script as well, not undefined. */
function given({ fetch, XMLHttpRequest, WebSocket, setTimeout, clearTimeout }: BareHost): Record<string, unknown> {
  const all = { fetch, XMLHttpRequest, WebSocket, setTimeout, clearTimeout };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The host's Office, with a note taken of every association. */
function recording(office: object, handlers: Map<string, BareHandler>): object {
  const actions: unknown = Reflect.get(office, 'actions');
  const associate = (name: string, handler: BareHandler): void => {
    handlers.set(name, handler);
    if (typeof actions !== 'object' || actions === null) return;
    const original: unknown = Reflect.get(actions, 'associate');
    if (typeof original === 'function') original.call(actions, name, handler);
  };
  return Object.create(office, { actions: { value: { associate } } });
}

function consoleInto(log: string[]): object {
  const write = (...words: readonly unknown[]): void => void log.push(words.map(String).join(' '));
  return { debug: write, error: write, info: write, log: write, warn: write };
}

/** Runs inside the new realm before the script does. Sloppy, because the well-known symbols refuse to be deleted and stay. */
const REMOVE_THE_REST = `(function (keep, typedArray, always) {
  var world = globalThis;
  var hosts = ['Office', 'console', 'fetch', 'XMLHttpRequest', 'WebSocket', 'setTimeout', 'clearTimeout'];
  function namesOf(text) { return (text || '').split(' '); }
  function prune(object, names) {
    Object.getOwnPropertyNames(object).forEach(function (name) {
      if (names.indexOf(name) === -1 && always.indexOf(name) === -1) delete object[name];
    });
  }
  function pruneBoth(thing, table) {
    prune(thing, namesOf(table.own));
    if (typeof thing === 'function' && thing.prototype) prune(thing.prototype, namesOf(table.prototype));
  }
  pruneBoth(Object.getPrototypeOf(Int8Array), typedArray);
  Object.keys(keep).forEach(function (name) {
    var thing = world[name];
    if ((typeof thing === 'function' || typeof thing === 'object') && thing !== null) pruneBoth(thing, keep[name]);
  });
  Object.getOwnPropertyNames(world).forEach(function (name) {
    if (!Object.prototype.hasOwnProperty.call(keep, name) && hosts.indexOf(name) === -1) delete world[name];
  });
})(${JSON.stringify(ES2016)}, ${JSON.stringify(TYPED_ARRAY)}, ${JSON.stringify(SAME_AS_OBJECT.split(' '))});`;
