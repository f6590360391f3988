import { text } from '../../src/rules/third-country-recipients/text';

test.each(['inPartlyAdequateCountry', 'domainInPartlyAdequateCountry'] as const)('several countries are not spoken of as one (%s)', (message) => {
  const people = 2;
  expect(text.de.messages[message]({ people, countries: ['CA'] })).toMatch(/in einem Land (erfasst|liegen), das nur teilweise als sicher gilt: Kanada /);
  expect(text.de.messages[message]({ people, countries: ['CA', 'KR'] })).toMatch(/in Ländern (erfasst|liegen), die nur teilweise als sicher gelten: Kanada .*, Südkorea /);
  expect(text.en.messages[message]({ people, countries: ['CA'] })).toMatch(/in a country that counts as safe only in part: Canada /);
  expect(text.en.messages[message]({ people, countries: ['CA', 'KR'] })).toMatch(/in countries that count as safe only in part: Canada .*, South Korea /);
});
