import { example } from '../example';

export const examples = [
  example(
    { de: 'eine Antwort an alle, auch an noreply@', en: 'a reply to all, noreply@ among them' },
    { to: ['anna@oak.example', 'noreply@tickets.example'], cc: ['eva@own.example'], composeType: 'reply', openedWith: ['anna@oak.example', 'noreply@tickets.example', 'eva@own.example'] },
    { finds: 'amongOthers', data: { people: 1, addresses: ['noreply@tickets.example'] }, about: ['noreply@tickets.example'] },
  ),
  example(
    { de: 'vier Schreibweisen neben einer Kundin', en: 'four spellings beside a client' },
    { to: ['No-Reply@oak.example', 'do_not_reply@elm.example', 'shop.nicht-antworten@ash.example', 'no-reply-billing@fir.example', 'no-reply-billing@fir.example'], cc: ['anna@oak.example'] },
    { finds: 'amongOthers', data: { people: 4, addresses: ['No-Reply@oak.example', 'do_not_reply@elm.example', 'shop.nicht-antworten@ash.example', 'no-reply-billing@fir.example'] } },
  ),
  example(
    { de: 'auch die eigene Organisation hat solche Adressen', en: 'one’s own organisation has such addresses, too' },
    { to: ['noreply+4711@own.example', 'mailer-daemon@mail.own.example', 'eva@own.example'] },
    { finds: 'amongOthers', data: { people: 2, addresses: ['noreply+4711@own.example', 'mailer-daemon@mail.own.example'] } },
  ),
  example(
    { de: 'eine Antwort nur an noreply@', en: 'a reply to noreply@ alone' },
    { to: ['noreply@tickets.example'], composeType: 'reply' },
    { finds: 'nobodyReads', data: { people: 1, addresses: ['noreply@tickets.example'] } },
  ),
  example(
    { de: 'zwei Maschinen und sonst niemand', en: 'two machines and nobody else' },
    { to: ['donotreply@elm.example'], cc: ['keine-antwort@ash.example'] },
    { finds: 'nobodyReads', data: { people: 2, addresses: ['donotreply@elm.example', 'keine-antwort@ash.example'] } },
  ),
  example(
    { de: 'Namen, in denen die Wörter nur vorkommen', en: 'names in which the words only occur' },
    { to: ['info@oak.example', 'noah.reply@elm.example', 'norepley@ash.example', 'antworten@fir.example', 'reply@oak.example', 'service@elm.example', 'eleonore.plyer@ash.example', 'postmaster@fir.example'] },
    'passed',
  ),
  example(
    { de: 'ein Postfach, das doch gelesen wird', en: 'a mailbox that is read after all' },
    { to: ['no-reply@oak.example'] },
    'passed',
    { options: { exempt: ['no-reply@oak.example'] } },
  ),
  example({ de: 'nur eine Kontaktgruppe', en: 'a contact group only' }, { to: ['Beirat'], lists: ['Beirat'] }, 'notApplicable'),
];
