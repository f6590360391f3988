import { SourceFailure } from '../connector';

/** Bytes; a page of five thousand records is less. */
const LARGEST_ANSWER = 16 * 1024 * 1024;

/**
 * The text of an answer. Rejects with a SourceFailure for one that is too long, whatever it says of its length, and for one that has not
 * ended when the signal goes off; otherwise as the connection does. `largest`: bytes, unpacked.
 */
export async function answerText(answer: Response, signal: AbortSignal, largest = LARGEST_ANSWER): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  if (!answer.body) return text;
  const reader = answer.body.getReader();
  // Once an answer has begun, Node's fetch may have forgotten the signal: the request it follows it for is cleared away as garbage.
  const end = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', end, { once: true });
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > largest) {
        await reader.cancel();
        throw new SourceFailure('invalidAnswer', 'tooLong');
      }
      text += decoder.decode(part.value, { stream: true });
    }
  } finally {
    signal.removeEventListener('abort', end);
  }
  if (signal.aborted) throw new SourceFailure('timeout', 'tooLate');
  return text + decoder.decode();
}
