import fc from 'fast-check';
import { normaliseDomain } from '../../src/core/address';
import { lookalikesOf } from '../../src/core/lookalike/lookalikes';
import { lookalikeIndex } from '../../src/core/lookalike/lookalike-index';
import { typingErrors } from '../../src/core/typing-errors';
import { registrableDomain as compact } from '../../src/reference/public-suffixes/compact';
import { registrableDomain as exact } from '../../src/reference/public-suffixes/exact';
import { manyDomains } from './many-domains';

const ascii = (domain: string) => normaliseDomain(domain) as string;

/** `oak.example typo strong`, best first. */
function found(known: readonly string[], asked: string, suffixes = exact): readonly string[] {
  return lookalikesOf(lookalikeIndex(known.map(ascii), suffixes), ascii(asked)).map(({ domain, kind, likeness }) => `${domain} ${kind} ${likeness}`);
}

describe.each([['the whole suffix list', exact], ['the compact one', compact]] as const)('with %s', (_, suffixes) => {
  test.each([
    // slips of the finger
    ['ahornwrek.example', 'ahornwerk.example', 'typo strong'],
    ['ahornwek.example', 'ahornwerk.example', 'typo strong'],
    ['ahornwerkk.example', 'ahornwerk.example', 'typo strong'],
    ['ahornwetk.example', 'ahornwerk.example', 'typo strong'],
    ['ahornwark.example', 'ahornwerk.example', 'typo weak'],
    ['versciherungskamer.example', 'versicherungskammer.example', 'typo strong'],
    ['versixherungskamner.example', 'versicherungskammer.example', 'typo weak'],
    ['gmial.com', 'gmail.com', 'typo strong'],
    ['gmai.com', 'gmail.com', 'typo weak'],
    ['gnail.com', 'gmail.com', 'typo weak'],
    ['buche.example', 'buchen.example', 'typo weak'],
    ['onw.example', 'own.example', 'typo weak'],
    ['oakk.example', 'oak.example', 'typo weak'],
    ['mail.ahornwrek.example', 'ahornwerk.example', 'typo strong'],
    ['ahornwrek.co.uk', 'ahornwerk.co.uk', 'typo strong'],
    // in the ending
    ['gmail.con', 'gmail.com', 'typo strong'],
    ['gmail.co', 'gmail.com', 'typo strong'],
    ['ahornwerk.ed', 'ahornwerk.de', 'typo strong'],
    ['ahornwerk.at', 'ahornwerk.de', 'otherEnding weak'],
    ['ahornwerk.uk', 'ahornwerk.co.uk', 'otherEnding weak'],
    ['oak.de', 'oak.com', 'otherEnding faint'],
    ['oak.com.tr', 'oak.com', 'otherEnding faint'],
    ['mailing.de', 'ing.de', 'addedWord faint'],
    ['ahornwerk.corn', 'ahornwerk.com', 'homoglyph strong'],
    // dots and hyphens
    ['mailoak.example', 'mail.oak.example', 'punctuation strong'],
    ['ma.iloak.example', 'mail.oak.example', 'punctuation strong'],
    ['wwwoak.example', 'oak.example', 'punctuation strong'],
    ['www-oak.example', 'oak.example', 'punctuation strong'],
    ['oakfirm.example', 'oak-firm.example', 'punctuation strong'],
    ['o-ak.example', 'oak.example', 'punctuation faint'],
    // words
    ['firm-oak.example', 'oak-firm.example', 'swappedLabels strong'],
    ['oak.mail.example', 'mail.oak.example', 'swappedLabels strong'],
    ['lang-roth-klein.example', 'klein-lang-roth.example', 'swappedLabels strong'],
    ['ahornwerk-gmbh.example', 'ahornwerk.example', 'addedWord weak'],
    ['ahornwerkgmbh.example', 'ahornwerk.example', 'addedWord weak'],
    ['ahornwerk.example', 'ahornwerk-gmbh.example', 'addedWord weak'],
    ['mail-ahornwerk-group.example', 'ahornwerk.example', 'addedWord weak'],
    ['oak-gmbh.example', 'oak.example', 'addedWord faint'],
    ['ahornwerk-com.elm', 'ahornwerk.com', 'embedded strong'],
    ['oak.example.elm.example', 'oak.example', 'embedded strong'],
    ['login.oak.co.uk.elm.example', 'oak.co.uk', 'embedded strong'],
    // letters that look alike
    ['0ak.example', 'oak.example', 'homoglyph strong'],
    ['ahornwerk1.example', 'ahornwerkl.example', 'homoglyph strong'],
    ['modem.example', 'modern.example', 'homoglyph strong'],
    ['modern.example', 'modem.example', 'homoglyph strong'],
    ['vveide.example', 'weide.example', 'homoglyph strong'],
    ['clorfbau.example', 'dorfbau.example', 'homoglyph strong'],
    ['оak.example', 'oak.example', 'mixedScripts strong'],
    ['оак.example', 'oak.example', 'homoglyph strong'],
    ['аһогп.example', 'ahorn.example', undefined],
    ['оhогп.example', 'ohorп.example', 'mixedScripts strong'],
    ['oɑk.example', 'oak.example', 'homoglyph strong'],
    ['oạk.example', 'oak.example', 'homoglyph strong'],
    ['øak.example', 'oak.example', 'homoglyph strong'],
    ['müller.example', 'mueller.example', 'homoglyph weak'],
    ['mueller.example', 'müller.example', 'homoglyph weak'],
    ['muller.example', 'müller.example', 'homoglyph weak'],
    ['strasse.example', 'straße.example', 'homoglyph weak'],
  ])('%s for %s: %s', (asked, known, expected) => {
    expect(found([known], asked, suffixes)).toEqual(expected === undefined ? [] : [`${ascii(known)} ${expected}`]);
  });

  test.each([
    ['gmx.net', ['gmx.de', 'gmx.net']],
    ['post.oak.example', ['mail.oak.example']],
    ['oak.example', ['mail.oak.example']],
    ['mai1.oak.co.uk', ['mail.oak.co.uk', 'oak.co.uk']],
    ['ibg.de', ['ing.de']],
    ['bmi.bund.de', ['bmw.de']],
    ['web.de', ['wbe-bau.de']],
    ['bosch.example', ['busch.example']],
    ['meyer.example', ['meier.example']],
    ['maier.example', ['meier.example']],
    ['schule12.example', ['schule13.example']],
    ['stadtwerke-2025.example', ['stadtwerke-2026.example']],
    ['elm.example', ['oak.example', 'ash.example', 'own.example', 'fir.example']],
    ['linde-bau.example', ['linde-bank.example']],
    ['ahornwrek.at', ['ahornwerk.de']],
    ['x.com', ['y.com']],
    ['co.uk', ['oak.co.uk', 'com.uk']],
    ['localhost', ['localhost.example']],
    ['[192.0.2.1]', ['[192.0.2.2]', 'oak.example']],
  ])('%s is nobody’s double', (asked, known) => {
    expect(found(known, asked, suffixes)).toEqual([]);
  });
});

test('the likeliest comes first, then the one that was named first; a domain and its mail host are one', () => {
  expect(found(['ahornwark.example', 'ahornwerk.at', 'mail.ahornwerk.example', 'ahornwerk.example', 'ahorn-werk.ch'], 'ahornwerl.example')).toEqual(['ahornwerk.example typo strong']);
  expect(found(['ahornwerk.at', 'ahornwerk.de', 'ahornwrek.com'], 'ahornwerk.com')).toEqual([
    'ahornwrek.com typo strong', 'ahornwerk.at otherEnding weak', 'ahornwerk.de otherEnding weak',
  ]);
});

test('nothing is known, nothing resembles', () => {
  expect(found([], 'oak.example')).toEqual([]);
});

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');
const names = fc.array(fc.constantFrom(...LETTERS), { minLength: 7, maxLength: 20 }).map((letters) => letters.join(''));

test('whichever letter of a longer name is left out, doubled or turned, the name is found', () => {
  fc.assert(fc.property(names, fc.nat(), fc.constantFrom('out', 'twice', 'turned'), (name, place, slip) => {
    const at = place % (name.length - 1);
    const [before, letter, next, after] = [name.slice(0, at), name.charAt(at), name.charAt(at + 1), name.slice(at + 2)];
    const typed = { out: before + next + after, twice: before + letter + letter + next + after, turned: before + next + letter + after }[slip];
    fc.pre(typed !== name);
    expect(found([`${name}.example`], `${typed}.example`).map((text) => text.split(' ')[0])).toEqual([`${name}.example`]);
  }));
});

test('no known domain resembles another, and the answer does not depend on the order they are in', () => {
  const domains = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-c01.-]{1,8}$/), fc.constantFrom('de', 'com', 'co.uk')).map(([name, ending]) => `${name}.${ending}`.replace(/[.-]*\.[.-]*/g, '.').replace(/^[.-]+/, '')), { minLength: 1, maxLength: 8 });
  fc.assert(fc.property(domains, fc.nat(), (known, at) => {
    for (const domain of known) expect(found(known, domain)).toEqual([]);
    const asked = known[at % known.length] as string;
    const others = known.filter((domain) => domain !== asked);
    expect([...found(others, asked)].sort()).toEqual([...found([...others].reverse(), asked)].sort());
  }));
});

test('500 domains asked about are compared with a handful each of 10,000 known ones', () => {
  const domains = manyDomains(10_500);
  const index = lookalikeIndex(domains.slice(500), compact);
  let comparisons = 0;
  for (const domain of domains.slice(0, 500)) {
    lookalikesOf(index, domain, (...names) => {
      comparisons += 1;
      return typingErrors(...names);
    });
  }
  expect(comparisons).toBeGreaterThan(100);
  expect(comparisons).toBeLessThan(4_000);
});

test('whoever asks about thousands of made-up endings does not have them all remembered', () => {
  let asked = 0;
  const index = lookalikeIndex(['ahornwerk.example'], (domain) => {
    asked += 1;
    return compact(domain);
  });
  const ask = (from: number, to: number) => {
    asked = 0;
    for (let at = from; at < to; at += 1) lookalikesOf(index, `oak.ash${at}.example`);
    return asked;
  };
  ask(0, 6_000);
  expect(ask(0, 100)).toBe(0);
  expect(ask(5_900, 6_000)).toBe(100);
});

test('the suffix list is asked once for each pair of last labels, not for each domain', () => {
  let asked = 0;
  lookalikeIndex(manyDomains(3_000).map((domain) => `${domain.split('.')[0]}.co.uk`), (domain) => {
    asked += 1;
    return compact(domain);
  });
  expect(asked).toBe(1);
});
