import fc from 'fast-check';
import { endOfOwnText } from '../../src/outlook/end-of-own-text';
import { growthOf, TOO_MUCH } from '../core/growth';

/** The HTML with a mark where own text ends: `|` in front of quoted mail, `#` at the end. */
function marked(html: string): string | null {
  const end = endOfOwnText(html);
  return end && `${html.slice(0, end.at)}${end.quoted ? '|' : '#'}${html.slice(end.at)}`;
}

const OWN = '<div>Guten Tag,</div><div><br></div><div>anbei das Angebot.</div>';
const HEADING = '<p class=MsoNormal><b><span lang=DE>Von:</span></b> Anna Arendt &lt;anna@oak.example&gt; <br><b>Gesendet:</b> Montag</p>';

describe('own text ends in front of what', () => {
  test.each([
    ['Outlook on the web quotes', '<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Anna</div><div>Old</div>'],
    ['Outlook on the web quotes, without its first marker', '<hr tabindex="-1" style="display:inline-block; width:98%"><div id="divRplyFwdMsg">Old</div>'],
    ['Outlook on the web quotes, without its line', '<div dir="ltr" id="divRplyFwdMsg"><b>From:</b> Anna</div>'],
    ['new Outlook and phones quote', '<div id="mail-editor-reference-message-container"><div>Old</div></div>'],
    ['a phone quotes', '<div class="ms-outlook-mobile-reference-message skipProofing"><div>Old</div></div>'],
    ['an earlier Outlook quoted, with names made harmless', '<div id="x_x_divRplyFwdMsg">Old</div>'],
    ['classic Outlook quotes', `<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>${HEADING}</div></div>`],
    ['classic Outlook quotes, as a browser writes it', `<div style="border-right: none; border-bottom: none; border-left: none; border-image: initial; border-top: 1pt solid rgb(225, 225, 225); padding: 3pt 0in 0in;">${HEADING}</div>`],
    ['classic Outlook quotes in another language', `<div style='border:none;border-top:solid #B5C4DF 1.0pt'><p><b>Fra :</b> Anna</p></div>`],
    ['Gmail quotes', '<div class="gmail_quote gmail_quote_container"><div>On Monday</div></div>'],
    ['Apple Mail quotes', '<blockquote type="cite"><div>Old</div></blockquote>'],
    ['Thunderbird quotes', '<div class="moz-cite-prefix">Am Montag schrieb Anna:</div><blockquote type="cite">Old</blockquote>'],
    ['an old setting of Outlook quotes', '<p class=MsoNormal><span>-----Original Message-----<br>From: Anna</span></p>'],
    ['the same setting quotes in German', '<p>-----Urspr&uuml;ngliche Nachricht-----<br>Von: Anna</p>'],
  ])('%s', (_, quotation) => {
    expect(marked(`<html><head><style>p{margin:0}</style></head><body lang=DE>${OWN}${quotation}</body></html>`)).toBe(`<html><head><style>p{margin:0}</style></head><body lang=DE>${OWN}|${quotation}</body></html>`);
  });
});

test.each([
  ['a fragment', OWN, `${OWN}#`],
  ['a page', `<html><body>${OWN}</body></html>`, `<html><body>${OWN}#</body></html>`],
  ['nothing', '', '#'],
  ['a quotation alone', '<html><body><div id="divRplyFwdMsg">Old</div></body></html>', '<html><body>|<div id="divRplyFwdMsg">Old</div></body></html>'],
  ['a signature under a line', `${OWN}<div style="border-top:solid #ccc 1pt">Mara Own, Own GmbH</div>`, `${OWN}<div style="border-top:solid #ccc 1pt">Mara Own, Own GmbH</div>#`],
  ['an indented paragraph of the sender’s own', '<blockquote style="margin-left:40px">Own</blockquote>', '<blockquote style="margin-left:40px">Own</blockquote>#'],
  ['a marker in an attribute', `<p title="<div id='divRplyFwdMsg'>">Own</p>`, `<p title="<div id='divRplyFwdMsg'>">Own</p>#`],
  ['a marker in a comment', '<!-- <div id="divRplyFwdMsg"> -->Own', '<!-- <div id="divRplyFwdMsg"> -->Own#'],
  ['a marker in a comment for Word', '<!--[if gte mso 9]><div id="divRplyFwdMsg"></div><![endif]-->Own', '<!--[if gte mso 9]><div id="divRplyFwdMsg"></div><![endif]-->Own#'],
  ['a marker in a style sheet', '<style>/* <div id="divRplyFwdMsg"> */</style>Own', '<style>/* <div id="divRplyFwdMsg"> */</style>Own#'],
  ['the end of a page in a style sheet', '<body><style></body></style>Own</body>', '<body><style></body></style>Own#</body>'],
  ['a marker that the sender writes about', '<p>&lt;div id="divRplyFwdMsg"&gt;</p>', '<p>&lt;div id="divRplyFwdMsg"&gt;</p>#'],
  ['a quote sign in an attribute without quotes', `<p title=it's>Own</p><div id=divRplyFwdMsg>it's</div>`, `<p title=it's>Own</p>|<div id=divRplyFwdMsg>it's</div>`],
  ['a stray <', '<p>1 < 2 <3</p>', '<p>1 < 2 <3</p>#'],
  ['an empty comment', '<!-->Own<!--->Own', '<!-->Own<!--->Own#'],
  ['what is only called Word', '<?xml:namespace prefix = o /><p>Own<o:p></o:p></p>', '<?xml:namespace prefix = o /><p>Own<o:p></o:p></p>#'],
])('own text ends rightly in %s', (_, html, expected) => {
  expect(marked(html)).toBe(expected);
});

test.each([
  ['a tag', '<p>Own</p><div id="divRply'],
  ['a tag name', '<p>Own</p><div'],
  ['an end tag', '<p>Own</p'],
  ['an attribute in quotes', '<p title="Own</p>'],
  ['a comment', '<p>Own</p><!-- not closed'],
  ['a style sheet', '<style>p{}'],
])('HTML that breaks off in %s is not readable', (_, html) => {
  expect(endOfOwnText(html)).toBeNull();
});

test('whatever the HTML is, nothing throws, and what is in front and behind is all of it', () => {
  const pieces = fc.array(fc.oneof(
    fc.constantFrom('<div>', '</div>', '<', '>', '"', "'", '<!--', '-->', '<div id="divRplyFwdMsg">', '<p title=', 'x', ' ', '&nbsp;', '<style>', '</style>', '</body>', '<hr tabindex="-1" width="98%">', '<br/>', '=', '/'),
    fc.string({ maxLength: 5 }),
  ), { maxLength: 25 });
  fc.assert(fc.property(pieces, (parts) => {
    const html = parts.join('');
    const end = endOfOwnText(html);
    if (end !== null) expect(end.at >= 0 && end.at <= html.length).toBe(true);
  }), { numRuns: 3000 });
});

test.each([
  ['tags', '<p>a</p>'], ['rules above', '<div style="border-top:1px solid">'], ['stray brackets', '<'], ['open comments', '<!--'], ['style sheets', '<style></style>'],
  ['attributes', '<p a=b c="d" e>'], ['slashes', '<p ///////>'], ['quote signs', '"'], ['bogus comments', '<!x>'],
])('a million characters of %s are read in time that grows with their number, not its square', (_, piece) => {
  expect(growthOf(endOfOwnText, piece)).toBeLessThan(TOO_MUCH);
  expect(() => endOfOwnText(piece.repeat(Math.floor(1_000_000 / piece.length)))).not.toThrow();
});
