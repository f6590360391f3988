import { MESSAGE_FIELDS, type HostPart, type Person, type RecipientField } from '../../src/core/draft';
import { type Clock, type DraftNotice, type Mailbox, MailboxFailure } from '../../src/core/ports';
import { readInitializationContext } from '../../src/outlook/initialization-context';
import { openMailbox, openMailboxForEvents } from '../../src/outlook/mailbox';
import { notificationBar, notify } from '../../src/outlook/notifications';
import { type OfficeCalls, officeCalls } from '../../src/outlook/office-calls';
import { watchInitializationContext, watchRecipients } from '../../src/outlook/pane-events';
import { readTheme } from '../../src/outlook/theme';
import type { ClientId } from '../../src/simulator/clients';
import type { Fault } from '../../src/simulator/host';
import type { Label } from '../../src/simulator/inside';
import type { FieldName, ItemSetup, ItemState } from '../../src/simulator/item';

/*
 * What the add-in may expect of a mailbox: one table, run with the simulated Office object and with
 * Microsoft's own office.js, its library for the web and the one for classic Outlook on Windows, the
 * same simulated host behind all three. Where they differ the row says so, and why. `act` runs where Office is, which may be a browser: it gets
 * everything it needs handed in, and its result has to survive JSON.
 */
export interface Expectation {
  /** A sentence that starts with "a mailbox …". */
  readonly says: string;
  /** Where nothing is said it holds for any, and is asked of Outlook on the web and of the newest classic one on Windows. */
  readonly client?: ClientId;
  readonly language?: 'de' | 'en';
  readonly item?: ItemSetup;
  /** The organisation's sensitivity labels; off where nothing is said. */
  readonly labels?: readonly Label[];
  /** Faults by Office.js's name of the call. */
  readonly faults?: Readonly<Record<string, Fault>>;
  readonly act: (surroundings: Surroundings) => Promise<unknown>;
  readonly result: unknown;
  /** Addresses per field in the host afterwards; fields that are not named are not looked at. */
  readonly after?: Partial<Record<FieldName, readonly string[]>>;
  /** What stands above the draft in the host afterwards, in its order. */
  readonly noticesAfter?: readonly Notice[];
  /** The HTML of the body in the host afterwards. */
  readonly bodyAfter?: ItemState['body']['html'];
  /** Where Microsoft's office.js from npm gives another result than the simulated one: both its libraries, or the one for this client. */
  readonly inOfficeJs?: { readonly result: unknown; readonly because: string; readonly only?: Library };
}

interface Notice {
  readonly type: string;
  readonly message: string;
  readonly button: { readonly label: string; readonly commandId: string } | null;
}

/** Microsoft's libraries the table is asked in. */
export type Library = 'web' | 'classic';

export interface Surroundings {
  readonly clock: Clock;
  readonly mailbox: Mailbox;
  readonly calls: OfficeCalls;
}

/** Short enough for a test to wait for, long enough for a host that does answer. */
const SHORT = 400;

export async function carryOut(expectation: Expectation, clock: Clock): Promise<unknown> {
  const calls = officeCalls({ clock });
  return expectation.act({ clock, calls, mailbox: openMailbox(calls) });
}

const ANNA: Person = { name: 'Anna Arendt', address: 'anna@kunde.example' };
const BEN: Person = { name: 'Ben Bauer', address: 'ben@partner.example' };
const EVERYTHING: readonly HostPart[] = [...MESSAGE_FIELDS, 'from', 'subject', 'body', 'attachments', 'label', 'categories'];

const AS_ON_THE_WEB = 'the page is in Outlook on the web, whatever client the host plays';
const NO_LABELS = 'the npm library ends before sensitivity labels';

const entry = ({ name, address }: Person) => ({ displayName: name, emailAddress: address });
const crowd = (count: number): readonly Person[] => Array.from({ length: count }, (_, index) => ({ name: `Person ${index}`, address: `person${index}@kunde.example` }));
const crowdOfEntries = (count: number) => crowd(count).map(entry);

/** `undefined` does not survive JSON. */
const answered = (text: string | null | undefined): string | null => (text === undefined ? 'no answer' : text);

/** How a call that should fail ended, without the wording. */
async function outcome(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return 'succeeded';
  } catch (error) {
    if (!(error instanceof MailboxFailure)) return `not a MailboxFailure: ${String(error)}`;
    const { operation, code, timedOut } = error;
    return { operation, code, timedOut };
  }
}

const shortMailbox = ({ clock }: Surroundings): Mailbox => openMailbox(officeCalls({ clock, timeout: SHORT }));

async function lengthOf(mailbox: Mailbox, field: RecipientField): Promise<unknown> {
  const { recipients, complete } = await mailbox.readField(field);
  return { read: recipients.length, complete };
}

const READING: readonly Expectation[] = [
  {
    says: 'a mailbox tells who is in To, Cc and Bcc, in the order of the fields',
    item: { to: [entry(ANNA)], cc: [{ displayName: 'Vertrieb', emailAddress: 'vertrieb@own.example', recipientType: 'distributionList' }], bcc: [entry(BEN)] },
    act: async ({ mailbox }) => (await mailbox.readDraft(MESSAGE_FIELDS)).recipients,
    result: [
      { ...ANNA, field: 'to' },
      { name: 'Vertrieb', address: 'vertrieb@own.example', field: 'cc', list: true },
      { ...BEN, field: 'bcc' },
    ],
  },
  {
    says: 'a mailbox tells everything about a reply',
    item: {
      from: { displayName: 'Vertriebspostfach', emailAddress: 'sales@own.example' },
      to: [entry(ANNA)],
      composeType: 'reply',
      subject: 'AW: Grüße aus Köln',
      body: { html: '<p>Guten Tag</p>', text: 'Guten Tag' },
      attachments: [{ name: 'Angebot.pdf', size: 4711 }, { name: 'logo.png', size: 12, isInline: true }],
    },
    act: ({ mailbox }) => mailbox.readDraft(EVERYTHING),
    result: {
      kind: 'message',
      from: { name: 'Vertriebspostfach', address: 'sales@own.example' },
      recipients: [{ ...ANNA, field: 'to' }],
      subject: 'AW: Grüße aus Köln',
      body: 'Guten Tag',
      attachments: [{ name: 'Angebot.pdf', size: 4711, inline: false }, { name: 'logo.png', size: 12, inline: true }],
      composeType: 'reply',
      purpose: null,
      openedWith: null,
      label: null,
      categories: [],
      unread: [],
    },
  },
  {
    says: 'a mailbox tells the empty draft as empty, with nothing unread',
    act: ({ mailbox }) => mailbox.readDraft(EVERYTHING),
    result: {
      kind: 'message',
      from: { name: 'Eva Own', address: 'eva@own.example' },
      recipients: [],
      subject: '',
      body: '',
      attachments: [],
      composeType: 'newMail',
      purpose: null,
      openedWith: null,
      label: null,
      categories: [],
      unread: [],
    },
  },
  {
    says: 'a mailbox reads no more than it is asked for',
    item: { to: [entry(ANNA)], subject: 'Angebot', body: { text: 'Text' } },
    act: async ({ mailbox }) => {
      const { from, recipients, subject, body, unread } = await mailbox.readDraft(['subject']);
      return { from, recipients, subject, body, unread };
    },
    result: { from: null, recipients: [], subject: 'Angebot', body: '', unread: [] },
  },
  {
    says: 'a mailbox reads a part once when it is asked for twice',
    item: { to: [entry(ANNA)] },
    act: async ({ mailbox }) => (await mailbox.readDraft(['to', 'to'])).recipients.length,
    result: 1,
  },
  {
    says: 'a mailbox shows only people Outlook has resolved',
    item: { to: [entry(ANNA)], typed: { to: ['Frau Unbekannt'] } },
    act: async ({ mailbox }) => (await mailbox.readDraft(['to'])).recipients.map(({ address }) => address),
    result: ['anna@kunde.example'],
  },
  {
    says: 'a mailbox keeps a contact group without an address, as a list',
    item: { to: [{ displayName: 'Skatrunde', emailAddress: '', recipientType: 'distributionList' }] },
    act: ({ mailbox }) => mailbox.readField('to'),
    result: { recipients: [{ name: 'Skatrunde', address: '', field: 'to', list: true }], complete: true },
  },
  {
    says: 'a mailbox on a Mac keeps a recipient whose address is null',
    client: 'mac',
    item: { to: [{ displayName: 'Skatrunde', emailAddress: '', recipientType: 'other' }] },
    act: ({ mailbox }) => mailbox.readField('to'),
    result: { recipients: [{ name: 'Skatrunde', address: '', field: 'to' }], complete: true },
  },
  {
    says: 'a mailbox keeps an Exchange name as it stands',
    item: { cc: [{ displayName: 'Alt', emailAddress: '/o=Own/ou=Exchange/cn=Recipients/cn=alt' }] },
    act: ({ mailbox }) => mailbox.readField('cc'),
    result: { recipients: [{ name: 'Alt', address: '/o=Own/ou=Exchange/cn=Recipients/cn=alt', field: 'cc' }], complete: true },
  },
  {
    says: 'a mailbox does not believe Outlook about who is internal',
    item: { to: [{ displayName: 'Anna Arendt', emailAddress: 'anna@kunde.example', recipientType: 'user' }] },
    act: ({ mailbox }) => mailbox.readField('to'),
    result: { recipients: [{ ...ANNA, field: 'to' }], complete: true },
  },
  {
    says: 'a mailbox tells the attendees of a meeting',
    item: { kind: 'meeting', requiredAttendees: [entry(ANNA)], optionalAttendees: [entry(BEN)] },
    act: async ({ mailbox }) => ({ kind: mailbox.kind, recipients: (await mailbox.readDraft(['required', 'optional'])).recipients }),
    result: { kind: 'meeting', recipients: [{ ...ANNA, field: 'required' }, { ...BEN, field: 'optional' }] },
  },
  {
    says: 'a mailbox has no Bcc in a meeting, and does not call it empty',
    item: { kind: 'meeting', requiredAttendees: [entry(ANNA)] },
    act: async ({ mailbox }) => (await mailbox.readDraft(['required', 'bcc'])).unread,
    result: ['bcc'],
  },
  {
    says: 'a mailbox knows its owner apart from the sender',
    item: { from: { displayName: 'Vertriebspostfach', emailAddress: 'sales@own.example' } },
    act: async ({ mailbox }) => ({ owner: mailbox.owner, from: (await mailbox.readDraft(['from'])).from }),
    result: { owner: { name: 'Eva Own', address: 'eva@own.example' }, from: { name: 'Vertriebspostfach', address: 'sales@own.example' } },
  },
  {
    says: 'a mailbox takes the organiser of a meeting for its sender',
    item: { kind: 'meeting', from: { displayName: 'Teamkalender', emailAddress: 'team@own.example' } },
    act: async ({ mailbox }) => {
      const { from, unread } = await mailbox.readDraft(['from']);
      return { from, unread };
    },
    result: { from: { name: 'Teamkalender', address: 'team@own.example' }, unread: [] },
  },
  {
    says: 'a mailbox does not know a sender without an address',
    item: { from: { displayName: 'Vertriebspostfach', emailAddress: '' } },
    act: async ({ mailbox }) => {
      const { from, unread } = await mailbox.readDraft(['from']);
      return { from, unread };
    },
    result: { from: null, unread: ['from'] },
  },
  {
    says: 'a mailbox does not take the owner for a sender it could not read',
    faults: { 'from.getAsync': 'fail' },
    act: async ({ mailbox }) => {
      const { from, unread } = await mailbox.readDraft(['from']);
      return { from, unread };
    },
    result: { from: null, unread: ['from'] },
  },
];

const CUT_OFF: readonly Expectation[] = [
  ...([[99, true], [100, true], [101, true], [499, true], [500, false], [999, true], [1000, false]] as const).map(
    ([count, complete]): Expectation => ({
      says: `a mailbox ${complete ? 'takes' : 'does not take'} ${count} recipients for all of them`,
      item: { to: crowdOfEntries(count) },
      act: ({ mailbox }) => lengthOf(mailbox, 'to'),
      result: { read: count, complete },
    }),
  ),
  {
    says: 'a mailbox on the web keeps the 1,000 people it is told, and says that there may be more',
    client: 'web',
    item: { to: crowdOfEntries(1200), cc: [entry(ANNA)] },
    act: async ({ mailbox }) => {
      const { recipients, unread } = await mailbox.readDraft(['to', 'cc']);
      return { read: recipients.length, unread };
    },
    result: { read: 1001, unread: ['to'] },
  },
  {
    says: 'a mailbox in classic Outlook keeps the 500 people it is told, and says that there may be more',
    client: 'classicWindows_1_15',
    item: { to: crowdOfEntries(600) },
    act: ({ mailbox }) => lengthOf(mailbox, 'to'),
    result: { read: 500, complete: false },
  },
  ...(['web', 'classicWindows_1_15'] as const).map((client): Expectation => ({
    says: `a mailbox of ${client} says beforehand how long a list it could read whole`,
    client,
    act: ({ mailbox }) => Promise.resolve([499, 500, 501, 999, 1000].map((count) => mailbox.readsWhole(count))),
    result: client === 'web' ? [true, false, true, true, false] : [true, false, false, false, false],
    inOfficeJs: { result: [true, false, true, true, false], because: AS_ON_THE_WEB, only: 'web' },
  })),
];

const WRITING: readonly Expectation[] = [
  {
    says: 'a mailbox adds people to those who are there',
    item: { bcc: [entry(ANNA)] },
    act: ({ mailbox }) => outcome(mailbox.addRecipients('bcc', [BEN])),
    result: 'succeeded',
    after: { bcc: ['anna@kunde.example', 'ben@partner.example'] },
  },
  {
    says: 'a mailbox writes a person with name and address',
    act: async ({ mailbox }) => {
      await mailbox.addRecipients('to', [{ name: 'Jörg Müßig', address: 'joerg@kunde.example' }]);
      return (await mailbox.readField('to')).recipients;
    },
    result: [{ name: 'Jörg Müßig', address: 'joerg@kunde.example', field: 'to' }],
  },
  {
    says: 'a mailbox sets a field to other people, and leaves the others alone',
    item: { to: [entry(ANNA)], cc: [entry(BEN)] },
    act: ({ mailbox }) => outcome(mailbox.setRecipients('to', [BEN])),
    result: 'succeeded',
    after: { to: ['ben@partner.example'], cc: ['ben@partner.example'] },
  },
  {
    says: 'a mailbox empties a field',
    item: { cc: [entry(ANNA)] },
    act: ({ mailbox }) => outcome(mailbox.setRecipients('cc', [])),
    result: 'succeeded',
    after: { cc: [] },
  },
  {
    says: 'a mailbox on the web says that it emptied Bcc, and has not (#2925)',
    client: 'web',
    item: { bcc: [entry(ANNA)] },
    act: async ({ mailbox }) => [await outcome(mailbox.setRecipients('bcc', [])), (await mailbox.readField('bcc')).recipients.length],
    result: ['succeeded', 1],
    after: { bcc: ['anna@kunde.example'] },
  },
  {
    says: 'a mailbox writes the attendees of a meeting',
    item: { kind: 'meeting', requiredAttendees: [entry(ANNA)] },
    act: async ({ mailbox }) => [await outcome(mailbox.addRecipients('required', [BEN])), await outcome(mailbox.setRecipients('optional', [ANNA]))],
    result: ['succeeded', 'succeeded'],
    after: { requiredAttendees: ['anna@kunde.example', 'ben@partner.example'], optionalAttendees: ['anna@kunde.example'] },
  },
  {
    says: 'a mailbox writes 100 people in one call',
    act: async ({ mailbox }) => [await outcome(mailbox.addRecipients('bcc', crowd(100))), (await mailbox.readField('bcc')).recipients.length],
    result: ['succeeded', 100],
  },
  {
    says: 'a mailbox fails at more than 100 people in one call, and changes nothing',
    item: { bcc: [entry(ANNA)] },
    act: async ({ mailbox }) => [await outcome(mailbox.addRecipients('bcc', crowd(101))), await outcome(mailbox.setRecipients('bcc', crowd(101)))],
    result: [
      { operation: 'bcc.addAsync', code: null, timedOut: false },
      { operation: 'bcc.setAsync', code: null, timedOut: false },
    ],
    after: { bcc: ['anna@kunde.example'] },
  },
  {
    says: 'a mailbox fails at a person with an endless name, and changes nothing',
    act: ({ mailbox }) => outcome(mailbox.addRecipients('to', [{ name: 'x'.repeat(256), address: 'x@kunde.example' }])),
    result: { operation: 'to.addAsync', code: null, timedOut: false },
    after: { to: [] },
  },
  {
    says: 'a mailbox has no Bcc to write to in a meeting',
    item: { kind: 'meeting' },
    act: ({ mailbox }) => outcome(mailbox.addRecipients('bcc', [ANNA])),
    result: { operation: 'bcc.addAsync', code: null, timedOut: false },
  },
  {
    says: 'a mailbox reports as failed what was done but came back as an error',
    faults: { 'bcc.addAsync': 'failLate' },
    act: ({ mailbox }) => outcome(mailbox.addRecipients('bcc', [ANNA])),
    result: { operation: 'bcc.addAsync', code: 5001, timedOut: false },
    after: { bcc: ['anna@kunde.example'] },
  },
  {
    says: 'a mailbox whose pane watches the recipients hears of a change',
    act: ({ calls, mailbox }) =>
      new Promise((resolve) => {
        const watching: Promise<boolean> = watchRecipients(calls, () => void watching.then((does) => resolve({ watching: does, heard: true })));
        void watching.then(() => mailbox.addRecipients('to', [ANNA]));
      }),
    result: { watching: true, heard: true },
  },
];

const FAILING: readonly Expectation[] = [
  ...[5001, 9012, 9013, 9030, 9032, 9038, 9042].map(
    (code): Expectation => ({
      says: `a mailbox hands on the host's error ${code}, for reading and for writing`,
      item: { to: [entry(ANNA)] },
      faults: { 'to.getAsync': { fail: code }, 'to.setAsync': { fail: code } },
      act: async ({ mailbox }) => [await outcome(mailbox.readField('to')), await outcome(mailbox.setRecipients('to', []))],
      result: [
        { operation: 'to.getAsync', code, timedOut: false },
        { operation: 'to.setAsync', code, timedOut: false },
      ],
      after: { to: ['anna@kunde.example'] },
    }),
  ),
  {
    says: 'a mailbox reads what it can when one field fails, and names the field',
    item: { to: [entry(ANNA)], cc: [entry(BEN)] },
    faults: { 'cc.getAsync': 'fail' },
    act: async ({ mailbox }) => {
      const { recipients, unread } = await mailbox.readDraft(MESSAGE_FIELDS);
      return { recipients, unread };
    },
    result: { recipients: [{ ...ANNA, field: 'to' }], unread: ['cc'] },
  },
  {
    says: 'a mailbox reads a draft without ever failing, even if everything does',
    faults: { '*': 'fail' },
    // Not every client can be asked for categories; those that can are further down.
    act: ({ mailbox }) => mailbox.readDraft(EVERYTHING.filter((part) => part !== 'categories')),
    result: {
      kind: 'message', from: null, recipients: [], subject: '', body: '', attachments: [], composeType: null, purpose: null, openedWith: null, label: null, categories: [],
      unread: ['to', 'cc', 'bcc', 'from', 'subject', 'body', 'attachments', 'label'],
    },
    inOfficeJs: {
      result: {
        kind: 'message', from: null, recipients: [], subject: '', body: '', attachments: [], composeType: null, purpose: null, openedWith: null, label: null, categories: [],
        unread: ['to', 'cc', 'bcc', 'from', 'subject', 'body', 'attachments'],
      },
      because: NO_LABELS,
    },
  },
  {
    says: 'a mailbox takes an API that throws for one that failed',
    faults: { 'to.getAsync': 'throw', 'subject.getAsync': 'throw' },
    act: async ({ mailbox }) => {
      const { operation, timedOut } = (await outcome(mailbox.readField('to'))) as { operation: string; timedOut: boolean };
      return { operation, timedOut, unread: (await mailbox.readDraft(['to', 'subject'])).unread };
    },
    result: { operation: 'to.getAsync', timedOut: false, unread: ['to', 'subject'] },
  },
  {
    says: 'a mailbox gives up on a host that never answers, in its own time',
    faults: { 'to.getAsync': 'hang', 'to.addAsync': 'hang' },
    act: async (surroundings) => {
      const mailbox = shortMailbox(surroundings);
      const began = surroundings.clock.now();
      const ends = [await outcome(mailbox.readField('to')), await outcome(mailbox.addRecipients('to', [ANNA]))];
      return { ends, inTime: surroundings.clock.now() - began < 10 * SHORT };
    },
    result: {
      ends: [
        { operation: 'to.getAsync', code: null, timedOut: true },
        { operation: 'to.addAsync', code: null, timedOut: true },
      ],
      inTime: true,
    },
  },
  {
    says: 'a mailbox does not know what became of a change that was never answered',
    faults: { 'to.addAsync': 'hangLate' },
    act: (surroundings) => outcome(shortMailbox(surroundings).addRecipients('to', [ANNA])),
    result: { operation: 'to.addAsync', code: null, timedOut: true },
    after: { to: ['anna@kunde.example'] },
  },
  {
    says: 'a mailbox reads on when the first calls are never answered',
    // A client without a limit of its own; the others refuse further calls while three hang.
    client: 'classicWindows_1_16',
    item: { subject: 'Angebot', body: { text: 'Text' } },
    faults: { 'to.getAsync': 'hang', 'cc.getAsync': 'hang', 'bcc.getAsync': 'hang' },
    act: async (surroundings) => {
      const { subject, body, unread } = await shortMailbox(surroundings).readDraft(['to', 'cc', 'bcc', 'subject', 'body']);
      return { subject, body, unread };
    },
    result: { subject: 'Angebot', body: 'Text', unread: ['to', 'cc', 'bcc'] },
  },
  {
    says: 'a mailbox never takes an answer without people for a field without people',
    item: { to: [entry(ANNA)] },
    faults: { 'to.getAsync': 'empty' },
    act: ({ mailbox }) => outcome(mailbox.readField('to')),
    result: { operation: 'to.getAsync', code: null, timedOut: false },
    inOfficeJs: {
      result: 'succeeded',
      because: 'the npm library turns a missing list into an empty one before the add-in sees it (getRecipients_format)',
    },
  },
  {
    says: 'a mailbox never takes an answer without content for an empty text',
    item: { subject: 'Angebot', body: { text: 'Text' } },
    faults: { 'subject.getAsync': 'empty', 'body.getAsync': 'empty', 'from.getAsync': 'empty' },
    act: async ({ mailbox }) => (await mailbox.readDraft(['subject', 'body', 'from'])).unread,
    result: ['subject', 'body', 'from'],
  },
  {
    says: 'a mailbox does not guess what kind of mail it is when it is not told',
    item: { composeType: 'reply' },
    faults: { getComposeTypeAsync: 'fail' },
    act: async ({ mailbox }) => (await mailbox.readDraft(['to'])).composeType,
    result: null,
  },
];

const SESSION: readonly Expectation[] = [
  {
    says: 'a mailbox remembers what it was given for this draft',
    act: async ({ mailbox: { session } }) => [await session.write('umsicht.a', '{"ü":1}'), await session.write('umsicht.b', ''), await session.read('umsicht.a'), await session.read('umsicht.b')],
    result: [true, true, '{"ü":1}', ''],
  },
  {
    says: 'a mailbox remembers the last of two',
    act: async ({ mailbox: { session } }) => [await session.write('umsicht.a', 'one'), await session.write('umsicht.a', 'two'), await session.read('umsicht.a')],
    result: [true, true, 'two'],
  },
  {
    says: 'a mailbox has nothing where nothing was kept',
    act: ({ mailbox: { session } }) => session.read('umsicht.missing'),
    result: null,
  },
  {
    says: 'a mailbox says when something is too large to keep, and keeps what it had',
    client: 'classicWindows_1_15',
    act: async ({ mailbox: { session } }) => [await session.write('umsicht.a', 'small'), await session.write('umsicht.a', 'x'.repeat(50_001)), await session.read('umsicht.a')],
    result: [true, false, 'small'],
  },
  ...([['fail', 'no answer'], ['throw', 'no answer'], ['empty', null]] as const).map(
    ([fault, told]): Expectation => ({
      says: `a mailbox whose memory answers with "${fault}" ${told === null ? 'has nothing' : 'has not answered'}`,
      faults: { 'sessionData.getAsync': fault },
      act: async ({ mailbox: { session } }) => [await session.write('umsicht.a', 'kept'), answered(await session.read('umsicht.a'))],
      result: [true, told],
    }),
  ),
  {
    says: 'a mailbox whose memory hangs says so in its own time',
    faults: { 'sessionData.getAsync': 'hang', 'sessionData.setAsync': 'hang' },
    act: async (surroundings) => {
      const { session } = shortMailbox(surroundings);
      return [await session.write('umsicht.a', 'kept'), answered(await session.read('umsicht.a'))];
    },
    result: [false, 'no answer'],
  },
];

const CLIENT_FACTS: readonly Expectation[] = [
  ...(
    [
      ['classicWindows_1_12', { sendModeOverride: false, dialogButton: 'none', markdown: false, delay: false }],
      ['classicWindows_1_13', { sendModeOverride: false, dialogButton: 'none', markdown: false, delay: true }],
      ['classicWindows_1_14', { sendModeOverride: true, dialogButton: 'pane', markdown: false, delay: true }],
      ['classicWindows_1_15', { sendModeOverride: true, dialogButton: 'function', markdown: true, delay: true }],
      ['mac', { sendModeOverride: true, dialogButton: 'pane', markdown: false, delay: true }],
      ['web', { sendModeOverride: true, dialogButton: 'function', markdown: true, delay: true }],
    ] as const
  ).map(
    ([client, abilities]): Expectation => ({
      says: `a mailbox knows what the dialog of ${client} can do`,
      client,
      act: ({ mailbox }) => Promise.resolve(mailbox.abilities),
      result: abilities,
    }),
  ),
  ...(['de', 'en'] as const).map(
    (language): Expectation => ({
      says: `a mailbox speaks "${language}" where Outlook does`,
      language,
      act: ({ mailbox }) => Promise.resolve(mailbox.language),
      result: language,
    }),
  ),
  {
    says: 'a mailbox whose pane nobody sent for hands nothing over',
    act: ({ calls }) => readInitializationContext(calls),
    result: null,
  },
  {
    says: 'a mailbox of a new client can tell an open pane of a new hand-over',
    act: ({ calls }) => watchInitializationContext(calls, () => undefined),
    result: true,
    inOfficeJs: { result: false, because: 'InitializationContextChanged came with Mailbox 1.15, the npm library ends with 1.12' },
  },
  {
    says: 'a mailbox on a Mac cannot tell an open pane of a new hand-over',
    client: 'mac',
    act: ({ calls }) => watchInitializationContext(calls, () => undefined),
    result: false,
  },
  {
    says: 'a mailbox tells the colours Outlook is shown in',
    act: () => Promise.resolve(readTheme()?.bodyBackground ?? null),
    result: '#ffffff',
    inOfficeJs: { result: null, because: 'the npm library for the web does not pass the theme on', only: 'web' },
  },
];

const LABELS: readonly Label[] = [
  { id: 'aaaaaaaa-0000-0000-0000-000000000001', name: 'Öffentlich' },
  { id: 'bbbbbbbb-0000-0000-0000-000000000002', name: 'Vertraulich', children: [{ id: 'CCCCCCCC-0000-0000-0000-000000000003', name: 'Nur intern' }] },
];
const PUBLIC = 'aaaaaaaa-0000-0000-0000-000000000001';

async function labelOf(mailbox: Mailbox): Promise<unknown> {
  const { label, unread } = await mailbox.readDraft(['label']);
  return { label, unread };
}

async function categoriesOf(mailbox: Mailbox, parts: readonly HostPart[] = ['categories']): Promise<unknown> {
  const { categories, unread } = await mailbox.readDraft(parts);
  return { categories, unread };
}

const withoutLabels = { inOfficeJs: { result: { label: null, unread: [] }, because: NO_LABELS } };

const MARKS: readonly Expectation[] = [
  ...(['web', 'mac', 'classicWindows_1_13', 'classicWindows_1_16'] as const).map((client): Expectation => ({
    says: `a mailbox of ${client} tells the sensitivity label and its name`,
    client,
    labels: LABELS,
    item: { label: PUBLIC },
    act: ({ mailbox }) => labelOf(mailbox),
    result: { label: { id: PUBLIC, name: 'Öffentlich' }, unread: [] },
    ...withoutLabels,
  })),
  {
    says: 'a mailbox tells a label below another one by both names, however its id is spelt',
    labels: LABELS,
    item: { label: 'cccccccc-0000-0000-0000-000000000003' },
    act: ({ mailbox }) => labelOf(mailbox),
    result: { label: { id: 'cccccccc-0000-0000-0000-000000000003', name: 'Vertraulich/Nur intern' }, unread: [] },
    ...withoutLabels,
  },
  {
    says: 'a mailbox tells a label that the catalog does not list, without a name',
    labels: LABELS,
    item: { label: 'dddddddd-0000-0000-0000-000000000004' },
    act: ({ mailbox }) => labelOf(mailbox),
    result: { label: { id: 'dddddddd-0000-0000-0000-000000000004', name: null }, unread: [] },
    ...withoutLabels,
  },
  {
    says: 'a mailbox without a label on the draft has read that there is none',
    labels: LABELS,
    act: ({ mailbox }) => labelOf(mailbox),
    result: { label: null, unread: [] },
  },
  {
    says: 'a mailbox whose organisation has labels off has read that there is none',
    item: { label: PUBLIC },
    act: ({ mailbox }) => labelOf(mailbox),
    result: { label: null, unread: [] },
  },
  {
    says: 'a mailbox of a client before labels has read that there is none',
    client: 'classicWindows_1_12',
    labels: LABELS,
    item: { label: PUBLIC },
    act: ({ mailbox }) => labelOf(mailbox),
    result: { label: null, unread: [] },
  },
  {
    says: 'a mailbox tells the label of a meeting',
    labels: LABELS,
    item: { kind: 'meeting', label: PUBLIC },
    act: ({ mailbox }) => labelOf(mailbox),
    result: { label: { id: PUBLIC, name: 'Öffentlich' }, unread: [] },
    ...withoutLabels,
  },
  ...(['sensitivityLabelsCatalog.getIsEnabledAsync', 'sensitivityLabel.getAsync'] as const).flatMap((method) => (['fail', 'throw', 'hang'] as const).map((fault): Expectation => ({
    says: `a mailbox whose client answers ${method} with "${fault}" has not read the label`,
    labels: LABELS,
    item: { label: PUBLIC },
    faults: { [method]: fault },
    act: (surroundings) => labelOf(shortMailbox(surroundings)),
    result: { label: null, unread: ['label'] },
    ...withoutLabels,
  }))),
  {
    says: 'a mailbox that is told the label and not what it is called has not read all of it',
    labels: LABELS,
    item: { label: PUBLIC },
    faults: { 'sensitivityLabelsCatalog.getAsync': 'fail' },
    act: ({ mailbox }) => labelOf(mailbox),
    result: { label: { id: PUBLIC, name: null }, unread: ['label'] },
    ...withoutLabels,
  },
  ...([['classicWindows_1_12', ['Personal', 'Mandant']], ['mac', ['Personal', 'Mandant']], ['web', []], ['newWindows', []]] as const).map(([client, categories]): Expectation => ({
    says: `a mailbox of ${client} tells ${categories.length === 0 ? 'of no categories of a message' : 'the categories of a message'}, and nothing is unread`,
    client,
    item: { categories: ['Personal', 'Mandant'] },
    act: ({ mailbox }) => categoriesOf(mailbox),
    result: { categories, unread: [] },
    ...(categories.length === 0 ? {} : { inOfficeJs: { result: { categories: [], unread: [] }, because: AS_ON_THE_WEB, only: 'web' as const } }),
  })),
  {
    says: 'a mailbox in which classic Outlook says null for no categories has read that there are none',
    client: 'classicWindows_1_16',
    act: ({ mailbox }) => categoriesOf(mailbox),
    result: { categories: [], unread: [] },
  },
  {
    says: 'a mailbox tells the categories of a meeting',
    item: { kind: 'meeting', categories: ['Mandant'] },
    act: ({ mailbox }) => categoriesOf(mailbox),
    result: { categories: ['Mandant'], unread: [] },
  },
  ...(['fail', 'throw', 'empty'] as const).map((fault): Expectation => ({
    says: `a mailbox whose client answers with "${fault}" has not read the categories`,
    item: { kind: 'meeting', categories: ['Mandant'] },
    faults: { 'categories.getAsync': fault },
    act: ({ mailbox }) => categoriesOf(mailbox),
    result: { categories: [], unread: ['categories'] },
  })),
];

const IMPRINT = 'Own GmbH & Co.\nHauptstr. 1';
const IMPRINT_HTML = '<p class="MsoNormal">&nbsp;</p><p class="MsoNormal">Own GmbH &amp; Co.<br>Hauptstr. 1</p>';
const REPLY_HTML = '<div>Guten Tag</div>';
const QUOTED_HTML = '<div id="divRplyFwdMsg"><b>Von:</b> Anna</div><div>Alt</div>';

const TEXT: readonly Expectation[] = [
  {
    says: 'a mailbox puts a text in front of quoted mail',
    item: { composeType: 'reply', body: { html: REPLY_HTML + QUOTED_HTML } },
    act: ({ mailbox }) => outcome(mailbox.insertText(IMPRINT)),
    result: 'succeeded',
    bodyAfter: `${REPLY_HTML}${IMPRINT_HTML}<p class="MsoNormal">&nbsp;</p>${QUOTED_HTML}`,
  },
  {
    says: 'a mailbox puts a text into a meeting',
    item: { kind: 'meeting', body: { html: REPLY_HTML } },
    act: ({ mailbox }) => outcome(mailbox.insertText(IMPRINT)),
    result: 'succeeded',
    bodyAfter: REPLY_HTML + IMPRINT_HTML,
  },
  {
    says: 'a mailbox puts a text in once',
    item: { body: { html: REPLY_HTML } },
    act: async ({ mailbox }) => [await outcome(mailbox.insertText(IMPRINT)), await outcome(mailbox.insertText(IMPRINT))],
    result: ['succeeded', 'succeeded'],
    bodyAfter: REPLY_HTML + IMPRINT_HTML,
  },
  {
    says: 'a mailbox puts a text into plain-text mail',
    item: { bodyType: 'text', body: { text: 'Guten Tag' } },
    act: async ({ mailbox }) => [await outcome(mailbox.insertText(IMPRINT)), (await mailbox.readDraft(['body'])).body.trim()],
    result: ['succeeded', `Guten Tag\n\n${IMPRINT}`],
  },
  ...(['fail', 'throw', 'empty'] as const).map((fault): Expectation => ({
    says: `a mailbox leaves a mail alone whose client answers a written body with "${fault}"`,
    item: { body: { html: REPLY_HTML } },
    faults: { 'body.setAsync': fault },
    act: async ({ mailbox }) => (await outcome(mailbox.insertText(IMPRINT))) !== 'succeeded',
    result: true,
    bodyAfter: REPLY_HTML,
  })),
  ...(['failLate', 'hangLate'] as const).map((fault): Expectation => ({
    says: `a mailbox sees that a text stands there although the client answered with "${fault}"`,
    item: { body: { html: REPLY_HTML } },
    faults: { 'body.setAsync': fault },
    act: (surroundings) => outcome(shortMailbox(surroundings).insertText(IMPRINT)),
    result: 'succeeded',
    bodyAfter: REPLY_HTML + IMPRINT_HTML,
  })),
  ...(['body.getAsync', 'body.getTypeAsync'] as const).flatMap((method) => (['fail', 'hang', 'empty', 'throw'] as const).map((fault): Expectation => ({
    says: `a mailbox leaves a mail alone whose client answers ${method} with "${fault}"`,
    item: { body: { html: REPLY_HTML } },
    faults: { [method]: fault },
    act: async (surroundings) => (await outcome(shortMailbox(surroundings).insertText(IMPRINT))) !== 'succeeded',
    result: true,
    bodyAfter: REPLY_HTML,
  }))),
  {
    says: 'a mailbox on new Outlook puts back a mail of many pictures that the client cuts (#6944)',
    client: 'newWindows',
    item: { body: { html: `${'<img src="cid:x">'.repeat(9)}<p>Guten Tag</p>${'<img src="cid:y">'.repeat(9)}` } },
    act: async ({ mailbox }) => (await outcome(mailbox.insertText(IMPRINT))) !== 'succeeded',
    result: true,
  },
  {
    says: 'a mailbox in an event handler never writes a body, nor a time of delivery',
    item: { body: { html: REPLY_HTML } },
    act: async ({ calls }) => {
      const mailbox = openMailboxForEvents(calls);
      return [(await outcome(mailbox.insertText(IMPRINT))) !== 'succeeded', (await outcome(mailbox.delayDelivery(5))) !== 'succeeded'];
    },
    result: [true, true],
    bodyAfter: REPLY_HTML,
  },
];

const MINUTE = 60_000;

/** In how many minutes the host would deliver, to the minute; 0: at once. */
async function minutesLeft({ calls, clock }: Surroundings): Promise<number> {
  const at = await calls.ask<Date | number, number>('delayDeliveryTime.getAsync', (answer) => Office.context.mailbox.item?.delayDeliveryTime.getAsync(answer), Number);
  return Math.max(0, Math.round((at - clock.now()) / MINUTE));
}

const DELAY: readonly Expectation[] = [
  {
    says: 'a mailbox has a message delivered later, and takes that back',
    act: async (surroundings) => {
      const { mailbox } = surroundings;
      const ends = [await outcome(mailbox.delayDelivery(5)), await minutesLeft(surroundings)];
      return [...ends, await outcome(mailbox.delayDelivery(null)), await minutesLeft(surroundings)];
    },
    result: ['succeeded', 5, 'succeeded', 0],
  },
  {
    says: 'a mailbox that was opened anew still knows which delay is its own',
    act: async (surroundings) => {
      await surroundings.mailbox.delayDelivery(5);
      return [await outcome(openMailbox(surroundings.calls).delayDelivery(null)), await minutesLeft(surroundings)];
    },
    result: ['succeeded', 0],
  },
  {
    says: 'a mailbox moves a delay of its own to another time, earlier too',
    act: async (surroundings) => {
      const { mailbox } = surroundings;
      await mailbox.delayDelivery(10);
      await mailbox.delayDelivery(3);
      return minutesLeft(surroundings);
    },
    result: 3,
  },
  {
    says: 'a mailbox neither shortens nor takes back a later time that the sender has chosen',
    item: { deliverAt: Date.UTC(2099, 0, 1) },
    act: async (surroundings) => {
      const before = await minutesLeft(surroundings);
      const ends = [await outcome(surroundings.mailbox.delayDelivery(5)), await outcome(surroundings.mailbox.delayDelivery(null))];
      return [...ends, before - (await minutesLeft(surroundings)) <= 1];
    },
    result: ['succeeded', 'succeeded', true],
  },
  {
    says: 'a mailbox has nothing to take back where nothing was delayed',
    act: async (surroundings) => [await outcome(surroundings.mailbox.delayDelivery(null)), await minutesLeft(surroundings)],
    result: ['succeeded', 0],
  },
  ...([0, -5, Number.NaN, 8 * 24 * 60] as const).map((minutes): Expectation => ({
    says: `a mailbox is not asked to wait ${minutes} minutes`,
    act: async (surroundings) => [(await outcome(surroundings.mailbox.delayDelivery(minutes))) !== 'succeeded', await minutesLeft(surroundings)],
    result: [true, 0],
  })),
  {
    says: 'a mailbox of a client before 1.13 cannot delay, and says so',
    client: 'classicWindows_1_12',
    act: async ({ mailbox }) => [mailbox.abilities.delay, await outcome(mailbox.delayDelivery(5))],
    result: [false, { operation: 'delayDeliveryTime.setAsync', code: null, timedOut: false }],
  },
  {
    says: 'a mailbox cannot delay a meeting',
    item: { kind: 'meeting' },
    act: async ({ mailbox }) => (await outcome(mailbox.delayDelivery(5))) !== 'succeeded',
    result: true,
  },
  ...(['fail', 'empty', 'throw', 'hang'] as const).map((fault): Expectation => ({
    says: `a mailbox does not claim a delay whose client answers with "${fault}"`,
    faults: { 'delayDeliveryTime.setAsync': fault },
    act: async (surroundings) => [(await outcome(shortMailbox(surroundings).delayDelivery(5))) !== 'succeeded', await minutesLeft(surroundings)],
    result: [true, 0],
  })),
];

const NOTICE: DraftNotice = { text: 'Empfänger sehen einander: 4 Personen aus 4 Organisationen.', button: { label: 'In Umsicht prüfen', commandId: 'Umsicht.OpenPane' } };
const WITHOUT_BUTTON: DraftNotice = { text: 'Eine Zeile', button: null };
const FINDINGS = 'umsicht.findings';
const MOVED = 'umsicht.moved';

const BAR: readonly Expectation[] = [
  {
    says: 'a mailbox shows a notice with a button, tells that it stands, and takes it away',
    act: async ({ calls }) => {
      const bar = notificationBar(calls);
      const before = await bar.standing();
      const steps = [bar.pane, bar.room, await bar.show(FINDINGS, NOTICE), await bar.standing(), await bar.remove(FINDINGS), await bar.standing()];
      return [before, ...steps];
    },
    result: [[], 'button', 4, true, [FINDINGS], true, []],
    noticesAfter: [],
  },
  {
    says: 'a mailbox says above the draft what it was given, with the button',
    act: ({ calls }) => notificationBar(calls).show(FINDINGS, NOTICE),
    result: true,
    noticesAfter: [{ type: 'insightMessage', message: NOTICE.text, button: NOTICE.button }],
  },
  {
    says: 'a mailbox takes a notice in place of one of the same name, with a button or without',
    act: async ({ calls }) => {
      const bar = notificationBar(calls);
      return [await bar.show(FINDINGS, NOTICE), await bar.show(FINDINGS, { ...NOTICE, text: 'Anders' }), await bar.show(FINDINGS, WITHOUT_BUTTON), await bar.standing()];
    },
    result: [true, true, true, [FINDINGS]],
    noticesAfter: [{ type: 'informationalMessage', message: WITHOUT_BUTTON.text, button: null }],
  },
  {
    says: 'a mailbox takes one notice with a button and others without, beside what a button has done',
    act: async ({ calls }) => {
      const bar = notificationBar(calls);
      const steps = [await bar.show(MOVED, WITHOUT_BUTTON), await notify(bar, 'Eine Person steht jetzt in Bcc.'), await bar.show(FINDINGS, NOTICE)];
      return [...steps, ((await bar.standing()) || []).slice().sort()];
    },
    result: [true, true, true, ['umsicht', FINDINGS, MOVED]],
  },
  {
    says: 'a mailbox refuses a second notice with a button, and says so',
    act: async ({ calls }) => {
      const bar = notificationBar(calls);
      return [await bar.show(MOVED, NOTICE), await bar.show(FINDINGS, NOTICE), await bar.standing()];
    },
    result: [true, false, [MOVED]],
  },
  {
    says: 'a mailbox refuses a notice of more than 150 characters, and takes one of exactly so many',
    act: async ({ calls }) => {
      const bar = notificationBar(calls);
      return [await bar.show(FINDINGS, { ...NOTICE, text: 'x'.repeat(151) }), await bar.show(FINDINGS, { ...NOTICE, text: 'x'.repeat(150) })];
    },
    result: [false, true],
    noticesAfter: [{ type: 'insightMessage', message: 'x'.repeat(150), button: NOTICE.button }],
  },
  {
    says: 'a mailbox has nothing to take away where no notice stands',
    act: ({ calls }) => notificationBar(calls).remove(FINDINGS),
    result: false,
  },
  ...(['fail', 'empty', 'throw', 'hang'] as const).map((fault): Expectation => ({
    says: `a mailbox whose list of notices comes with "${fault}" does not tell which ones stand`,
    faults: { 'notificationMessages.getAllAsync': fault },
    act: ({ clock }) => notificationBar(officeCalls({ clock, timeout: SHORT })).standing(),
    result: null,
  })),
  ...(['fail', 'throw', 'hang'] as const).map((fault): Expectation => ({
    says: `a mailbox whose client answers a notice with "${fault}" does not claim to have said it`,
    faults: { 'notificationMessages.replaceAsync': fault },
    act: ({ clock }) => notificationBar(officeCalls({ clock, timeout: SHORT })).show(FINDINGS, NOTICE),
    result: false,
    noticesAfter: [],
  })),
  {
    says: 'a mailbox shows notices above a meeting',
    item: { kind: 'meeting' },
    act: async ({ calls }) => [await notificationBar(calls).show(FINDINGS, NOTICE), await notificationBar(calls).standing()],
    result: [true, [FINDINGS]],
  },
];

export const EXPECTATIONS: readonly Expectation[] = [...BAR, ...READING, ...CUT_OFF, ...WRITING, ...FAILING, ...SESSION, ...CLIENT_FACTS, ...MARKS, ...TEXT, ...DELAY];
