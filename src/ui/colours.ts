/** Red, green and blue, 0 to 255. */
type Rgb = readonly [number, number, number];

/** What something is about, told by colour beside an icon and a word, never by colour alone. */
export type Tone = 'good' | 'notice' | 'unclear' | 'warning' | 'stop';
export const TONES: readonly Tone[] = ['good', 'notice', 'unclear', 'warning', 'stop'];

/** The pane's colours by use, as `#rrggbb`. */
export interface Colours {
  readonly dark: boolean;
  readonly page: string;
  /** Cards, one step above the page. */
  readonly surface: string;
  /** Pressed, hovered and marked things on a card. */
  readonly raised: string;
  readonly line: string;
  /** Between the rows of a list. */
  readonly hairline: string;
  readonly text: string;
  /** Second-rank text: addresses, captions. */
  readonly quiet: string;
  /** Links and focus, readable as text. */
  readonly link: string;
  /** The fix button and its label. */
  readonly action: string;
  readonly actionHover: string;
  readonly actionPressed: string;
  readonly onAction: string;
  readonly tones: { readonly [T in Tone]: ToneColours };
}

export interface ToneColours {
  /** Icon and caption, readable on `soft`, on cards and on the page. */
  readonly strong: string;
  /** The wash behind a header or a bar. */
  readonly soft: string;
}

/** Outlook's own colours, as far as the client tells them, as CSS colours. */
export interface HostColours {
  readonly bodyBackground: string | null;
  readonly bodyForeground: string | null;
}

/** WCAG 2.2, success criterion 1.4.3: ordinary text. */
export const TEXT_CONTRAST = 4.5;

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

const DEFAULT_PAGE = { light: '#ffffff', dark: '#1f1f1f' };
const DEFAULT_TEXT = { light: '#242424', dark: '#ffffff' };

const HUES: { readonly [T in Tone]: { readonly light: string; readonly dark: string } } = {
  good: { light: '#0e700e', dark: '#54b054' },
  notice: { light: '#0f6cbd', dark: '#62abf5' },
  unclear: { light: '#5c5fa8', dark: '#a9abe0' },
  warning: { light: '#8a5300', dark: '#e9a23b' },
  stop: { light: '#b10e1c', dark: '#f1707b' },
};

/** Clearer than the hues themselves, which have to be dark or light enough to be read. */
const WASHES: { readonly [T in Tone]: string } = { good: '#13a10e', notice: '#2886de', unclear: '#6b6fd6', warning: '#f2a100', stop: '#e0303e' };

const LINK = { light: '#0f6cbd', dark: '#62abf5' };
const ACTION = { light: '#0f6cbd', dark: '#2477c4' };

/**
 * The pane's colours on Outlook's background, or on our own where Outlook does not tell. Whatever
 * the background, text keeps a contrast of at least 4.5:1 on everything it is written on: colours
 * that fall short are moved towards black or white until they do.
 */
export function coloursFor(host: HostColours | null, prefersDark: boolean): Colours {
  const told = host ? parseColour(host.bodyBackground) : undefined;
  const background = told || rgb(DEFAULT_PAGE[prefersDark ? 'dark' : 'light']);
  // A middle grey carries black or white text, whichever stands out more.
  const dark = contrast(WHITE, background) >= contrast(BLACK, background);
  const side = dark ? 'dark' : 'light';
  const far = dark ? WHITE : BLACK;
  const near = dark ? BLACK : WHITE;
  // Greys in the middle leave text little room, so there cards move away from the text.
  const roomy = contrast(far, background) >= 9;

  const page = dark ? background : mix(background, BLACK, roomy ? 0.035 : 0);
  const surface = dark ? mix(page, roomy ? WHITE : BLACK, roomy ? 0.05 : 0.12) : mix(background, WHITE, 0.7);
  const raised = mix(surface, roomy ? far : near, 0.06);
  const grounds = [page, surface, raised];

  const foreground = host && told ? parseColour(host.bodyForeground) : undefined;
  const text = readable(foreground || rgb(DEFAULT_TEXT[side]), grounds, far, TEXT_CONTRAST);
  const tones = {} as { [T in Tone]: ToneColours };
  for (const tone of TONES) {
    const hue = rgb(HUES[tone][side]);
    const soft = roomy ? mix(surface, rgb(WASHES[tone]), dark ? 0.14 : 0.1) : surface;
    tones[tone] = { soft: hex(soft), strong: hex(readable(hue, [...grounds, soft], far, TEXT_CONTRAST)) };
  }
  const washes = TONES.map((tone) => rgb(tones[tone].soft));
  const action = readable(rgb(ACTION[side]), [WHITE], BLACK, TEXT_CONTRAST);
  return {
    dark,
    page: hex(page),
    surface: hex(surface),
    raised: hex(raised),
    line: hex(mix(surface, far, dark ? 0.16 : 0.13)),
    hairline: hex(mix(surface, far, dark ? 0.09 : 0.06)),
    text: hex(readable(text, [...grounds, ...washes], far, TEXT_CONTRAST)),
    quiet: hex(readable(mix(text, surface, 0.3), [...grounds, ...washes], far, TEXT_CONTRAST)),
    link: hex(readable(rgb(LINK[side]), [...grounds, ...washes], far, TEXT_CONTRAST)),
    action: hex(action),
    actionHover: hex(mix(action, BLACK, 0.14)),
    actionPressed: hex(mix(action, BLACK, 0.28)),
    onAction: '#ffffff',
    tones,
  };
}

/** A step between two colours, for what Fluent derives from its greys. */
export function between(from: string, to: string, share: number): string {
  return hex(mix(rgb(from), rgb(to), share));
}

/** WCAG contrast of two `#rrggbb` colours, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  return contrast(rgb(one), rgb(other));
}

/** `#rgb`, `#rrggbb`, `#aarrggbb` as old Outlook writes it, or `rgb(r, g, b)`; `undefined` for anything else. */
export function parseColour(text: string | null): Rgb | undefined {
  const value = (text || '').trim().toLowerCase();
  const long = /^#(?:[0-9a-f]{2})?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(value);
  if (long) return triple(long.slice(1).map((part) => parseInt(part, 16)));
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(value);
  if (short) return triple(short.slice(1).map((part) => parseInt(part + part, 16)));
  const numbers = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\b[^)]*\)$/.exec(value);
  return numbers ? triple(numbers.slice(1).map((part) => Math.min(255, Number(part)))) : undefined;
}

function triple(parts: readonly number[]): Rgb {
  return [parts[0] || 0, parts[1] || 0, parts[2] || 0];
}

function rgb(text: string): Rgb {
  const colour = parseColour(text);
  if (!colour) throw new Error(`not a colour: ${text}`);
  return colour;
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => `0${Math.round(part).toString(16)}`.slice(-2)).join('')}`;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return [0, 1, 2].map((index) => Math.round((from[index] as number) * (1 - share) + (to[index] as number) * share)) as unknown as Rgb;
}

/** The colour itself if it stands out from all grounds, else the first step towards `far` that does. */
function readable(colour: Rgb, grounds: readonly Rgb[], far: Rgb, least: number): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const tried = mix(colour, far, share);
    if (grounds.every((ground) => contrast(tried, ground) >= least)) return tried;
  }
  return far;
}

function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance (WCAG 2.2, definitions). */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
