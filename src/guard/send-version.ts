import type { SessionData } from '../core/ports';

/*
 * Outlook keeps its own copy of what checks on Send: classic Outlook on Windows until it is started
 * anew, others as long as their cache likes (office-js issues 6436, 4856, 5632). So that copy says
 * with each draft who it is, and the pane can tell whether both are of one version.
 */

const KEY = 'umsicht.sendVersion';

/** Never rejects. */
export async function noteSendVersion(session: SessionData, version: string): Promise<void> {
  await session.write(KEY, version);
}

/** `null` where it has not said so, or says something that is no version. */
export async function readSendVersion(session: SessionData): Promise<string | null> {
  const version = await session.read(KEY);
  return typeof version === 'string' && /^[\w.+-]{1,40}$/.test(version) ? version : null;
}
