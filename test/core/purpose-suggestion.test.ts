import { type Draft, EMPTY_DRAFT, type Recipient } from '../../src/core/draft';
import type { Purpose } from '../../src/core/purpose';
import { type PurposeSuggestion, suggestPurpose } from '../../src/core/purpose-suggestion';
import { growthOf, TOO_MUCH } from './growth';
import { advertising, everyday, unrecognised } from './purpose-mails';

const mara = { address: 'mara@own.example', name: 'Mara Own' };

function mail(subject: string, body: string, outsiders = 1, more: Partial<Draft> = {}): Draft {
  const recipients = Array.from({ length: outsiders }, (_, index): Recipient => ({ address: `p${index}@oak${index}.example`, name: '', field: 'bcc' }));
  return { ...EMPTY_DRAFT, from: mara, subject, body, recipients, ...more };
}

function suggested(subject: string, body: string, outsiders?: number, more?: Partial<Draft>): Purpose | null {
  const suggestion = suggestPurpose(mail(subject, body, outsiders, more));
  return suggestion && suggestion.purpose;
}

test('there are enough mails to speak of', () => {
  for (const mails of [advertising, everyday]) expect(mails.length).toBeGreaterThanOrEqual(40);
});

test.each(advertising)('%s looks like advertising', (subject, body, purpose) => {
  const suggestion = suggestPurpose(mail(subject, body));
  expect(suggestion && suggestion.purpose).toBe(purpose);
  const { seen, recipients } = suggestion as PurposeSuggestion;
  expect(seen.length).toBeGreaterThan(0);
  for (const words of seen) expect(`${subject}\n${body}`).toContain(words.replace(/^Link: /, ''));
  expect(recipients).toBe(0);
});

test.each(unrecognised)('what is not recognised is not guessed at: %s', (subject, body) => {
  expect(suggested(subject, body)).toBeNull();
});

test('nine of ten advertising mails here are recognised', () => {
  expect(advertising.length / (advertising.length + unrecognised.length)).toBeGreaterThanOrEqual(0.9);
});

test.each(everyday)('everyday mail: %s', (subject, body) => {
  expect(suggested(subject, body)).toBeNull();
});

test('the subject of an answer or a forward is somebody else\'s', () => {
  for (const prefix of ['Re:', 'AW:', 'WG: ', 'Fwd:', 'RE[2]: ']) expect(suggested(`${prefix} Newsletter November 2026`, 'Zur Kenntnis.')).toBeNull();
});

test('an answer needs clearer signs than new mail, for somebody asked', () => {
  const body = 'Gern stellen wir Ihnen unser Produkt in einem unverbindlichen Erstgespräch vor.';
  expect(suggested('Unsere Lösung für Ihr Lager', body)).toBe('offer');
  expect(suggested('AW: Anfrage', body)).toBeNull();
  expect(suggested('AW: Anfrage', `${body} Nur für kurze Zeit: 20 % Rabatt auf alle Pakete.`)).toBe('offer');
});

describe('what was seen', () => {
  const seen = (subject: string, body: string): readonly string[] | null => {
    const suggestion = suggestPurpose(mail(subject, body));
    return suggestion && suggestion.seen;
  };

  test('is told of the purpose that is suggested, and of what any advertising says', () => {
    expect(suggestPurpose(mail('Newsletter', 'Ihr Gutschein im Wert von 20 €, gratis'))).toEqual({ purpose: 'newsletter', seen: ['Newsletter', 'gratis'], recipients: 0 });
  });

  test('is told once, in the longer words', () => {
    expect(seen('Newsletter', 'While stocks last.')).toEqual(['Newsletter', 'While stocks last']);
    // Two signs, and the same words.
    expect(seen('Newsletter', 'Don’t miss it.')).toEqual(['Newsletter', 'Don’t miss']);
  });
});

test('bright words alone say nothing, however many strangers read them', () => {
  expect(suggested('Heute', 'Gern zeigen wir Ihnen, wie attraktiv, einmalig und toll unser Besuch wird.', 40)).toBeNull();
});

describe('links of campaigns', () => {
  const link = 'https://own.example/herbst?utm_source=mail&utm_campaign=herbst';

  test('one sign of advertising and such a link make a suggestion, which names both', () => {
    expect(suggestPurpose(mail('Ihr Gutschein im Wert von 20 €', 'Mehr dazu:'))).toBeNull();
    expect(suggestPurpose(mail('Ihr Gutschein im Wert von 20 €', `Mehr dazu: ${link}`))).toEqual({ purpose: 'offer', seen: ['Gutschein im Wert', 'Link: utm_source'], recipients: 0 });
  });

  test.each(['utm_medium=email', 'mc_cid=1a2b', 'pk_campaign=x', 'mtm_campaign=x', 'hsenc=x&_hsmi=1'])('%s is one', (parameter) => {
    expect(suggested('Ihr Gutschein im Wert von 20 €', `https://own.example/?a=1&${parameter}`)).toBe('offer');
  });

  test('a link somebody copied says nothing by itself', () => {
    expect(suggested('Artikel', `Hallo Anna, das meinte ich: ${link}`)).toBeNull();
  });

  test('neither does one in the signature or in quoted mail', () => {
    expect(suggested('Ihr Gutschein im Wert von 20 €', `Hallo\n\nViele Grüße\nMara Own\n${link}`)).toBeNull();
    expect(suggested('Ihr Gutschein im Wert von 20 €', `Hallo\n> ${link}`)).toBeNull();
  });

  test('a word that only looks like one is none', () => {
    expect(suggested('Ihr Gutschein im Wert von 20 €', 'Der Parameter utm_source=mail fehlt im Bericht.')).toBeNull();
  });
});

describe('the number of recipients', () => {
  test('one sign of advertising to twenty strangers is a suggestion, which says how many', () => {
    expect(suggestPurpose(mail('Ihr Gutschein im Wert von 20 €', '', 19))).toBeNull();
    expect(suggestPurpose(mail('Ihr Gutschein im Wert von 20 €', '', 20))).toEqual({ purpose: 'offer', seen: ['Gutschein im Wert'], recipients: 20 });
  });

  test.each([
    ['New bank details', 'Hello,\n\nplease note our new bank details from 1 January.'],
    ['We are moving', 'Dear all,\n\nfrom Monday on our new address is 3 Oak Street. Our new phone number is +44 20 7946 0000.'],
    ['Opening hours', 'Hello,\n\nour new opening hours are from 8 to 4. Please welcome our new colleague Ben, too.'],
    ['General terms', 'Hello,\n\nour new terms and conditions and our new privacy notice apply from today.'],
    ['Neue Bankverbindung', 'Guten Tag,\n\nbitte beachten Sie unsere neue Bankverbindung ab 1. Januar.'],
    ['Wir ziehen um', 'Guten Tag,\n\nunsere neue Anschrift ist ab Montag Eichenweg 3, unsere neue Telefonnummer 030 1234567. Wir freuen uns.'],
    ['Öffnungszeiten', 'Guten Tag,\n\nunsere neuen Öffnungszeiten gelten ab heute, und unsere neue Kollegin heißt Dora.'],
  ])('a change everybody has to know of is no advertising, to however many: %s', (subject, body) => {
    expect(suggestPurpose(mail(subject, body, 130))).toBeNull();
  });

  test('what is new to buy still looks like an offer to many', () => {
    expect(suggested('Our new chairs', 'Hello,\n\nhere are our new chairs, for only 49 EUR while stocks last.', 130)).toBe('offer');
  });

  test('twenty strangers and no sign are none', () => {
    expect(suggested('Neue Öffnungszeiten', 'Ab Dezember sind wir montags bis freitags von 8 bis 16 Uhr für Sie da.', 60)).toBeNull();
  });

  test('twenty strangers and the link of a campaign look like a newsletter', () => {
    expect(suggestPurpose(mail('Lesetipp', 'https://own.example/?utm_medium=email', 23))).toEqual({ purpose: 'newsletter', seen: ['Link: utm_medium'], recipients: 23 });
  });

  test('colleagues do not count, nor does anybody twice', () => {
    const colleague = (index: number): Recipient => ({ address: `c${index}@own.example`, name: '', field: 'to' });
    expect(suggested('Ihr Gutschein im Wert von 20 €', '', 0, { recipients: Array.from({ length: 40 }, (_, index) => colleague(index)) })).toBeNull();
    const same = mail('', '', 15).recipients;
    expect(suggested('Ihr Gutschein im Wert von 20 €', '', 0, { recipients: [...same, ...same] })).toBeNull();
  });
});

test.each(['jetzt ', '20 % ', 'hier ', 'einladung zu ', 'unsere ', 'http', '?utm_', 'https://a?', 'newsletter ', 'sie erhalten ', ' ', 'a'])('a long mail of %j takes time in proportion to its length', (unit) => {
  expect(growthOf((text) => suggestPurpose(mail('', text)), unit)).toBeLessThan(TOO_MUCH);
});
