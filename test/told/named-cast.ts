import { filesUnder, readProjectFile } from '../architecture/imports';
import { addressesIn } from './addresses';

const SOURCES = ['test', 'examples', 'src/rules', 'src/playground', 'src/service'];

/** Everybody who occurs in tests, in the rules' examples, among the demo contacts and in the playground. */
export function namedCast(): ReadonlySet<string> {
  const texts = SOURCES.flatMap((folder) => filesUnder(folder)).filter((file) => /\.(tsx?|m?js|csv|json|eml|ldif|md)$/.test(file));
  return new Set(texts.flatMap((file) => addressesIn(readProjectFile(file))));
}
