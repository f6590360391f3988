import { unzipSync } from 'fflate';
import { finding, type ManifestFinding, WHOLE_FILE } from '../manifest/check/finding';
import { readBytes, type Reading } from './check-input';

/** A manifest as it is to be checked, with the files of its package if it came in one. */
export interface ManifestInput {
  readonly text: string;
  readonly bytes: number;
  readonly files: { readonly [name: string]: Uint8Array };
  /** Why it could not be decoded; the text is empty then. */
  readonly fault: ManifestFinding | null;
}

/** A package holds a manifest, two pictures and some texts. */
const LARGEST_FILE = 4 * 1024 * 1024;
const MOST_FILES = 200;

/** Never rejects. */
export async function readManifestInput(file: string, stdin: NodeJS.ReadableStream): Promise<Reading<ManifestInput>> {
  const reading = await readBytes(file, stdin);
  if (!reading.ok) return reading;
  const bytes = Buffer.from(reading.value);
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return { ok: true, value: decoded(bytes, {}) };
  let files: { readonly [name: string]: Uint8Array };
  try {
    let count = 0;
    files = unzipSync(bytes, { filter: ({ originalSize }) => (count += 1) <= MOST_FILES && originalSize <= LARGEST_FILE });
  } catch {
    return { ok: false, problems: ['no ZIP file that can be read'] };
  }
  const manifest = files['manifest.json'];
  return manifest ? { ok: true, value: decoded(Buffer.from(manifest), files) } : { ok: false, problems: ['no manifest.json in the package'] };
}

function decoded(bytes: Buffer, files: ManifestInput['files']): ManifestInput {
  const [text, fault] = utf8In(bytes);
  return { text, bytes: bytes.length, files, fault };
}

function utf8In(bytes: Buffer): readonly [string, ManifestFinding | null] {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return ['', finding('wrong-encoding', WHOLE_FILE, 'UTF-16', 'UTF-8')];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return [decoder.decode(bytes), null];
  } catch {
    return ['', finding('wrong-encoding', { place: { line: faultyLine(bytes), column: 1 }, path: '' }, 'bytes that are no UTF-8 in this line', 'UTF-8')];
  }
}

function faultyLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const piece = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (!piece.equals(Buffer.from(piece.toString('utf8')))) return line;
    if (end === -1) return line;
    start = end + 1;
  }
  return line;
}
