import { isMailProvider, mailProviderDomains } from '../../src/reference/mail-providers';
import { registrableDomain } from '../../src/reference/public-suffixes/exact';

const PROVIDERS = [
  'kabelmail.de', 'netcologne.de', 'alice-dsl.net', 'o2online.de', 'ewe.net', 'unitybox.de', 'kabsi.at', 'liwest.at', 'quickline.ch', 'bluemail.ch', 'blueyonder.co.uk',
  'gmx.de', 'gmx.net', 'web.de', 't-online.de', 'freenet.de', 'posteo.de', 'mailbox.org', 'gmail.com', 'googlemail.com', 'outlook.com', 'outlook.de', 'hotmail.com', 'hotmail.de', 'live.de',
  'yahoo.com', 'yahoo.de', 'yahoo.co.uk', 'icloud.com', 'me.com', 'proton.me', 'protonmail.com', 'tuta.com', 'bluewin.ch', 'a1.net', 'orange.fr', 'free.fr', 'libero.it', 'wp.pl', 'seznam.cz', 'mail.ru', 'yandex.ru', 'qq.com', '163.com',
];

test.each(PROVIDERS)('everybody can have a mailbox at %s', (domain) => {
  expect(isMailProvider(domain)).toBe(true);
});

test.each(['own.example', 'mail.gmx.de', 'notgmx.de', 'gmx.example', 'microsoft.com', 'de', 'com', '', 'toString'])('not at %s', (domain) => {
  expect(isMailProvider(domain)).toBe(false);
});

test('every entry is a domain somebody can register, or one below', () => {
  expect(mailProviderDomains().size).toBeGreaterThanOrEqual(150);
  for (const domain of mailProviderDomains()) {
    expect(domain).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
    expect([domain, registrableDomain(domain) !== undefined]).toEqual([domain, true]);
  }
});
