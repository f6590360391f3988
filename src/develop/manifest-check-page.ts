import { CHECKS } from '../manifest/check/checks';
import type { CheckCode } from '../manifest/check/finding';
import { SOURCES } from '../manifest/check/sources';

/** What `umsicht manifest check` looks at, as a table for docs/manifest-checks.md. */
export function manifestChecksTable(): string {
  const rows = (Object.keys(CHECKS) as CheckCode[]).map((code) => {
    const check: { readonly level: string; readonly demands: string; readonly source: keyof typeof SOURCES; readonly marketplace?: true } = CHECKS[code];
    const { document, date } = SOURCES[check.source];
    const level = check.marketplace ? 'error with `--marketplace`' : check.level;
    return `| \`${code}\` | ${level} | ${check.demands} | ${document.replace(/^OfficeDev\/office-js-docs-(pr|reference), docs\//, '')}, ${date} |`;
  });
  return ['| code | level | what has to be so | where that is written |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}
