import { CHECKS, type Level } from './checks';
import { SOURCES, type SourceName } from './sources';

export type CheckCode = keyof typeof CHECKS;

/** Counted from 1; columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with a manifest, or could be better. */
export interface ManifestFinding extends Place {
  readonly code: CheckCode;
  readonly level: Level;
  /** `/OfficeApp/Hosts/Host[2]/@Name` in XML, `extensions[0].runtimes` in JSON. Empty for the whole file. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly source: string;
}

/** What a finding is about. */
export interface Spot {
  readonly place: Place;
  readonly path: string;
}

/** `expected` and `source` where the check itself does not say it closely enough. */
export function finding(code: CheckCode, { place, path }: Spot, found: string, expected: string = CHECKS[code].demands, source: SourceName = CHECKS[code].source): ManifestFinding {
  const { level } = CHECKS[code];
  const { document, date } = SOURCES[source];
  return { code, level, line: place.line, column: place.column, path, found: shortened(found), expected, source: `${document} (${date})` };
}

export const WHOLE_FILE: Spot = { place: { line: 1, column: 1 }, path: '' };

/** As they stand in the file; what is about one place, in the order of the checks. */
export function inOrder(findings: readonly ManifestFinding[]): readonly ManifestFinding[] {
  const codes = Object.keys(CHECKS);
  return [...findings].sort((a, b) => a.line - b.line || a.column - b.column || codes.indexOf(a.code) - codes.indexOf(b.code));
}

/** Where offsets of a text are. */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}

/** Nobody wants to read a base64 picture in an error. */
const LONGEST = 160;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
