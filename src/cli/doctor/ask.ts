import { answerText } from '../../connectors/http/answer-text';

/** So long anything is waited for. */
export const PATIENCE = 10_000;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** When it was asked and answered, in milliseconds since 1970 by this machine's clock. */
  readonly between: readonly [number, number];
}

export type Asked = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly code: string };

/** One question over HTTP. Follows nothing; never rejects. `code` is the system's or TLS's word for what went wrong. */
export async function ask(url: string, init: RequestInit = {}): Promise<Asked> {
  const from = Date.now();
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), PATIENCE);
  try {
    const answer = await fetch(url, { ...init, redirect: 'manual', signal: end.signal });
    const text = await answerText(answer, end.signal);
    return { ok: true, answer: { status: answer.status, headers: answer.headers, text, between: [from, Date.now()] } };
  } catch (error) {
    return { ok: false, code: end.signal.aborted ? 'ETIMEDOUT' : codeOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

function codeOf(error: unknown): string {
  const { code } = ((error as Error).cause ?? error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : (error as Error).name;
}

/** What a word of the system means, and what to do about it. */
export function unreachable(code: string, where: string): { readonly says: string; readonly advice: string } {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { says: `The name in ${where} is not known here (${code}).`, advice: 'Enter the name in the DNS that this machine and the mailboxes use.' };
    case 'ECONNREFUSED':
      return { says: `Nobody listens at ${where} (${code}).`, advice: 'Start the service and the proxy in front of it, and let the proxy lead to the service\'s port.' };
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return { says: `${where} does not answer within ${PATIENCE / 1000} seconds.`, advice: 'Look at firewalls on the way and at the log of the proxy.' };
    default:
      return { says: `${where} cannot be reached (${code}).`, advice: 'Look at the connection from this machine, and at the certificate below.' };
  }
}
