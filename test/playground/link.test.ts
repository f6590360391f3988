import { type Link, readLink, SEND_MODES, writeLink } from '../../src/playground/link';
import { CLIENT_IDS } from '../../src/simulator/clients';

test('every state can be linked and read back', () => {
  for (const client of CLIENT_IDS) {
    for (const sendMode of SEND_MODES) {
      for (const draft of [null, 'holidays', 'visible-recipients/0', 'a&b=c/d']) {
        const link: Link = { client, sendMode, language: 'de', draft, isPaneOpen: draft === null };
        expect(readLink(writeLink(link), ['en'])).toEqual(link);
      }
    }
  }
});

test('an address without a state, or with one nobody understands, is Outlook on the web in the browser’s language', () => {
  const usual: Link = { client: 'web', sendMode: 'SoftBlock', language: 'en', draft: null, isPaneOpen: true };
  expect(readLink('', ['fr-FR', 'en-GB', 'de'])).toEqual(usual);
  expect(readLink('?client=pine&mode=block&lang=fr&pane=ajar', [])).toEqual(usual);
  expect(readLink('', ['de-AT']).language).toBe('de');
});
