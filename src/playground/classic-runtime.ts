import { connectToHost, type Port } from '../simulator/message-connection';
import { createOffice } from '../simulator/office';
import { LATER_GLOBALS, LATER_MEMBERS } from './later-than-es2016';
import { fetchUnder, type ServiceConditions, UNCHANGED } from './service-conditions';

/*
 * The worker in which the send bundle runs as in classic Outlook on Windows: one script, no page,
 * no storage, no address of its own. Everything the classic engine lacks is taken from this
 * worker's global scope before the script is loaded into it.
 */

/** What the page hands over: the send bundle as Outlook has it in its cache, and what this engine can. */
export interface ClassicStart {
  readonly kind: 'start';
  readonly script: string;
  /** Ends at ECMAScript 2016, as before version 2403. */
  readonly isOld: boolean;
  readonly service: ServiceConditions;
}

/** How the service is found from now on. */
export interface ClassicNetwork {
  readonly kind: 'network';
  readonly service: ServiceConditions;
}

/** The script could not be loaded, or threw while it was. */
export interface ClassicBroken {
  readonly kind: 'broken';
  readonly message: string;
}

/** What stays, besides `Office`: ECMAScript 2016, and what Microsoft says this runtime has. */
const KEPT: readonly string[] = [
  'Object', 'Function', 'Array', 'Number', 'String', 'Boolean', 'Symbol', 'Date', 'Promise', 'RegExp', 'Math', 'JSON', 'Proxy', 'Reflect',
  'Map', 'Set', 'WeakMap', 'WeakSet', 'ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array',
  'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array',
  'Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError',
  'Infinity', 'NaN', 'undefined', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'eval', 'escape', 'unescape',
  'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent',
  'console', 'fetch', 'XMLHttpRequest', 'WebSocket', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval',
];

declare function importScripts(...urls: string[]): void;

const scope = globalThis as unknown as Record<string, unknown>;
const load = importScripts;
const { URL: Urls, Blob: Blobs, fetch: reach } = globalThis;
const port: Port = {
  postMessage: globalThis.postMessage.bind(globalThis) as Port['postMessage'],
  addEventListener: globalThis.addEventListener.bind(globalThis) as unknown as Port['addEventListener'],
  removeEventListener: globalThis.removeEventListener.bind(globalThis) as unknown as Port['removeEventListener'],
};

let service = UNCHANGED;

port.addEventListener('message', ({ data }) => {
  const message = data as ClassicStart | ClassicNetwork | { readonly kind: string };
  if ('service' in message) service = message.service;
  if ('script' in message) start(message).catch((error: unknown) => port.postMessage({ kind: 'broken', message: String(error) } satisfies ClassicBroken));
});

async function start({ script, isOld }: ClassicStart): Promise<void> {
  const { connection, client, runtime, serve } = await connectToHost(port);
  const { Office, invoke } = createOffice(connection, client, runtime);
  const address = Urls.createObjectURL(new Blobs([script], { type: 'text/javascript' }));
  strip(isOld);
  Object.assign(scope, { Office, fetch: absoluteFetch });
  load(address);
  serve(invoke);
}

/** Names that cannot be deleted, and those an EventTarget brings along, are hidden behind `undefined`. */
function strip(isOld: boolean): void {
  const kept = new Set(KEPT);
  const owners: object[] = [];
  for (let owner: object | null = scope; owner && owner !== Object.prototype; owner = Reflect.getPrototypeOf(owner)) owners.push(owner);
  for (const owner of owners) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (kept.has(name) || (!isOld && LATER_GLOBALS.includes(name))) continue;
      if (owner === scope && Reflect.deleteProperty(owner, name)) continue;
      Reflect.defineProperty(scope, name, { value: undefined, configurable: true, writable: true });
    }
  }
  if (!isOld) return;
  for (const [path, names] of Object.entries(LATER_MEMBERS)) {
    const owner = path.split('.').reduce<unknown>((found, name) => (found as Record<string, unknown> | undefined)?.[name], scope);
    for (const name of names) if (owner) Reflect.deleteProperty(owner as object, name);
  }
}

/** There is no page that an address could be relative to. */
function absoluteFetch(address: string, init?: RequestInit): Promise<Response> {
  if (!/^https?:\/\//i.test(address)) return Promise.reject(new TypeError('Network request failed'));
  return fetchUnder(service, (...request) => reach(...request), address, init);
}
