import type { Fault } from '../../src/simulator/host';
import { circular, newsletter, ordinary, SEE_EACH_OTHER } from './cast';
import type { Scenario } from './scenario';
import { asked, SENT } from './sights';

const notTold = (what: string) => asked('review', `Outlook did not tell everything about: ${what}`);

const KINDS: readonly (readonly [Fault, string])[] = [
  ['fail', 'refuses to tell'],
  ['hang', 'never answers when asked for'],
  ['empty', 'answers with nothing when asked for'],
  ['throw', 'throws when asked for'],
];

/** Calls to Outlook that fail, hang, are lost or come back empty. */
export const OFFICE_CALLS: readonly Scenario[] = [
  ...KINDS.map(([fault, does]): Scenario => ({
    id: `recipients-${String(fault)}`,
    topic: 'officeCalls',
    says: `Outlook ${does} the people in To`,
    item: ordinary,
    faults: { 'to.getAsync': fault },
    steps: [{ does: 'send', sees: notTold('To') }],
    ...(fault === 'fail' ? { because: 'An unread field is never an empty one.' } : {}),
  })),
  ...KINDS.map(([fault, does]): Scenario => ({
    id: `everything-${String(fault)}`,
    topic: 'officeCalls',
    says: `Outlook ${does} anything`,
    item: circular,
    faults: { '*': fault },
    steps: [{ does: 'send', sees: notTold('To, Cc, Bcc') }],
  })),
  {
    id: 'bcc-hangs',
    topic: 'officeCalls',
    says: 'Outlook never answers when asked for Bcc, and what is known is enough to ask about',
    item: circular,
    faults: { 'bcc.getAsync': 'hang' },
    steps: [{ does: 'send', sees: asked('moveToBcc', SEE_EACH_OTHER) }],
  },
  {
    id: 'subject-fails',
    topic: 'officeCalls',
    says: 'Outlook does not tell the subject',
    item: ordinary,
    faults: { 'subject.getAsync': 'fail' },
    steps: [{ does: 'send', sees: notTold('subject') }],
  },
  {
    id: 'body-hangs',
    topic: 'officeCalls',
    says: 'Outlook does not tell the text',
    item: ordinary,
    faults: { 'body.getAsync': 'hang' },
    steps: [{ does: 'send', sees: notTold('text') }],
  },
  {
    id: 'attachments-fail',
    topic: 'officeCalls',
    says: 'Outlook does not tell the attachments',
    item: ordinary,
    faults: { getAttachmentsAsync: 'fail' },
    steps: [{ does: 'send', sees: notTold('attachments') }],
  },
  {
    id: 'purpose-not-told',
    topic: 'officeCalls',
    says: 'Outlook does not tell what is kept beside the draft',
    item: ordinary,
    faults: { 'sessionData.getAsync': 'fail' },
    steps: [{ does: 'send', sees: notTold('declared purpose') }],
    because: 'A purpose may have been declared in the pane, and mail for it may need consent.',
  },
  {
    id: 'session-data-missing',
    topic: 'officeCalls',
    says: 'A build of Outlook without session data',
    item: ordinary,
    oddities: { sessionDataMissing: true },
    onlySimulated: 'the library always has session data',
    steps: [{ does: 'send', sees: SENT }],
    because: 'What such a build cannot keep was never declared. Everything else is looked up anew.',
    issues: ['4154', '4169', '2300'],
  },
  {
    id: 'session-data-late',
    topic: 'officeCalls',
    says: 'Send is pressed in the moment the window opens, and on a Mac session data is not there yet',
    item: circular,
    atOnce: true,
    steps: [
      { does: { acknowledge: {} } },
      { does: 'send', sees: [{ on: 'mac', sees: asked('moveToBcc', SEE_EACH_OTHER) }, { on: 'notMac', sees: SENT }] },
    ],
    because: 'For two seconds after the window opened, the Mac’s event handlers read nothing; a confirmation from before is asked for again.',
    issues: ['5951'],
  },
  {
    id: 'harmless-parts-fail',
    topic: 'officeCalls',
    says: 'Outlook does not tell the sender, the kind of mail or the categories, which no rule in force needs',
    item: ordinary,
    faults: { 'from.getAsync': 'fail', getComposeTypeAsync: 'hang', 'categories.getAsync': 'fail' },
    steps: [{ does: 'send', sees: SENT }],
  },
  {
    id: 'slow-outlook',
    topic: 'officeCalls',
    says: 'Outlook takes a third of a second for each answer',
    item: newsletter,
    callMilliseconds: 300,
    steps: [{ does: 'send', sees: asked('review', 'Looks like a newsletter.') }],
  },
  {
    id: 'very-slow-outlook',
    topic: 'officeCalls',
    says: 'Outlook takes longer for its answers than a check may',
    item: circular,
    callMilliseconds: 1900,
    steps: [{ does: 'send', sees: asked('review', 'Outlook did not tell everything about') }],
    because: 'After three seconds the verdict is given from what is known, so that Outlook’s own dialog about slow checks never comes.',
    issues: ['4968', '3860', '6535'],
  },
];
