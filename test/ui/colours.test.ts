import fc from 'fast-check';
import { type Colours, coloursFor, contrastOf, parseColour, TEXT_CONTRAST, TONES } from '../../src/ui/colours';

const hexColour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map((parts) => `#${parts.map((part) => `0${part.toString(16)}`.slice(-2)).join('')}`);

/** Every text in the pane with everything it is written on. */
function pairs(colours: Colours): readonly (readonly [string, string, string])[] {
  const grounds: readonly (readonly [string, string])[] = [
    ['page', colours.page],
    ['surface', colours.surface],
    ['raised', colours.raised],
    ...TONES.map((tone) => [`${tone} wash`, colours.tones[tone].soft] as const),
  ];
  const texts: readonly (readonly [string, string])[] = [
    ['text', colours.text],
    ['quiet', colours.quiet],
    ['link', colours.link],
  ];
  return [
    ...texts.flatMap(([what, colour]) => grounds.map(([where, ground]) => [`${what} on ${where}`, colour, ground] as const)),
    ...TONES.flatMap((tone) => [colours.page, colours.surface, colours.tones[tone].soft].map((ground) => [`${tone}`, colours.tones[tone].strong, ground] as const)),
    ...[colours.action, colours.actionHover, colours.actionPressed].map((ground) => ['button label', colours.onAction, ground] as const),
  ];
}

function tooFaint(colours: Colours): readonly string[] {
  return pairs(colours).filter(([, text, ground]) => contrastOf(text, ground) < TEXT_CONTRAST).map(([what, text, ground]) => `${what}: ${text} on ${ground}`);
}

test.each([
  ['without a word from Outlook, light', null, false, false],
  ['without a word from Outlook, dark', null, true, true],
  ['Outlook white', { bodyBackground: '#FFFFFF', bodyForeground: '#212121' }, true, false],
  ['Outlook dark grey', { bodyBackground: '#666666', bodyForeground: '#FFFFFF' }, false, true],
  ['Outlook black', { bodyBackground: '#262626', bodyForeground: '#FFFFFF' }, false, true],
  ['high contrast', { bodyBackground: '#000000', bodyForeground: '#FFFF00' }, false, true],
])('%s: every text can be read', (_, host, prefersDark, dark) => {
  const colours = coloursFor(host, prefersDark);
  expect(tooFaint(colours)).toEqual([]);
  expect(colours.dark).toBe(dark);
});

test('whatever colours Outlook tells, every text can be read', () => {
  fc.assert(
    fc.property(hexColour, hexColour, fc.boolean(), (bodyBackground, bodyForeground, prefersDark) => {
      expect(tooFaint(coloursFor({ bodyBackground, bodyForeground }, prefersDark))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('Outlook’s own text colour is kept where it can be read', () => {
  expect(coloursFor({ bodyBackground: '#000000', bodyForeground: '#ffff00' }, false).text).toBe('#ffff00');
});

test('the system’s choice counts where Outlook says something that is no colour', () => {
  const strange = { bodyBackground: 'inherit', bodyForeground: 'url(javascript:alert(1))' };
  expect(coloursFor(strange, true)).toEqual(coloursFor(null, true));
});

test.each([
  ['#FFA500', [255, 165, 0]],
  ['#fa5', [255, 170, 85]],
  ['#ffFFA500', [255, 165, 0]],
  ['rgb(1, 2, 3)', [1, 2, 3]],
  ['rgba(1 2 3 / 50%)', [1, 2, 3]],
  ['rgb(999, 0, 0)', [255, 0, 0]],
  ['', undefined],
  ['red', undefined],
  ['#12345', undefined],
])('reads %s', (text, expected) => expect(parseColour(text)).toEqual(expected));
