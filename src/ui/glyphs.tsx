import type { ReactElement } from 'react';
import { registerIcons } from '@fluentui/react/lib/Styling';
import type { Tone } from './colours';

/*
 * Drawn here, so that no icon font is fetched. Twenty units square, in the colour of the text
 * around them. They repeat what stands beside them in words, so screen readers skip them.
 */

const OUTLINES = {
  good: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM6.6 10.3l2.4 2.4 4.6-5',
  notice: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 9v5M10 6.3v.1',
  unclear: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM7.8 8a2.2 2.2 0 1 1 3.3 1.9c-.7.4-1.1.9-1.1 1.7M10 14v.1',
  warning: 'M10 3 2.4 16.5h15.2L10 3ZM10 8v4M10 14.2v.1',
  stop: 'M7 2.5h6L17.5 7v6L13 17.5H7L2.5 13V7L7 2.5ZM7.3 7.3l5.4 5.4M12.7 7.3l-5.4 5.4',
  chevron: 'M5.5 8l4.5 4.5L14.5 8',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  partly: 'M4 10h12',
  cross: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  outside: 'M11.5 4H16v4.5M16 4l-6.5 6.5M8.5 5H5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-3.5',
  envelope: 'M3 5.5h14v9.5H3ZM3.3 6l6.7 5 6.7-5',
  plug: 'M7 3v4M13 3v4M5 7h10v2.5a5 5 0 0 1-10 0ZM10 14.5V17',
} as const;

export type GlyphName = keyof typeof OUTLINES;

export function Glyph({ name, size = 20, className }: { readonly name: GlyphName | Tone; readonly size?: number; readonly className?: string }): ReactElement {
  return (
    <svg className={className} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={OUTLINES[name]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** The one icon that a Fluent control in use asks for by name. */
export function registerFluentIcons(): void {
  registerIcons({ icons: { ChevronDown: <Glyph name="chevron" size={16} /> } });
}
