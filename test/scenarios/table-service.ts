import { ANNA, circular, EVA, FINN, granted, newsletter, ordinary, SEE_EACH_OTHER } from './cast';
import type { Scenario } from './scenario';
import type { ServiceMood } from './service';
import { asked, SENT, stopped } from './sights';

const own = { organisation: { domains: ['own.example'] } };

const moods: readonly (readonly [ServiceMood, string, string])[] = [
  ['down', 'cannot be reached', 'service out of reach'],
  ['silent', 'does not answer', 'no answer in time'],
  ['refusing', 'refuses to answer', 'request refused'],
  ['signedOut', 'wants to know who asks, which no event of classic Outlook can say', 'not signed in'],
  ['broken', 'answers with an error', 'service out of reach'],
  ['garbled', 'answers with something that breaks off', 'answer not readable'],
  ['empty', 'answers with nothing', 'answer not readable'],
];

/** What happens where the add-in's own service does not do what it should. */
export const SERVICE: readonly Scenario[] = [
  ...moods.map(([service, says, reason]): Scenario => ({
    id: `service-${service}`,
    topic: 'service',
    says: `A newsletter, and the service ${says}`,
    item: newsletter,
    service,
    steps: [{ does: 'send', sees: asked('review', reason) }],
    ...(service === 'down' ? { because: 'The policy says what becomes of a mail that could not be checked (unknownEvidence); it asks, unless an administrator decides otherwise. Without any policy the built-in one applies.' } : {}),
  })),
  {
    id: 'service-slow',
    topic: 'service',
    says: 'A newsletter to somebody who has agreed, and the service takes its time',
    item: newsletter,
    contacts: { 'anna@oak.example': granted },
    service: 'slow',
    steps: [{ does: 'send', sees: SENT }],
  },
  {
    id: 'service-down-ordinary',
    topic: 'service',
    says: 'A mail that nobody has to be asked about, and the service cannot be reached',
    item: ordinary,
    service: 'down',
    steps: [{ does: 'send', sees: SENT }],
  },
  {
    id: 'connection-lost-while-checked',
    topic: 'service',
    says: 'A newsletter, and the connection is lost while the check runs',
    item: newsletter,
    service: 'slow',
    steps: [{ does: 'send', meanwhile: { service: 'down' }, sees: asked('review', 'service out of reach') }],
  },
  {
    id: 'service-down-since-writing',
    topic: 'service',
    says: 'A newsletter whose reader was asked about while it was written; at Send the service cannot be reached',
    item: { ...newsletter, to: [EVA] },
    contacts: { 'anna@oak.example': granted },
    steps: [{ does: { add: ANNA, to: 'to' } }, { does: 'pause' }, { does: { service: 'down' } }, { does: 'send', sees: SENT }],
    because: 'The answers and the last good policy are kept with the draft.',
  },
  {
    id: 'service-signed-out-since-writing',
    topic: 'service',
    says: 'A newsletter whose reader the pane, which is signed in, asked about; at Send nobody is signed in',
    item: { ...newsletter, to: [EVA] },
    contacts: { 'anna@oak.example': granted },
    steps: [{ does: { add: ANNA, to: 'to' } }, { does: 'pause' }, { does: { service: 'signedOut' } }, { does: 'send', sees: SENT }],
    because: 'The answers and the last good policy are kept with the draft, so a send needs no token.',
  },
  {
    id: 'service-signed-out-visible',
    topic: 'service',
    says: 'People of four firms in To and Cc, and the service wants to know who asks',
    item: circular,
    service: 'signedOut',
    steps: [{ does: 'send', sees: asked('moveToBcc', SEE_EACH_OTHER) }],
    because: 'Rules that need nobody to be asked about work without a sign-in, by the built-in policy where no other has been seen yet.',
  },
  {
    id: 'service-down-allowed',
    topic: 'service',
    says: 'Somebody is added while the service cannot be reached, and the policy lets unchecked mail go',
    item: { ...newsletter, to: [EVA] },
    policy: { ...own, unknownEvidence: 'allow' },
    steps: [{ does: { add: FINN, to: 'to' } }, { does: 'pause' }, { does: { service: 'down' } }, { does: { add: ANNA, to: 'to' } }, { does: 'send', sees: SENT }],
  },
  {
    id: 'service-down-blocked',
    topic: 'service',
    says: 'Somebody is added while the service cannot be reached, and the policy stops unchecked mail',
    item: { ...newsletter, to: [EVA] },
    policy: { ...own, unknownEvidence: 'block' },
    steps: [{ does: { add: FINN, to: 'to' } }, { does: 'pause' }, { does: { service: 'down' } }, { does: { add: ANNA, to: 'to' } }, { does: 'send', sees: stopped('review', 'service out of reach') }],
  },
];
