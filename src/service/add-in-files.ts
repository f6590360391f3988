import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AddIn } from '../manifest/add-in';
import { describeUmsicht, type ManifestChoices } from '../manifest/umsicht';
import { unifiedManifest } from '../manifest/unified-manifest';
import { xmlManifest } from '../manifest/xml-manifest';
import { OFFICE_CLOUDS, type OfficeCloudName } from '../reference/office-clouds';
import { SIGN_IN_META, type SignInSetup, signInText } from '../wire/sign-in';
import { contentSecurityPolicy } from './security-headers';

/** The origin the build writes into the add-in's files. */
const BUILT_FOR = 'https://localhost:3000';

export interface AddInFiles {
  /** Where the build has put them. */
  readonly folder: string;
  readonly frameAncestors: readonly string[];
  readonly playground: boolean;
  /** Whose office.js the pages load. */
  readonly cloud: OfficeCloudName;
  readonly manifest: Omit<ManifestChoices, 'origin'>;
  /** How pages of the add-in sign in; null where nobody has to. */
  readonly signIn: SignInSetup | null;
  originOf(request: FastifyRequest): string;
}

/**
 * The files of the add-in, and its manifest. Pages and the send bundle name the origin they are served
 * from and the office.js of the cloud they are for, so those are given out with the ones that count here. The programs of this folder are
 * not for the browser and not given out.
 *
 * Everything is asked for again each time and answered 304 when it has not changed, so that a new version is
 * there at once. Of pictures nothing is said at all: Outlook shows one of its own instead of an icon that comes
 * with any Cache-Control (manifest/image.md in OfficeDev/office-js-docs-reference).
 */
export async function serveAddIn(app: FastifyInstance, files: AddInFiles): Promise<void> {
  await app.register(fastifyStatic, {
    root: files.folder,
    index: false,
    cacheControl: false,
    allowedPath: (path) => isForBrowsers(path, files.playground),
    setHeaders: (response, path) => void (/\.(png|svg|ico)$/.test(path) || response.setHeader('cache-control', 'no-cache')),
  });

  app.get('/launchevent.js', (request, reply) => serveText(files, request, reply, 'launchevent.js'));
  app.get('/manifest.xml', (request, reply) => sendTagged(request, reply.type(TYPES['xml'] as string), xmlManifest(addInAt(files.originOf(request), files))));
  // Clouds without a place to upload it have no use for it.
  if (OFFICE_CLOUDS[files.cloud].integratedApps) app.get('/manifest.json', (request, reply) => sendTagged(request, reply.type('application/json; charset=utf-8'), unifiedManifest(addInAt(files.originOf(request), files)).manifest.text));
  // For editors; named in a policy as "$schema".
  app.get('/policy.schema.json', (request, reply) => serveText(files, request, reply, 'policy.schema.json'));
  app.get<{ Params: { page: string } }>('/:page(^[a-z]+).html', (request, reply) => {
    const { page } = request.params;
    return page === 'playground' && !files.playground ? reply.callNotFound() : serveText(files, request, reply, `${page}.html`);
  });
  const elsewhere = new Map([['support', files.manifest.supportUrl], ['privacy', files.manifest.privacyUrl], ['terms', files.manifest.termsUrl]]);
  app.get<{ Params: { page: string } }>('/assets/:page(^[a-z]+).html', (request, reply) => {
    const { page } = request.params;
    const own = elsewhere.get(page);
    return own ? reply.redirect(own) : serveText(files, request, reply, `assets/${page}.html`);
  });
  if (files.playground) servePlayground(app, files);
}

/** Each origin has an add-in of its own. */
function addInAt(origin: string, { manifest }: AddInFiles): AddIn {
  return describeUmsicht({ ...manifest, origin }, (bytes) => createHash('sha1').update(bytes).digest());
}

/**
 * The playground, and the add-in's own pages as they are but for where office.js comes from. Their
 * other addresses are relative to the root, so they are told that this is where they are.
 */
function servePlayground(app: FastifyInstance, files: AddInFiles): void {
  app.get('/', (_, reply) => reply.redirect('/playground'));
  app.get('/playground', (request, reply) => serveText(files, request, reply, 'playground.html'));
  app.get('/playground/office.js', (_, reply) => reply.sendFile('playground-office.js'));
  app.get<{ Params: { page: string } }>('/playground/addin/:page(^[a-z]+).html', (request, reply) =>
    serveText(files, request, reply, `${request.params.page}.html`, withPlaygroundOffice));
}

/** The build takes needless quotes away. */
const OFFICE_SCRIPT = /(<script\b[^>]*\bsrc=)(["']?)[^"'\s>]*\/office(?:\.debug)?\.js\2/i;

function withPlaygroundOffice(html: string): string {
  return html.replace(/<head\b[^>]*>/i, '$&<base href="/">').replace(OFFICE_SCRIPT, '$1$2/playground/office.js$2');
}

/** Into every page: those that do not sign in pass it over. */
function withSignIn(html: string, setup: SignInSetup | null): string {
  if (setup === null) return html;
  const content = signInText(setup).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return html.replace(/<head\b[^>]*>/i, (head) => `${head}<meta name="${SIGN_IN_META}" content="${content}">`);
}

/** Compared without case, as the file systems of Windows and macOS do. */
const PROGRAMS = ['cli.js', 'service.js'];
const FOR_BROWSERS = /^(assets\/)?\w[\w.-]*\.(js|css|png|svg|ico|woff2)$/;

function isForBrowsers(path: string, playground: boolean): boolean {
  const name = path.replace(/^\//, '');
  const plain = name.toLowerCase();
  return FOR_BROWSERS.test(name) && !PROGRAMS.includes(plain) && (playground || !plain.startsWith('playground'));
}

const TYPES: { readonly [extension: string]: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/schema+json; charset=utf-8',
};

async function serveText(files: AddInFiles, request: FastifyRequest, reply: FastifyReply, name: string, change = (text: string) => text): Promise<FastifyReply> {
  let built: string;
  try {
    built = await readFile(join(files.folder, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    reply.callNotFound();
    return reply;
  }
  const extension = name.split('.').pop() as string;
  if (extension === 'html') reply.header('content-security-policy', contentSecurityPolicy(files.frameAncestors));
  reply.type(TYPES[extension] as string);
  const own = built.replaceAll(BUILT_FOR, files.originOf(request)).replaceAll(OFFICE_CLOUDS.standard.officeJs, OFFICE_CLOUDS[files.cloud].officeJs);
  return sendTagged(request, reply, change(extension === 'html' ? withSignIn(own, files.signIn) : own));
}

/** Sends a text with its ETag, or 304 to somebody who has it already. */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', etag).header('cache-control', 'no-cache');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*') ? reply.code(304).send() : reply.send(text);
}
