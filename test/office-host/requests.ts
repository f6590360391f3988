import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext, Route } from '@playwright/test';

/** A page of the add-in, made by the test instead of a running service. */
export type MadePage = (url: URL) => { readonly contentType: string; readonly body: string } | undefined;

/** Where requests to each origin of the add-in go: to the service that runs there, or to a function that makes the pages. */
export type Origins = Readonly<Record<string, string | MadePage>>;

const LIBRARY = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const MICROSOFT_AJAX = 'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js';
/** Where the library reports how it is used, some seconds after it started. Taken, and thrown away. */
const TELEMETRY = 'https://browser.pipe.aria.microsoft.com';

export const PAGE_FOLDER = path.join(__dirname, 'page');
const LIBRARY_FOLDER = path.dirname(require.resolve('@microsoft/office-js/dist/office.js'));

/**
 * Answers every request of the browser here, Microsoft's library from its npm package, `files` from
 * this folder. A request nobody expected is refused; the list of those grows with time.
 */
export async function answerRequests(context: BrowserContext, origins: Origins, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const strayRequests: string[] = [];
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const made = await answerFor(url, route, origins, files);
    if (made === undefined) {
      strayRequests.push(url.href);
      return route.abort();
    }
    return made === 'connectionrefused' ? route.abort(made) : route.fulfill(made);
  });
  return strayRequests;
}

type Fulfilment = NonNullable<Parameters<Route['fulfill']>[0]>;

async function answerFor(url: URL, route: Route, origins: Origins, files: Readonly<Record<string, string>>): Promise<Fulfilment | 'connectionrefused' | undefined> {
  const file = files[url.href];
  if (file !== undefined) return fileAnswer(path.join(PAGE_FOLDER, file));
  if (url.href === MICROSOFT_AJAX) return fileAnswer(path.join(PAGE_FOLDER, 'microsoft-ajax.js'));
  if (url.href.startsWith(LIBRARY)) return fileAnswer(path.join(LIBRARY_FOLDER, url.pathname.slice(new URL(LIBRARY).pathname.length)));

  if (url.origin === TELEMETRY) return { status: 204 };

  const target = origins[url.origin];
  if (target === undefined) return undefined;
  // A service that is gone looks to the browser like any server that is not there.
  if (typeof target === 'string') return forward(url, target, route).catch(() => 'connectionrefused' as const);
  const page = target(url);
  return page ? { status: 200, contentType: page.contentType, body: page.body } : { status: 404, body: '' };
}

const CONTENT_TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

async function fileAnswer(file: string): Promise<Fulfilment> {
  try {
    const contentType = CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream';
    return { status: 200, contentType, headers: { 'access-control-allow-origin': '*' }, body: await readFile(file) };
  } catch {
    return { status: 404, body: '' };
  }
}

/** Headers that describe one connection, or a packing that `fetch` has undone. */
const HOP_HEADERS: readonly string[] = ['host', 'connection', 'content-length', 'content-encoding', 'transfer-encoding', 'keep-alive'];

/** Sends the request on to the service; redirects are handed to the browser as they are. */
async function forward(url: URL, target: string, route: Route): Promise<Fulfilment> {
  const request = route.request();
  const body = request.postDataBuffer();
  const response = await fetch(new URL(url.pathname + url.search, target), {
    method: request.method(),
    headers: withoutHopHeaders(Object.entries(await request.allHeaders()).filter(([name]) => !name.startsWith(':'))),
    ...(body ? { body: new Uint8Array(body) } : {}),
    redirect: 'manual',
  });
  return { status: response.status, headers: withoutHopHeaders([...response.headers]), body: Buffer.from(await response.arrayBuffer()) };
}

function withoutHopHeaders(headers: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(headers.filter(([name]) => !HOP_HEADERS.includes(name.toLowerCase())));
}

/** Rejects with the message where it takes longer. */
export async function within<T>(milliseconds: number, promise: Promise<T>, message: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
