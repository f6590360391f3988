import { type IStyle, mergeStyleSets } from '@fluentui/react/lib/Styling';
import type { CSSProperties } from 'react';
import { type Colours, type Tone, TONES } from './colours';

/** The colours as custom properties, so that one set of styles does for every theme. */
export function colourProperties(colours: Colours): { readonly [name: string]: string } {
  const properties: { [name: string]: string } = {
    'color-scheme': colours.dark ? 'dark' : 'light',
    '--page': colours.page,
    '--surface': colours.surface,
    '--raised': colours.raised,
    '--line': colours.line,
    '--hairline': colours.hairline,
    '--text': colours.text,
    '--quiet': colours.quiet,
    '--link': colours.link,
  };
  for (const tone of TONES) {
    properties[`--${tone}`] = colours.tones[tone].strong;
    properties[`--${tone}-soft`] = colours.tones[tone].soft;
  }
  return properties;
}

export function strong(tone: Tone): CSSProperties {
  return { color: `var(--${tone})` };
}

export function soft(tone: Tone): CSSProperties {
  return { background: `var(--${tone}-soft)` };
}

/** German words are long and addresses longer: both break rather than push the pane wider. */
const breaking: IStyle = { overflowWrap: 'anywhere', hyphens: 'auto', minWidth: 0 };
const resetHeading: IStyle = { margin: 0, fontWeight: 600 };
const still = '@media (prefers-reduced-motion: reduce)';

export const styles = mergeStyleSets({
  pane: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    background: 'var(--page)',
    color: 'var(--text)',
    fontSize: 14,
    lineHeight: 20,
    textAlign: 'start',
    selectors: {
      ':global(*)': { boxSizing: 'border-box' },
      ':global(:focus-visible)': { outline: '2px solid var(--text)', outlineOffset: 2 },
      // Fluent takes the outline from its buttons, with as much weight as the line above.
      '& .ms-Button:focus-visible': { outline: '2px solid var(--text)', outlineOffset: 2 },
      // Our outline does for Fluent's buttons, too; two rings would be one too many.
      ':global(.ms-Button::after)': { display: 'none' },
    },
  },
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    margin: -1,
    padding: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
    border: 0,
  },

  header: { borderBottom: '1px solid var(--line)' },
  headerRow: [
    { display: 'grid', gridTemplateColumns: '28px minmax(0, 1fr)', gap: '2px 12px', padding: '16px 16px 14px', maxWidth: 640, margin: '0 auto', alignItems: 'center' },
  ],
  headerGlyph: { display: 'block', alignSelf: 'start' },
  headline: [resetHeading, breaking, { fontSize: 17, lineHeight: 24, paddingTop: 2, selectors: { ':focus': { outline: 'none' } } }],
  summary: [breaking, { gridColumn: '2', margin: 0, fontSize: 13, lineHeight: 18, color: 'var(--quiet)' }],

  main: { flex: '1 0 auto', width: '100%', maxWidth: 640, margin: '0 auto', padding: 12, display: 'flex', flexDirection: 'column', gap: 12 },
  stack: { display: 'flex', flexDirection: 'column', gap: 12, margin: 0, padding: 0, listStyle: 'none' },

  card: { background: 'var(--surface)', border: '1px solid var(--line)', borderRadius: 8, padding: '12px 14px' },
  cardUnclear: { borderStyle: 'dashed', borderColor: 'var(--unclear)' },
  caption: [breaking, { display: 'flex', alignItems: 'center', gap: 6, fontSize: 12, lineHeight: 16, fontWeight: 600, selectors: { svg: { flex: 'none' } } }],
  title: [resetHeading, breaking, { fontSize: 15, lineHeight: 20, margin: '6px 0 2px' }],
  message: [breaking, { margin: 0 }],

  people: { margin: '10px 0 0', padding: '3px 0', listStyle: 'none', borderTop: '1px solid var(--line)', borderBottom: '1px solid var(--line)' },
  peopleLong: { maxHeight: 272, overflowY: 'auto', overscrollBehavior: 'contain', scrollbarWidth: 'thin' },
  person: {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    padding: '5px 0',
    selectors: { ':not(:last-child)': { borderBottom: '1px solid var(--hairline)' } },
  },
  who: { flex: '1 1 auto', minWidth: 0 },
  // A name may be cut: anybody can choose a long one. An address is shown whole, its end tells whose it is.
  personName: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere', fontSize: 13, lineHeight: 18 },
  personAlone: { display: 'block', overflowWrap: 'anywhere', fontSize: 13, lineHeight: 18 },
  personAddress: { display: 'block', overflowWrap: 'anywhere', fontSize: 12, lineHeight: 16, color: 'var(--quiet)' },
  // Breaks between words only: "An" set one letter a line helps nobody.
  field: [
    { overflowWrap: 'break-word', hyphens: 'auto', flex: '0 1 auto', maxWidth: '40%', padding: '0 7px', border: '1px solid var(--line)', borderRadius: 9, background: 'var(--raised)', fontSize: 11, lineHeight: 16, color: 'var(--quiet)', textAlign: 'center' },
  ],
  plain: {
    margin: '6px -6px 0',
    padding: '3px 6px',
    border: 0,
    borderRadius: 4,
    background: 'none',
    font: 'inherit',
    fontSize: 13,
    lineHeight: 18,
    color: 'var(--link)',
    cursor: 'pointer',
    selectors: { ':hover': { textDecoration: 'underline' } },
  },
  fix: { marginTop: 12, maxWidth: 360 },

  details: {
    marginTop: 8,
    selectors: {
      '&[open] > summary svg': { transform: 'rotate(180deg)' },
    },
  },
  disclosure: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    margin: '0 -6px',
    padding: '4px 6px',
    borderRadius: 4,
    fontSize: 13,
    lineHeight: 18,
    color: 'var(--link)',
    cursor: 'pointer',
    listStyle: 'none',
    selectors: {
      '::-webkit-details-marker': { display: 'none' },
      ':hover': { textDecoration: 'underline' },
      svg: { flex: 'none', transition: 'transform .15s' },
      [still]: { selectors: { svg: { transition: 'none' } } },
    },
  },
  why: [breaking, { margin: '4px 0 0', fontSize: 13, lineHeight: 19 }],
  sourcesHeading: [resetHeading, { margin: '10px 0 2px', fontSize: 12, lineHeight: 16, color: 'var(--quiet)' }],
  sources: { margin: 0, padding: 0, listStyle: 'none' },
  source: [
    breaking,
    {
      display: 'inline-block',
      padding: '2px 0',
      fontSize: 13,
      lineHeight: 18,
      color: 'var(--link)',
      textDecoration: 'underline',
      textUnderlineOffset: '2px',
      selectors: { svg: { verticalAlign: '-2px', marginInlineStart: 4 } },
    },
  ],

  result: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 10px',
    padding: '10px 14px',
    border: '1px solid var(--line)',
    borderRadius: 8,
  },
  resultGlyph: { flex: 'none', alignSelf: 'start' },
  resultText: [breaking, { flex: '1 1 100px', margin: 0 }],
  /** Several sentences: in a narrow pane the button goes below them. */
  resultSentences: [breaking, { flex: '1 1 200px', margin: 0 }],

  acknowledge: { display: 'flex', flexDirection: 'column', gap: 8, padding: '0 2px' },
  conditions: { display: 'flex', flexDirection: 'column', gap: 4, margin: '8px 0 0', padding: 0, listStyle: 'none', fontSize: 13, lineHeight: 18 },
  conditionState: { color: 'var(--quiet)', whiteSpace: 'nowrap' },
  ticks: { display: 'flex', flexDirection: 'column', gap: 8, border: 0, margin: 0, padding: 0, minWidth: 0 },
  tick: { marginLeft: 8, minWidth: 0 },
  ticksLegend: { padding: '0 0 8px', fontWeight: 600, lineHeight: 20 },
  hint: [breaking, { margin: 0, fontSize: 12, lineHeight: 16, color: 'var(--quiet)' }],

  purposeHint: [breaking, { margin: '6px 0 0', fontSize: 12, lineHeight: 16, color: 'var(--quiet)' }],
  suggestion: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 8, margin: '0 0 12px', padding: '10px 12px', borderRadius: 6, border: '1px solid transparent' },
  suggestionText: [breaking, { margin: 0, fontSize: 13, lineHeight: 18 }],

  passed: { padding: '0 2px', selectors: { '&[open] > summary svg': { transform: 'rotate(180deg)' } } },
  passedItem: [breaking, { display: 'flex', alignItems: 'center', gap: 8, padding: '3px 0', fontSize: 13, lineHeight: 18, selectors: { svg: { flex: 'none', display: 'block' } } }],

  clientLine: [breaking, { display: 'grid', gridTemplateColumns: '14px minmax(0, 1fr)', gap: 8, padding: '4px 0', fontSize: 13, lineHeight: 18, selectors: { svg: { display: 'block', marginTop: 2 } } }],

  footer: { borderTop: '1px solid var(--line)' },
  footerRow: [breaking, { maxWidth: 640, margin: '0 auto', padding: '10px 16px 14px', fontSize: 12, lineHeight: 16, color: 'var(--quiet)', selectors: { p: { margin: '0 0 4px' }, 'p:last-child': { margin: 0 } } }],

  whole: { flex: '1 0 auto', display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', gap: 12, padding: '32px 20px', textAlign: 'center', maxWidth: 420, margin: '0 auto' },
  wholeText: [breaking, { margin: 0, color: 'var(--quiet)' }],
});
