/**
 * Which edition of the manifest this is. It rises when what manifests say changes (an event, a button, a text, an
 * icon), and only then: administrators have to roll out and agree to every new manifest, and to no new code.
 * `test/manifest/editions.test.ts` says when it is due.
 *
 * It is part of every address in the manifest, so that no cache between here and Outlook hands out an older
 * edition's files as the newer one's. As a folder, because how classic Outlook matches an address with a query
 * against `.well-known/microsoft-officeaddins-allowed.json` is documented nowhere.
 */
export const EDITION = 1;

/** Where an edition's files are, without a slash at the end. */
export function editionBase(origin: string, edition: number = EDITION): string {
  return `${origin}/edition-${edition}`;
}

/**
 * The path of a file without its edition; other paths as they are. Whichever edition a manifest in use names, it gets
 * today's files, which do all that earlier editions asked for.
 */
export function withoutEdition(path: string): string {
  return path.replace(/^\/edition-\d{1,5}(?=\/(?:assets\/)?[\w-]+\.(?:html|js|css|png|svg)(?:\?|$))/, '');
}

/**
 * Every address classic Outlook may have loaded the send bundle from: each edition's, and the bare one. Only
 * scripts listed in the well-known file may call the service.
 */
export function launchEventScripts(origin: string): readonly string[] {
  const editions = Array.from({ length: EDITION }, (_, index) => editionBase(origin, EDITION - index));
  return [...editions, origin].map((base) => `${base}/launchevent.js`);
}

/** Version of the manifest: the format's first number, the edition, and how often the administrator's own choices have changed since. */
export function manifestVersion(revision: number): string {
  return `1.${EDITION}.${revision}`;
}
