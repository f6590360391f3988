import type { ReactElement } from 'react';
import { registerIcons } from '@fluentui/react/lib/Styling';

/*
 * The compose window's pictures, twenty units square, in the colour of the text around them. Drawn
 * here, so that nothing is fetched; what they mean stands beside them in words or in a label.
 */

const OUTLINES = {
  send: 'M3.2 3.6 17 10 3.2 16.4l1.6-6.4ZM4.8 10H10',
  attach: 'M13.8 6.2 7.6 12.4a1.6 1.6 0 0 0 2.3 2.3l6-6a3.2 3.2 0 0 0-4.6-4.6L5 10.3a4.8 4.8 0 0 0 6.8 6.8l4-4',
  close: 'M5 5l10 10M15 5 5 15',
  file: 'M6 2.8h5.2L15 6.6v10.6H6ZM11 3v4h4',
} as const;

export type IconName = keyof typeof OUTLINES;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={OUTLINES[name]} fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** What Fluent's drop-downs and menus ask for by name. */
export function registerFluentIcons(): void {
  const drawn = (path: string): ReactElement => (
    <svg width="14" height="14" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
  registerIcons({
    icons: {
      ChevronDown: drawn('M5 7.5l5 5 5-5'),
      ChevronRight: drawn('M7.5 5l5 5-5 5'),
      CheckMark: drawn('M4 10.5l4 4 8-9'),
      Cancel: drawn('M5 5l10 10M15 5 5 15'),
    },
  });
}
