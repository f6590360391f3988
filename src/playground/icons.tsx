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
  umsicht: 'M10 2.4 16 4.6v4.9c0 3.9-2.5 6.6-6 8.1-3.5-1.5-6-4.2-6-8.1V4.6ZM6.7 9.6c1-1.3 2.1-2 3.3-2s2.3.7 3.3 2c-1 1.3-2.1 2-3.3 2s-2.3-.7-3.3-2ZM10 9.5v.2',
  blind: 'M2.5 9.5c2.2-3 4.7-4.5 7.5-4.5s5.3 1.5 7.5 4.5c-.7 1-1.5 1.8-2.3 2.5M4 4l12 12M10 14c-2.8 0-5.3-1.5-7.5-4.5M8.4 8a2.3 2.3 0 0 0 3.3 3.2',
  open: 'M3 15.5V5h4.5l1.6 2H16v2M3 15.5 5.4 9H18l-2.4 6.5Z',
  globe: 'M10 2.7a7.3 7.3 0 1 0 0 14.6 7.3 7.3 0 0 0 0-14.6ZM2.9 10h14.2M10 2.9c2.1 2 3.1 4.3 3.1 7.1s-1 5.1-3.1 7.1c-2.1-2-3.1-4.3-3.1-7.1s1-5.1 3.1-7.1Z',
  spark: 'M11 2.5 4.5 11.5H9.5L8.5 17.5 15.5 8.5H10.5Z',
  clock: 'M10 2.7a7.3 7.3 0 1 0 0 14.6 7.3 7.3 0 0 0 0-14.6ZM10 6v4.3l2.8 1.7',
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
