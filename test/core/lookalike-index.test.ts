import fc from 'fast-check';
import { nameOf } from '../../src/core/domain-name';
import { type Form, labelsOf, lookalikeIndex, nearName, registrableStart, withName } from '../../src/core/lookalike/lookalike-index';
import { registrableDomain } from '../../src/reference/public-suffixes/exact';

/*
 * What an index finds, held against what is found by going through all of it.
 */

const ENDINGS = ['de', 'com', 'co.uk'];
const word = fc.stringMatching(/^[az01m]{1,5}$/);
const name = fc.oneof(word, fc.tuple(word, fc.constantFrom('', '-'), word).map((parts) => parts.join('')), fc.tuple(word, word, fc.constantFrom('', '-'), word).map((parts) => parts.join('')), fc.constantFrom('xn--mller-kva', 'xn--mllerz-3ya'));
const host = fc.tuple(fc.constantFrom('', '', 'm.', 'az.'), name, fc.constantFrom(...ENDINGS)).map(([below, own, ending]) => ({ domain: `${below}${own}.${ending}`, labels: `${below}${own}`, own, ending }));
// Some firms' names are suffixes, such as za.com.
const hosts = fc.uniqueArray(host.filter(({ domain, own, ending }) => registrableDomain(domain) === `${own}.${ending}`), { selector: ({ domain }) => domain, minLength: 1, maxLength: 40 });

const latin = (labels: string): string => nameOf(labels).latin;
const reversed = (text: string): string => [...text].reverse().join('');

/** Every name there is, with that of the host below it where there is one. */
function forms(known: readonly { readonly labels: string; readonly own: string; readonly ending: string }[]) {
  return known.flatMap(({ labels, own, ending }, at) => [{ form: 2 * at, name: latin(own), ending }, ...(labels === own ? [] : [{ form: 2 * at + 1, name: latin(labels), ending }])]);
}

/** As many letters as names of a length have to begin or end with together. */
const together = ({ length }: string): number => (length < 7 ? 2 : length < 10 ? 3 : 4);

function isNear(asked: string, known: string, slips: number): boolean {
  if (Math.abs(asked.length - known.length) > 1) return false;
  const alike = (one: string, other: string): boolean => one.slice(0, together(known)) === other.slice(0, together(known));
  const [these, those] = [new Set(asked), new Set(known)];
  const different = [...these].filter((letter) => !those.has(letter)).length + [...those].filter((letter) => !these.has(letter)).length;
  return (alike(asked, known) || alike(reversed(asked), reversed(known))) && different <= 2 * slips;
}

test('whatever reads the same is found, and nothing else', () => {
  fc.assert(fc.property(hosts, name, (known, asked) => {
    const index = lookalikeIndex(known.map(({ domain }) => domain), registrableDomain);
    for (const text of [asked, known[0]?.labels as string]) {
      const found: Form[] = [];
      withName(index, latin(text), (form) => found.push(form));
      expect(found.sort()).toEqual(forms(known).filter((each) => each.name === latin(text)).map(({ form }) => form).sort());
    }
  }), { numRuns: 300 });
});

test('of one ending, what begins or ends alike and has nearly the same letters is found once, and nothing else', () => {
  const question = fc.record({ known: hosts, of: fc.nat(), slips: fc.constantFrom(1, 2), at: fc.nat(), letters: fc.stringMatching(/^[az0m]{0,2}$/), out: fc.constantFrom(0, 1) });
  fc.assert(fc.property(question, ({ known, of, slips, at, letters, out }) => {
    const { own, ending } = known[of % known.length] as (typeof known)[number];
    const place = at % own.length;
    const asked = latin(own.slice(0, place) + letters + own.slice(place + out));
    // Encoded names that have been changed may say anything; foreign letters share their bits.
    fc.pre(/^[a-z]*$/.test(asked));
    const index = lookalikeIndex(known.map(({ domain }) => domain), registrableDomain);
    const found: Form[] = [];
    nearName(index, asked, ending, slips, (form) => found.push(form));
    expect(found.sort()).toEqual(forms(known).filter((each) => each.ending === ending && isNear(asked, each.name, slips)).map(({ form }) => form).sort());
  }), { numRuns: 1_000 });
});

test.each([
  ['axornx', 'ahornt', false],
  ['ahorxx', 'ahornt', true],
  ['ahxrnxe', 'ahornte', false],
  ['ahoxnte', 'ahornte', true],
  ['ahxrnwxrk', 'ahornwerk', false],
  ['ahoxnwxrk', 'ahornwerk', true],
  ['ahoxnwxrke', 'ahornwerke', false],
  ['ahorxwxrke', 'ahornwerke', true],
])('%s begins or ends as %s does: %s', (asked, known, expected) => {
  let found = false;
  nearName(lookalikeIndex([`${known}.example`], registrableDomain), asked, 'example', 2, () => { found = true; });
  expect(found).toBe(expected);
});

test('the name before the ending, and where it begins', () => {
  const index = lookalikeIndex(['mail.oak.co.uk', 'oak.example'], registrableDomain);
  expect([labelsOf(index, 0), labelsOf(index, 1), labelsOf(index, 2)]).toEqual(['oak', 'mail.oak', 'oak']);
  for (const [domain, start] of [['oak.example', 0], ['mail.oak.example', 5], ['a.mail.oak.co.uk', 7], ['co.uk', 0], ['oak.co.uk', 0], ['.oak', -1], ['oak.', -1], ['oak', -1], ['[192.0.2.1]', -1]] as const) {
    expect([domain, registrableStart(index, domain)]).toEqual([domain, start]);
  }
});
