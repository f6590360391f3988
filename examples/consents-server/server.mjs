// A server that follows docs/consents-api.openapi.json, to copy from: `node server.mjs consents.json`.
// The token is taken from CONSENTS_TOKEN, the port from PORT (any free one without it). Needs nothing but Node.
import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync, watchFile } from 'node:fs';
import { createServer } from 'node:http';

const LARGEST_BODY = 256 * 1024;
const MOST_ADDRESSES = 100;

const [file] = process.argv.slice(2);
const token = process.env.CONSENTS_TOKEN;
if (!file || !token) {
  console.error('Usage: CONSENTS_TOKEN=… node server.mjs consents.json');
  process.exit(2);
}

/** People by each of their addresses in lower case, and when they last changed. Here comes your own database. */
let people = new Map();
let purposes = [];
let changes = [];
read();
watchFile(file, { interval: 200 }, () => {
  try {
    read();
  } catch (error) {
    // Somebody is still writing, or has made a mistake: what was read last is good until then.
    console.error(error.message);
  }
});

function read() {
  const written = JSON.parse(readFileSync(file, 'utf8'));
  const before = people;
  people = new Map();
  for (const person of written.people) {
    for (const address of person.addresses) {
      const key = address.toLowerCase().normalize('NFC');
      people.set(key, [...(people.get(key) ?? []), person]);
    }
  }
  purposes = written.purposes ?? [];
  const at = Date.now();
  for (const key of new Set([...before.keys(), ...people.keys()])) {
    if (before.size > 0 && JSON.stringify(before.get(key)) !== JSON.stringify(people.get(key))) changes.push({ at, address: key });
  }
  changes = changes.slice(-10_000);
}

/** An entry for the address as it was asked, from everybody who has it. */
function lookUp(address) {
  const found = people.get(address.toLowerCase().normalize('NFC')) ?? [];
  if (found.length === 0) return { address, contact: 'unknown' };
  const unavailable = found.find(({ error }) => error);
  if (unavailable) return { address, error: unavailable.error };
  const country = found.find((person) => person.country)?.country;
  return { address, contact: 'known', ...(country && { country }), records: found.flatMap(({ id }) => id ?? []), consents: found.flatMap(({ consents }) => consents ?? []) };
}

function changesSince(query) {
  const from = Number(query.get('after') ?? Date.parse(query.get('since') ?? '') - 1);
  if (!Number.isFinite(from)) return { status: 400, body: { error: 'expected since or after' } };
  const later = changes.filter(({ at }) => at > from);
  return { status: 200, body: { changed: later.map(({ address }) => ({ address })), cursor: String(later.at(-1)?.at ?? from) } };
}

async function answer(request) {
  if (!isGood(request.headers.authorization)) return { status: 401, body: { error: 'unauthorized' } };
  const url = new URL(request.url, 'http://localhost');
  if (request.method === 'GET' && url.pathname === '/purposes') return { status: 200, body: { purposes } };
  if (request.method === 'GET' && url.pathname === '/changes') return changesSince(url.searchParams);
  if (request.method !== 'POST' || url.pathname !== '/consents:lookup') return { status: 404, body: { error: 'not found' } };

  let text = '';
  for await (const part of request.setEncoding('utf8')) {
    text += part;
    if (text.length > LARGEST_BODY) return { status: 413, body: { error: 'too long' } };
  }
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return { status: 400, body: { error: 'expected JSON' } };
  }
  const { channel, addresses } = body ?? {};
  const isUnderstood = channel === 'email' && Array.isArray(addresses) && addresses.length > 0 && addresses.length <= MOST_ADDRESSES && addresses.every((each) => typeof each === 'string');
  return isUnderstood ? { status: 200, body: { results: addresses.map(lookUp) } } : { status: 400, body: { error: 'expected a channel and up to 100 addresses' } };
}

/** Compared in the same time whatever is wrong with it. */
function isGood(authorization = '') {
  const digest = (value) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
}

const server = createServer((request, response) => {
  void answer(request)
    .catch(() => ({ status: 500, body: { error: 'internal' } }))
    .then(({ status, body }) => response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body)));
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${server.address().port}`));
