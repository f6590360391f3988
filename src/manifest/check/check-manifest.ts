import { type Checked, checkXml, NOTHING } from './check-xml';
import { checkUnified } from './check-unified';
import { finding, inOrder, type ManifestFinding, WHOLE_FILE } from './finding';

export interface CheckOptions {
  /** Whether it goes into Microsoft's Marketplace, which demands more. */
  readonly marketplace: boolean;
}

/** Outlook takes no more (limits-for-activation-and-javascript-api-for-outlook-add-ins.md, 2026-06-23). */
const MOST_BYTES = 256 * 1024;
/** Whatever is longer is not read at all. */
const MOST_READ = 4 * MOST_BYTES;

/** What is wrong with a manifest, and what could be better; XML or unified, by what the file begins with. `bytes` is its size on disk. */
export function checkManifest(text: string, bytes: number, { marketplace }: CheckOptions): Checked & { readonly kind: 'xml' | 'unified' } {
  const source = text.replace(/^\ufeff/, '');
  const kind = /^\s*[{[]/.test(source) ? 'unified' : 'xml';
  const size = bytes > MOST_BYTES ? [finding('too-large', WHOLE_FILE, `${bytes} bytes`, `at most ${MOST_BYTES}`)] : [];
  if (bytes > MOST_READ) return { kind, findings: size, ...NOTHING };
  const checked = kind === 'unified' ? checkUnified(source) : checkXml(source, marketplace);
  return { ...checked, kind, findings: inOrder([...size, ...checked.findings]) };
}

/** Whether Outlook would refuse it, or not do what it says. */
export function hasErrors(findings: readonly ManifestFinding[]): boolean {
  return findings.some(({ level }) => level === 'error');
}
