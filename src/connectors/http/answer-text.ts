import { SourceFailure } from '../connector';

/** Bytes of an answer that are read, unpacked; a page of five thousand records is less. */
const LARGEST_ANSWER = 16 * 1024 * 1024;

/** The text of an answer. Rejects with a SourceFailure for one that is too long, whatever it says of its length, and as the connection does. */
export async function answerText(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  if (!answer.body) return text;
  const reader = answer.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > LARGEST_ANSWER) {
      await reader.cancel();
      throw new SourceFailure('invalidAnswer', 'tooLong');
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
