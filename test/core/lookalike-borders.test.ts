import fc from 'fast-check';
import { normaliseDomain } from '../../src/core/address';
import { isKnownDomain, lookalikesBeside, lookalikesOf } from '../../src/core/lookalike/lookalikes';
import { type LookalikeIndex, lookalikeIndex } from '../../src/core/lookalike/lookalike-index';
import type { RegistrableDomain } from '../../src/core/organisation';
import { typingErrors } from '../../src/core/typing-errors';
import { registrableDomain as compact } from '../../src/reference/public-suffixes/compact';
import { registrableDomain as exact } from '../../src/reference/public-suffixes/exact';
import { growthOf, TOO_MUCH } from './growth';
import { manyDomains } from './many-domains';

/*
 * Where one kind of likeness, or one weight, ends and the next begins, name by name; and how little
 * of a long list is looked at.
 */

const ascii = (domain: string) => normaliseDomain(domain) as string;

function found(known: readonly string[], asked: string, suffixes: RegistrableDomain = exact): readonly string[] {
  return lookalikesOf(lookalikeIndex(known.map(ascii), suffixes), ascii(asked)).map(({ domain, kind, likeness }) => `${domain} ${kind} ${likeness}`);
}

test.each([
  // Two letters are a name too short to be mistyped, three and four may be turned, five and more may have a slip.
  ['ko.example', 'ok.example', null],
  ['umle.example', 'ulme.example', 'typo weak'],
  ['ulmr.example', 'ulme.example', null],
  ['eihce.example', 'eiche.example', 'typo strong'],
  ['eichr.example', 'eiche.example', 'typo weak'],
  ['birkbs.example', 'birkba.example', 'typo weak'],
  ['birkbo.example', 'birkba.example', null],
  ['birkbsu.example', 'birkbau.example', 'typo strong'],
  ['birkbou.example', 'birkbau.example', 'typo weak'],
  ['ahornwark.example', 'ahornwerk.example', 'typo weak'],
  ['ahornwarke.example', 'ahornwerke.example', 'typo strong'],
  ['ahronwrekba.example', 'ahornwerkba.example', null],
  ['ahronwrekbau.example', 'ahornwerkbau.example', 'typo strong'],
  // A slip is one difference, another ending or a dot would be a second one.
  ['onw.de', 'own.com', null],
  ['ahornwrek.uk', 'ahornwerk.co.uk', null],
  ['mailoka.example', 'mail.oak.example', null],
  ['mail.oka.example', 'mailoak.example', null],
  ['mail.ahornwrek.example', 'mailahornwerk.example', null],

  // Endings.
  ['oak.con', 'oak.com', 'typo weak'],
  ['ulme.con', 'ulme.com', 'typo weak'],
  ['eiche.con', 'eiche.com', 'typo strong'],
  ['ahornwerk.dw', 'ahornwerk.de', 'otherEnding weak'],
  ['ok.de', 'ok.com', null],
  ['ulme.at', 'ulme.de', 'otherEnding faint'],
  ['eiche.at', 'eiche.de', 'otherEnding weak'],
  ['o-ak.de', 'oak.com', null],
  ['mailoak.de', 'mail.oak.com', null],
  ['mail.oak.de', 'mailoak.com', null],
  ['mail.oak.de', 'mail.oak.com', 'otherEnding faint'],
  ['ahornwerk.con', 'ahornwerk.com.tr', 'otherEnding weak'],
  ['ahornwerk.co.uk', 'ahornwerk.com.br', 'otherEnding weak'],
  ['ahornwerk.co.ni', 'ahornwerk.co.in', 'typo strong'],

  // Dots and hyphens.
  ['o-k.example', 'ok.example', null],
  ['ul-me.example', 'ulme.example', 'punctuation faint'],
  ['ei-che.example', 'eiche.example', 'punctuation strong'],
  ['mail.oak.example', 'mailoak.example', 'punctuation strong'],

  // Letters that look alike.
  ['0k.example', 'ok.example', 'homoglyph faint'],
  ['0ak.de', 'oak.com', null],
  ['ahornwerkl.example', 'ahornwerk1.example', 'homoglyph strong'],
  ['oakbau.example', '0akbau.example', 'homoglyph strong'],
  ['kem.example', 'kern.example', 'homoglyph faint'],
  ['stem.example', 'stern.example', 'homoglyph weak'],
  ['modem.de', 'modern.com', null],
  ['mül-ler.example', 'müller.example', 'punctuation strong'],
  ['straße.example', 'strasse.example', 'homoglyph weak'],
  ['strasse.example', 'straße.example', 'homoglyph weak'],
  ['größe.example', 'groesse.example', 'homoglyph weak'],

  // Words in another order.
  ['ab-c.example', 'c-ab.example', 'swappedLabels faint'],
  ['ab-cd.example', 'cd-ab.example', 'swappedLabels faint'],
  ['ab-cde.example', 'cde-ab.example', 'swappedLabels strong'],
  ['firm-oak.de', 'oak-firm.com', null],
  ['lang-roth-klein.example', 'lang-klein-roth.example', 'swappedLabels strong'],
  ['lang-roth-klein.example', 'roth-lang-klein.example', 'swappedLabels strong'],
  ['lang-roth-klein.example', 'roth-klein-lang.example', 'swappedLabels strong'],
  ['lang-roth-klein.example', 'klein-lang-roth.example', 'swappedLabels strong'],
  ['lang-roth-klein.example', 'klein-roth-lang.example', 'swappedLabels strong'],
  ['lang-roth-klein-bau.example', 'klein-lang-roth.example', null],

  // A word that says little.
  ['ok-gmbh.example', 'ok.example', null],
  ['ulme-gmbh.example', 'ulme.example', 'addedWord faint'],
  ['eiche-gmbh.example', 'eiche.example', 'addedWord weak'],
  ['ok.example', 'okag.example', null],
  ['ulme.example', 'ulme-gmbh.example', 'addedWord faint'],
  ['eiche.example', 'eiche-gmbh.example', 'addedWord weak'],
  ['oak-firm.example', 'oak-firm-gmbh.example', 'addedWord weak'],
  ['ahornwerk-gmbh.de', 'ahornwerk.com', null],
  ['ahornwerk.de', 'ahornwerk-gmbh.com', null],
  ['gmbh--ahornwerk.example', 'ahornwerk.example', 'addedWord weak'],
  ['bau-ahornwerk-gmbh.example', 'ahornwerk.example', null],
  ['mail-oak-firm-group.example', 'oak-firm.example', 'addedWord weak'],
  ['internationalahornwerk.example', 'ahornwerk.example', 'addedWord weak'],
  ['xyahornwerk.example', 'ahornwerk.example', null],
  ['ahornwerkxy.example', 'ahornwerk.example', null],
  ['gruenahornwerk.example', 'ahornwerk.example', null],
  ['ahornwerkevil.example', 'ahornwerk.example', null],
  ['ahornwrke-gmbh.example', 'ahornwerk.example', null],
  ['wwwoak.de', 'oak.com', null],
  ['wwwoak-firm.example', 'oak-firm.example', 'punctuation strong'],
  ['oak-firmonline.example', 'oak-firm.example', 'addedWord weak'],

  // A known domain within another one.
  ['oak-com.elm', 'oak.com', 'embedded faint'],
  ['ulme-com.elm', 'ulme.com', 'embedded faint'],
  ['ahorn-com.elm', 'ahorn.com', 'embedded strong'],
  ['ahorncom.elm', 'ahorn.com', 'embedded strong'],
  ['ulmecom.elm', 'ulme.com', null],
  ['oakcom.elm', 'oak.com', null],
  ['comoak.elm', 'oak.com', null],
  ['oak.fir.elm.example', 'oak.example', null],
  ['x.oak.example.elm.example', 'oak.example', 'embedded strong'],
  ['xoak.example.elm.example', 'oak.example', null],
  ['ahornwerk.fr.example', 'ahornwerk.fr', 'embedded strong'],
  ['ahornwerk.co.za.example', 'ahornwerk.co.za', 'embedded strong'],
  ['mail.ahornwerk.fr', 'ahornwerk.com', 'otherEnding weak'],
])('%s for %s: %s', (asked, known, expected) => {
  expect(found([known], asked)).toEqual(expected === null ? [] : [`${ascii(known)} ${expected}`]);
});

test('of likenesses of one weight the plainer kind comes first, of one firm the better likeness, then the shorter host, then the one named first', () => {
  expect(found(['ahornwrek.com', 'ah0rnwerk.com'], 'ahornwerk.com')).toEqual(['ah0rnwerk.com homoglyph strong', 'ahornwrek.com typo strong']);
  expect(found(['müller.example', 'muelelr.example'], 'mueller.example')).toEqual(['muelelr.example typo strong', 'xn--mller-kva.example homoglyph weak']);
  expect(found(['ahornwerk.at', 'ahornwrek.com'], 'ahornwerk.com')).toEqual(['ahornwrek.com typo strong', 'ahornwerk.at otherEnding weak']);
  expect(found(['web1.ahornwerk.example', 'web2.ahornwerk.example'], 'ahornwrek.example')).toEqual(['web1.ahornwerk.example typo strong']);
  expect(found(['web1.ahornwerk.example', 'w.ahornwerk.example'], 'ahornwrek.example')).toEqual(['w.ahornwerk.example typo strong']);
  // By its own name a slip away, by its host's name only a dot.
  expect(found(['ahornwerkl.example', 'mail.ahornwerk.example'], 'mailahornwerk.example')).toEqual(['mail.ahornwerk.example punctuation strong']);
});

test('what is no domain name with an ending is known to nobody and changes nothing', () => {
  const strange = ['localhost', '[192.0.2.1]', 'ahornwerk', 'ahornwerk.', '.ahornwerk', ''];
  const index = lookalikeIndex([...strange, 'ahornwerk.example', ...strange], exact);
  for (const domain of strange) expect([isKnownDomain(index, domain), lookalikesOf(index, domain), lookalikesBeside(index, domain)]).toEqual([false, [], []]);
  expect(lookalikesOf(index, 'ahornwrek.example').map(({ domain }) => domain)).toEqual(['ahornwerk.example']);
});

test('whoever is below a known domain, or beside it, is known', () => {
  const index = lookalikeIndex(['mail.oak.example', 'elm.co.uk'], exact);
  for (const domain of ['oak.example', 'mail.oak.example', 'post.oak.example', 'elm.co.uk', 'x.elm.co.uk']) expect([domain, isKnownDomain(index, domain)]).toEqual([domain, true]);
  for (const domain of ['oaks.example', 'oak.example.elm.example', 'oak.com', 'co.uk', 'ash.co.uk', 'kao.example']) expect([domain, isKnownDomain(index, domain)]).toEqual([domain, false]);
});

test('a domain of the list is held against the others, never against what belongs to the same firm', () => {
  const index = lookalikeIndex(['mail.ahornwerk.example', 'ahornwerk.example', 'mai1.ahornwerk.example', 'ahornwrek.example'], exact);
  expect(lookalikesBeside(index, 'mail.ahornwerk.example').map(({ domain }) => domain)).toEqual(['ahornwrek.example']);
  expect(lookalikesBeside(index, 'ahornwrek.example').map(({ domain }) => domain)).toEqual(['ahornwerk.example']);
});

test('a suffix list that takes a firm for a suffix has it compared as it stands', () => {
  expect(found(['ahornwerk.b.c.example'], 'ahornwrek.b.c.example', () => undefined)).toEqual(['ahornwerk.b.c.example typo strong']);
});

test('among many, a domain finds what it finds among few', () => {
  const known = manyDomains(150);
  const index = lookalikeIndex(known, compact);
  const each = known.map((domain) => lookalikeIndex([domain], compact));
  const slips = fc.record({ of: fc.constantFrom(...known), at: fc.nat(), and: fc.nat(), what: fc.constantFrom('turn', 'drop', 'double', 'dot', 'com', 'gmbh', 'dropTwo') });
  fc.assert(fc.property(slips, ({ of, at, and, what }) => {
    const stop = of.indexOf('.');
    const place = at % Math.max(1, stop - 1);
    const [before, letter, next, after] = [of.slice(0, place), of.charAt(place), of.charAt(place + 1), of.slice(place + 2)];
    const shorter = before + next + after;
    const other = and % Math.max(1, stop - 1);
    const asked = { turn: before + next + letter + after, drop: shorter, double: before + letter + letter + next + after, dot: `${before}${letter}-${next}${after}`, com: `${of.slice(0, stop)}.com`, gmbh: `${of.slice(0, stop)}-gmbh${of.slice(stop)}`, dropTwo: shorter.slice(0, other) + shorter.slice(other + 1) }[what];
    fc.pre(/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(asked));
    const alone = isKnownDomain(index, asked) ? [] : each.flatMap((one) => lookalikesOf(one, asked).map(({ domain, kind, likeness }) => `${domain} ${kind} ${likeness}`));
    // Of several hosts of one firm one is told.
    for (const like of lookalikesOf(index, asked)) expect(alone).toContain(`${like.domain} ${like.kind} ${like.likeness}`);
    const firms = (lines: readonly string[]) => new Set(lines.map((text) => compact(text.split(' ')[0] as string))).size;
    expect(lookalikesOf(index, asked)).toHaveLength(firms(alone));
  }), { numRuns: 200 });
});

test('fifty strange domains look at a dozen each of a thousand known ones, and are compared with hardly any', () => {
  const domains = manyDomains(1_050);
  const index = lookalikeIndex(domains.slice(50), compact);
  let looks = 0;
  let comparisons = 0;
  const watched = (chains: LookalikeIndex['begins']) => ({ ...chains, next: new Proxy(chains.next, { get: (next, form) => { looks += 1; return next[Number(form)]; } }) });
  for (const domain of domains.slice(0, 50)) {
    lookalikesOf({ ...index, begins: watched(index.begins), ends: watched(index.ends), sames: watched(index.sames) }, domain, (...names) => { comparisons += 1; return typingErrors(...names); });
  }
  expect(looks).toBeLessThan(800);
  expect(comparisons).toBeLessThan(40);
});

test('a domain of very many words takes no longer than in proportion to them', () => {
  const index = lookalikeIndex(['ahornwerk.example'], exact);
  for (const words of ['mail-', 'x-']) expect(growthOf((text) => lookalikesOf(index, `${text}ahornwerk.example`), words, 2_000)).toBeLessThan(TOO_MUCH);
});
