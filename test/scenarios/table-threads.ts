import type { ItemSetup } from '../../src/simulator/item';
import { ANNA, BEN, CEM, circular, DORA, FINN, ordinary, SEE_EACH_OTHER } from './cast';
import type { Scenario } from './scenario';
import { asked, SENT } from './sights';

/** Finn wrote to Anna, with Mara in Bcc, who answers both. */
const blindReply: ItemSetup = {
  to: [FINN],
  cc: [ANNA],
  composeType: 'reply',
  subject: 'AW: Termine',
  body: { text: 'Gern.\n\n________________________________\nVon: Finn Own <finn@own.example>\nGesendet: Montag, 23. November 2026 14:05\nAn: Anna <anna@oak.example>\nBetreff: Termine\n\nGuten Tag' },
};
const BLIND_COPY = asked('review', 'you got a blind copy');

/** Mail that goes on from another one, or from where it was left. */
export const THREADS: readonly Scenario[] = [
  {
    id: 'reply-to-all',
    topic: 'threads',
    says: 'A reply to everybody in a thread of four firms',
    item: { ...circular, composeType: 'reply', subject: 'AW: Termine' },
    seenBefore: true,
    steps: [
      { does: 'send', sees: SENT },
    ],
    because: 'Whoever stood in the fields when the reply was opened knows the others already; that is a notice.',
    issues: ['6739'],
  },
  {
    id: 'reply-with-strangers',
    topic: 'threads',
    says: 'A reply to which people of other firms are added',
    item: { ...ordinary, composeType: 'reply', subject: 'AW: Termin' },
    seenBefore: true,
    steps: [
      { does: { add: BEN, to: 'to' } },
      { does: { add: CEM, to: 'cc' } },
      { does: { add: DORA, to: 'cc' } },
      { does: 'send', sees: asked('moveToBcc', SEE_EACH_OTHER) },
    ],
  },
  {
    id: 'blind-copy-replies-to-all',
    topic: 'threads',
    says: 'A reply to everybody by somebody who was only in Bcc',
    item: blindReply,
    steps: [{ does: 'send', sees: BLIND_COPY }],
    because: 'Outlook on Mac tells the send handler of a reply that it is a new mail. That it is one is kept with the draft when it is opened, and otherwise seen by its subject and the quoted mail.',
    issues: ['6739'],
  },
  {
    id: 'blind-copy-reply-from-drafts',
    topic: 'threads',
    says: 'A reply by somebody who was only in Bcc, opened again from Drafts',
    item: { ...blindReply, isSavedDraft: true },
    steps: [{ does: 'send', sees: BLIND_COPY }],
    because: 'Outlook was seen to call such a reply a new mail.',
    issues: ['4835'],
  },
  {
    id: 'blind-copy-reply-called-new',
    topic: 'threads',
    says: 'A reply by somebody who was only in Bcc, on a build of Outlook that calls every reply a new mail',
    item: blindReply,
    oddities: { composeTypeLostAlways: true },
    steps: [{ does: 'send', sees: BLIND_COPY }],
    issues: ['6652'],
  },
  {
    id: 'forward',
    topic: 'threads',
    says: 'A forward to people of four firms',
    item: { composeType: 'forward', subject: 'WG: Termine', body: { text: 'Guten Tag' } },
    seenBefore: true,
    steps: [
      { does: { add: ANNA, to: 'to' } },
      { does: { add: BEN, to: 'to' } },
      { does: { add: CEM, to: 'to' } },
      { does: { add: DORA, to: 'to' } },
      { does: 'send', sees: asked('moveToBcc', SEE_EACH_OTHER) },
    ],
  },
  {
    id: 'draft-from-drafts',
    topic: 'threads',
    says: 'A draft that is opened again from Drafts',
    item: { ...circular, isSavedDraft: true },
    seenBefore: true,
    steps: [{ does: 'send', sees: asked('moveToBcc', SEE_EACH_OTHER) }],
  },
];
