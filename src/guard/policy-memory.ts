import type { SessionData } from '../core/ports';

const POLICY = 'umsicht.policy';

/** The last policy the service gave, kept with the draft: the only storage every event runtime has. */
export function keptPolicy(session: SessionData): { read(): Promise<string | null>; write(text: string): Promise<unknown> } {
  return { read: () => session.read(POLICY).then((text) => text || null), write: (text) => session.write(POLICY, text) };
}
