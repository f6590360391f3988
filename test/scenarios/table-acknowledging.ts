import { circular, EMIL, newsletter, SEE_EACH_OTHER, withdrawn } from './cast';
import type { Scenario } from './scenario';
import { asked, SENT, stopped } from './sights';

const ASKED = asked('moveToBcc', SEE_EACH_OTHER);

/** What a confirmation in the pane is good for, and until when. */
export const ACKNOWLEDGING: readonly Scenario[] = [
  {
    id: 'acknowledged',
    topic: 'acknowledging',
    says: 'The sender confirms in the pane and presses Send again',
    item: circular,
    steps: [{ does: 'send', sees: ASKED }, { does: { acknowledge: {} } }, { does: 'send', sees: SENT }],
    because: 'On classic Windows before 2404 this is the only way to go on; its dialog cannot offer one.',
  },
  {
    id: 'acknowledged-then-somebody-added',
    topic: 'acknowledging',
    says: 'Somebody is added after the confirmation, and taken out again',
    item: circular,
    steps: [
      { does: { acknowledge: {} } },
      { does: { add: EMIL, to: 'cc' } },
      { does: 'send', sees: asked('moveToBcc', '5 people from 5 organisations') },
      { does: { remove: 'emil@yew.example', from: 'cc' } },
      { does: 'send', sees: SENT },
    ],
    because: 'A confirmation holds for these recipients with these findings; back to them, it holds again.',
  },
  {
    id: 'acknowledged-then-somebody-moved',
    topic: 'acknowledging',
    says: 'Somebody is moved to another field after the confirmation',
    item: circular,
    steps: [
      { does: { acknowledge: {} } },
      { does: { remove: 'dora@fir.example', from: 'cc' } },
      { does: { add: 'dora@fir.example', to: 'to' } },
      { does: 'send', sees: ASKED },
    ],
  },
  {
    id: 'acknowledged-then-another-finding',
    topic: 'acknowledging',
    says: 'The text is changed after the confirmation, so that something new is found',
    item: circular,
    steps: [
      { does: { acknowledge: {} } },
      { does: { rewrite: { body: 'Guten Tag, anbei die Liste.' } } },
      { does: 'send', sees: asked('moveToBcc', SEE_EACH_OTHER, 'The text speaks of an attachment') },
    ],
  },
  {
    id: 'acknowledged-then-only-text-changed',
    topic: 'acknowledging',
    says: 'The text is changed after the confirmation, and nothing new is found',
    item: circular,
    steps: [
      { does: { acknowledge: {} } },
      { does: { rewrite: { body: 'Guten Tag, bis Dienstag.' } } },
      { does: 'send', sees: SENT },
    ],
  },
  {
    id: 'acknowledged-then-a-notice',
    topic: 'acknowledging',
    says: 'A notice comes after the confirmation',
    item: circular,
    steps: [
      { does: { acknowledge: {} } },
      { does: { rewrite: { subject: '' } } },
      { does: 'send', sees: SENT },
    ],
    because: 'Notices stop nothing, so they void nothing.',
  },
  {
    id: 'acknowledged-then-reopened',
    topic: 'acknowledging',
    says: 'The draft is closed after the confirmation and opened again',
    item: circular,
    steps: [{ does: { acknowledge: {} } }, { does: 'reopen' }, { does: 'pause' }, { does: 'send', sees: ASKED }],
    because: 'Outlook forgets with the window what was confirmed in it.',
  },
  {
    id: 'acknowledged-critical',
    topic: 'acknowledging',
    says: 'A critical finding cannot be confirmed',
    item: newsletter,
    contacts: { 'anna@oak.example': withdrawn },
    steps: [{ does: { declare: 'newsletter' } }, { does: { acknowledge: {} } }, { does: 'send', sees: stopped('review', 'One person has withdrawn consent.') }],
  },
  {
    id: 'acknowledged-unknown-then-known',
    topic: 'acknowledging',
    says: 'The sender confirms that consent could not be checked; then the service is back and knows of a withdrawal',
    item: newsletter,
    contacts: { 'anna@oak.example': withdrawn },
    service: 'down',
    steps: [
      { does: 'send', sees: asked('review', 'service out of reach') },
      { does: { acknowledge: {} } },
      { does: { service: 'up' } },
      { does: 'send', sees: asked('review', 'One person has withdrawn consent.') },
    ],
  },
  {
    id: 'acknowledged-unknown',
    topic: 'acknowledging',
    says: 'The sender confirms that consent could not be checked',
    item: newsletter,
    service: 'down',
    steps: [
      { does: 'send', sees: asked('review', 'service out of reach') },
      { does: { acknowledge: {} } },
      { does: 'send', sees: SENT },
    ],
  },
  {
    id: 'acknowledged-then-purpose',
    topic: 'acknowledging',
    says: 'The sender declares another purpose after the confirmation',
    item: circular,
    steps: [
      { does: { acknowledge: {} } },
      { does: { declare: 'individual' } },
      { does: 'send', sees: ASKED },
    ],
  },
  {
    id: 'acknowledged-without-session-data',
    topic: 'acknowledging',
    says: 'A build of Outlook that keeps nothing beside the draft',
    item: circular,
    oddities: { sessionDataMissing: true },
    onlySimulated: 'the library always has session data',
    steps: [{ does: 'send', sees: ASKED }, { does: { acknowledge: {} }, sees: { kind: 'notKept' } }, { does: 'send', sees: ASKED }],
    because: 'The pane says that it could not keep the confirmation. Where the dialog offers to send anyway, that is the way on; on classic Windows before 2404 the finding has to be repaired.',
    issues: ['4154', '4169', '2300'],
  },
  {
    id: 'acknowledged-not-taken',
    topic: 'acknowledging',
    says: 'Outlook refuses to keep the confirmation',
    item: circular,
    faults: { 'sessionData.setAsync': 'fail' },
    steps: [{ does: { acknowledge: {} }, sees: { kind: 'notKept' } }, { does: 'send', sees: ASKED }],
  },
  {
    id: 'acknowledged-not-read',
    topic: 'acknowledging',
    says: 'Outlook tells nothing of what was kept',
    item: circular,
    faults: { 'sessionData.getAsync': 'empty' },
    steps: [{ does: { acknowledge: {} } }, { does: 'send', sees: ASKED }],
    because: 'What is not known to be confirmed is asked about.',
  },
];
