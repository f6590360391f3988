import { checkManifest } from '../../manifest/check/check-manifest';
import { launchEventScripts } from '../../manifest/edition';
import { ask, type Answer, unreachable } from './ask';
import { type Diagnosis, fault, notChecked, warning, well } from './check';

/** Everything Outlook loads from the origin. `origin` is where people reach the service. */
export async function checkAddIn(origin: string): Promise<readonly Diagnosis[]> {
  const reached = await ask(`${origin}/healthz`);
  if (!reached.ok) {
    const { says, advice } = unreachable(reached.code, origin);
    return [fault('origin', says, advice), ...nothingElse('The origin cannot be reached.')];
  }
  if (isProxyAlone(reached.answer.status)) return [originOf(reached.answer, origin), ...nothingElse('The proxy does not reach the service.')];
  return [originOf(reached.answer, origin), ...await Promise.all([wellKnown(origin), manifest(origin), sendScript(origin), headers(origin), crossOrigin(origin)])];
}

function nothingElse(because: string): readonly Diagnosis[] {
  return ['well-known', 'manifest', 'send-script', 'headers', 'cross-origin'].map((id) => notChecked(id, because));
}

function isProxyAlone(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}

function originOf({ status, text, headers }: Answer, origin: string): Diagnosis {
  if (status === 200 && text === '{"status":"ok"}') return well('origin', `${origin} leads to the service.`);
  if (status === 421) return fault('origin', `The service at ${origin} is asked under another name.`, 'Let the proxy pass the Host header on as it came, and set "origin" to the address people use.');
  if (status >= 300 && status < 400) return fault('origin', `${origin} sends elsewhere, to ${headers.get('location') ?? 'nowhere'}.`, 'Let the proxy answer under this name itself: Outlook follows no redirect to the add-in\'s files.');
  if (isProxyAlone(status)) return fault('origin', `The proxy at ${origin} does not reach the service (${status}).`, 'Start the service, and let the proxy lead to its port.');
  return fault('origin', `Something else than the service answers at ${origin} (${status}).`, 'Let the proxy lead every path to the service.');
}

/** Classic Outlook on Windows insists on this path, follows no redirect, and lets only the scripts named there call the service. */
async function wellKnown(origin: string): Promise<Diagnosis> {
  const id = 'well-known';
  const path = '/.well-known/microsoft-officeaddins-allowed.json';
  const asked = await ask(`${origin}${path}`);
  if (!asked.ok) return notChecked(id, `${path} cannot be reached (${asked.code}).`);
  const { status, text } = asked.answer;
  const advice = `Let the proxy lead ${path} to the service, without a redirect. Without it classic Outlook on Windows checks without the service.`;
  if (status !== 200) return fault(id, `${path} is answered with ${status}.`, advice);
  const allowed = allowedIn(text);
  if (allowed === null) return fault(id, `${path} is no list of scripts.`, advice);
  const missing = launchEventScripts(origin).filter((script) => !allowed.includes(script));
  if (missing.length > 0) return fault(id, `${path} does not name ${missing[0]}.`, 'Set "origin" to the address people use, exactly.');
  return well(id, 'Classic Outlook on Windows may call the service.');
}

function allowedIn(text: string): readonly unknown[] | null {
  try {
    const { allowed } = JSON.parse(text) as { readonly allowed?: unknown };
    return Array.isArray(allowed) ? allowed : null;
  } catch {
    return null;
  }
}

async function manifest(origin: string): Promise<Diagnosis> {
  const id = 'manifest';
  const asked = await ask(`${origin}/manifest.xml`);
  if (!asked.ok || asked.answer.status !== 200) return fault(id, `The manifest is answered with ${asked.ok ? asked.answer.status : asked.code}.`, 'Let the proxy lead /manifest.xml to the service.');
  return checkManifestAt(origin, asked.answer.text);
}

/** A manifest that was had from this origin. */
export function checkManifestAt(origin: string, text: string): Diagnosis {
  const id = 'manifest';
  const others = [...new Set([...text.matchAll(/DefaultValue="(https?:\/\/[^/"]+)/g)].map(([, found]) => found as string))].filter((found) => found !== origin && !isMicrosofts(found));
  if (others.length > 0) return fault(id, `The manifest names ${others[0]} instead of ${origin}.`, 'Set "origin" to the address people use, and upload the manifest from there.');
  if (!origin.startsWith('https:')) return notChecked(id, `The manifest is for ${origin}; Outlook takes one for https only.`);
  const [error] = checkManifest(text, Buffer.byteLength(text), { marketplace: false }).findings.filter(({ level }) => level === 'error');
  if (error) return fault(id, `The manifest has errors, the first in line ${error.line}: ${error.found}.`, 'Look at all of them: umsicht manifest check.');
  return well(id, 'The manifest is one Outlook takes, for this origin.');
}

function isMicrosofts(origin: string): boolean {
  return /\.(microsoft|office|office365)\.com$/.test(new URL(origin).hostname);
}

async function sendScript(origin: string): Promise<Diagnosis> {
  const id = 'send-script';
  const [script = `${origin}/launchevent.js`] = launchEventScripts(origin);
  const asked = await ask(script);
  if (!asked.ok || asked.answer.status !== 200) return fault(id, `${script} is answered with ${asked.ok ? asked.answer.status : asked.code}.`, 'Build the add-in (npm run build), and let the proxy lead every path to the service.');
  const { text, headers: own } = asked.answer;
  if (!/javascript/.test(own.get('content-type') ?? '')) return fault(id, `${script} comes as ${own.get('content-type') ?? 'nothing in particular'}, not as a script.`, 'Let the proxy leave the content type as it is.');
  if (!text.includes(origin)) return fault(id, 'The script that checks on Send names another origin than this one.', 'Let the proxy pass the Host header on as it came, and set "origin" to the address people use.');
  return well(id, 'The script that checks on Send is there and asks this origin.');
}

async function headers(origin: string): Promise<Diagnosis> {
  const id = 'headers';
  const [page, icon] = [await ask(`${origin}/taskpane.html`), await ask(`${origin}/assets/icon-32.png`)];
  if (!page.ok || page.answer.status !== 200) return fault(id, `The pane is answered with ${page.ok ? page.answer.status : page.code}.`, 'Build the add-in (npm run build), and let the proxy lead every path to the service.');
  const own = page.answer.headers;
  if (own.has('x-frame-options')) return fault(id, `The proxy adds X-Frame-Options: ${own.get('x-frame-options')}.`, 'Take it out: Outlook on the web shows the pane in a frame. Who may is said by Content-Security-Policy (frameAncestors).');
  const policy = own.get('content-security-policy') ?? '';
  if (!policy.includes('frame-ancestors')) return fault(id, 'Content-Security-Policy does not arrive.', 'Let the proxy pass it on.');
  if (policy.split(/frame-ancestors/).length > 2) return warning(id, 'The proxy adds a Content-Security-Policy of its own.', 'Take it out: both count together, and Outlook may be shut out.');
  if (own.get('x-content-type-options') !== 'nosniff') return warning(id, 'X-Content-Type-Options: nosniff does not arrive.', 'Let the proxy pass it on.');
  if (icon.ok && icon.answer.headers.has('cache-control')) return warning(id, 'The proxy says Cache-Control for pictures.', 'Take it out: Outlook shows a picture of its own instead of an icon that comes with it.');
  if (origin.startsWith('https:') && !own.has('strict-transport-security')) return warning(id, 'Strict-Transport-Security does not arrive.', 'Let the proxy add it ("max-age=31536000"), so that nobody is led to the service in the clear.');
  return well(id, 'Outlook may show the pane in a frame, and others may not.');
}

/** As classic Outlook asks: with its own origin, and a slash at its end. */
async function crossOrigin(origin: string): Promise<Diagnosis> {
  const id = 'cross-origin';
  const sent = `${origin}/`;
  const asked = await ask(`${origin}/api/v1/evidence`, { method: 'OPTIONS', headers: { origin: sent, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization, content-type' } });
  if (!asked.ok) return notChecked(id, `The API cannot be reached (${asked.code}).`);
  if (asked.answer.headers.get('access-control-allow-origin') !== sent) return fault(id, `The API does not take requests of classic Outlook, which calls itself ${sent}.`, 'Let the proxy pass OPTIONS and the Origin header on to the service, and add no Access-Control headers of its own.');
  return well(id, 'The API takes requests of the add-in, also as classic Outlook sends them.');
}
