import { openMailbox } from '../../src/outlook/mailbox';
import { officeCalls } from '../../src/outlook/office-calls';
import { watchInitializationContext, watchRecipients, watchTheme } from '../../src/outlook/pane-events';
import { runtimeClock } from '../../src/outlook/clock';

/* Answers no client is known to give, and which must not get any further than the adapter. */

const global = globalThis as { Office?: unknown };
const calls = officeCalls({ clock: runtimeClock() });

afterEach(() => {
  delete global.Office;
});

type Answer = (result: object) => void;
const answering = (value: unknown) => jest.fn((...given: unknown[]) => (given[given.length - 1] as Answer)({ status: 'succeeded', value }));

/** Outlook with these members on its item, at the given Mailbox set. */
function outlookWith(item: object, set = '1.16'): void {
  global.Office = {
    EventType: { RecipientsChanged: 'recipients', InitializationContextChanged: 'context', OfficeThemeChanged: 'theme' },
    context: {
      mailbox: { item, userProfile: {}, ...item },
      requirements: { isSetSupported: (name: string, wanted: string) => name === 'Mailbox' && Number(wanted.slice(2)) <= Number(set.slice(2)) },
    },
  };
}

test.each([
  ['a subject that is a number', 'subject', { subject: { getAsync: answering(4711) } }],
  ['a body that is an object', 'body', { body: { getAsync: answering({}) } }],
  ['a list of recipients that is a text', 'to', { to: { getAsync: answering('anna@kunde.example') } }],
  ['a recipient that is null', 'to', { to: { getAsync: answering([null]) } }],
  ['a sender that is a text', 'from', { from: { getAsync: answering('eva@own.example') } }],
  ['attachments that are no list', 'attachments', { getAttachmentsAsync: answering({}) }],
] as const)('%s is not read', async (_, part, item) => {
  outlookWith(item);
  expect((await openMailbox(calls).readDraft([part])).unread).toEqual([part]);
});

/** Outlook with labels on that answers with these things about them. */
function labelled(answers: { readonly on?: unknown; readonly id?: unknown; readonly catalog?: unknown }): void {
  const { on, id, catalog } = { on: true, id: 'l-1', catalog: [], ...answers };
  outlookWith({ sensitivityLabel: { getAsync: answering(id) } });
  Object.assign((global.Office as { context: object }).context, { sensitivityLabelsCatalog: { getIsEnabledAsync: answering(on), getAsync: answering(catalog) } });
}

test.each([
  ['labels that are neither on nor off', { on: 'yes' }],
  ['a label that is a number', { id: 7 }],
  ['a label that is an object', { id: { id: 'l-1' } }],
  ['a catalog that is no list', { catalog: {} }],
  ['a catalog with nothing in it', { catalog: [null] }],
  ['a catalog with a label without a name', { catalog: [{ id: 'l-1' }] }],
])('%s are not read', async (_, answers) => {
  labelled(answers);
  expect((await openMailbox(calls).readDraft(['label'])).unread).toEqual(['label']);
});

test.each([null, undefined, ''])('no label is told as %j by this or that client', async (id) => {
  labelled({ id });
  expect(await openMailbox(calls).readDraft(['label'])).toMatchObject({ label: null, unread: [] });
});

test('a catalog that holds itself is read once', async () => {
  const label = { id: 'l-1', name: 'Internal', children: [] as object[] };
  label.children.push(label);
  labelled({ catalog: [label] });
  expect((await openMailbox(calls).readDraft(['label'])).unread).toEqual([]);
});

test('whether labels are on, and what they are called, is asked once for each draft', async () => {
  labelled({ catalog: [{ id: 'L-1', name: 'Internal', children: null }] });
  const mailbox = openMailbox(calls);
  for (let reading = 0; reading < 3; reading += 1) expect((await mailbox.readDraft(['label'])).label).toEqual({ id: 'l-1', name: 'Internal' });
  const { getIsEnabledAsync, getAsync } = (global.Office as { context: { sensitivityLabelsCatalog: Record<string, jest.Mock> } }).context.sensitivityLabelsCatalog;
  expect([getIsEnabledAsync?.mock.calls.length, getAsync?.mock.calls.length]).toEqual([1, 1]);
});

test.each([[{}], ['Client'], [[{ color: 'Preset0' }]], [[null]]])('categories that come as %j are not read', async (value) => {
  outlookWith({ categories: { getAsync: answering(value) } });
  expect((await openMailbox(calls).readDraft(['categories'])).unread).toEqual(['categories']);
});

test('a kind of mail nobody has heard of is not known', async () => {
  outlookWith({ getComposeTypeAsync: answering({ composeType: 'redirect' }), subject: { getAsync: answering('') } });
  expect((await openMailbox(calls).readDraft(['subject'])).composeType).toBeNull();
});

test('the kind of mail is asked for until it is known, and then no more', async () => {
  const getComposeTypeAsync = answering({ composeType: 'forward' });
  getComposeTypeAsync.mockImplementationOnce((...given) => (given[0] as Answer)({ status: 'failed', error: { code: 5001 } }));
  outlookWith({ getComposeTypeAsync, subject: { getAsync: answering('') } });
  const mailbox = openMailbox(calls);

  const told = [];
  for (let reading = 0; reading < 3; reading += 1) told.push((await mailbox.readDraft(['subject'])).composeType);

  expect(told).toEqual([null, 'forward', 'forward']);
  expect(getComposeTypeAsync).toHaveBeenCalledTimes(2);
});

test('a meeting is not asked what kind of mail it is', async () => {
  const getComposeTypeAsync = answering({ composeType: 'forward' });
  outlookWith({ itemType: 'appointment', getComposeTypeAsync, subject: { getAsync: answering('') } });
  expect((await openMailbox(calls).readDraft(['subject'])).composeType).toBeNull();
  expect(getComposeTypeAsync).not.toHaveBeenCalled();
});

test('a mailbox without a draft says so', async () => {
  outlookWith({});
  Object.assign((global.Office as { context: { mailbox: object } }).context.mailbox, { item: null });
  await expect(openMailbox(calls).readField('to')).rejects.toThrow('to.getAsync: no message is open');
});

const WATCHES = [
  ['recipients', '1.6', watchRecipients],
  ['hand-overs', '1.14', watchInitializationContext],
  ['the theme', '1.13', watchTheme],
] as const;

test.each(WATCHES)('a client before the event for %s is not asked for it', async (_, set, watch) => {
  const addHandlerAsync = answering(undefined);
  outlookWith({ addHandlerAsync }, set);
  expect(await watch(calls, jest.fn())).toBe(false);
  expect(addHandlerAsync).not.toHaveBeenCalled();
});

test.each(WATCHES)('a client that refuses the event for %s does not tell the pane', async (_, _set, watch) => {
  outlookWith({ addHandlerAsync: (...given: unknown[]) => (given[2] as Answer)({ status: 'failed', error: { code: 9032 } }) });
  expect(await watch(calls, jest.fn())).toBe(false);
});

test('a hand-over and a theme arrive in the pane as plain data', async () => {
  const handlers = new Map<unknown, (event: unknown) => void>();
  outlookWith({ addHandlerAsync: (type: unknown, handler: (event: unknown) => void, answer: Answer) => { handlers.set(type, handler); answer({ status: 'succeeded' }); } });
  const handedOver = jest.fn();
  const themed = jest.fn();
  await watchInitializationContext(calls, handedOver);
  await watchTheme(calls, themed);

  handlers.get('context')?.({ initializationContextData: '"{\\"nonce\\":\\"n1\\"}"' });
  handlers.get('context')?.(undefined);
  handlers.get('theme')?.({ officeTheme: { bodyBackgroundColor: '#141414' } });
  handlers.get('theme')?.(undefined);

  expect(handedOver.mock.calls).toEqual([[{ nonce: 'n1' }], [null]]);
  expect(themed.mock.calls.map(([theme]) => theme?.bodyBackground ?? null)).toEqual(['#141414', null]);
});

describe('a theme chosen while the client still answers', () => {
  const themes = (themed: jest.Mock) => themed.mock.calls.map(([theme]) => theme?.bodyBackground ?? null);

  /** Outlook in which the user picks another theme between the question for the event and its answer. */
  function choosingMeanwhile(choose: (context: { officeTheme?: object }, raise: (event: unknown) => void) => void): void {
    outlookWith({
      addHandlerAsync: (_type: unknown, handler: (event: unknown) => void, answer: Answer) => {
        choose((global.Office as { context: object }).context, handler);
        answer({ status: 'succeeded' });
      },
    });
  }

  test('is taken over, although no event told of it', async () => {
    const themed = jest.fn();
    choosingMeanwhile((context) => Object.assign(context, { officeTheme: { bodyBackgroundColor: '#000000' } }));
    expect(await watchTheme(calls, themed)).toBe(true);
    expect(themes(themed)).toEqual(['#000000']);
  });

  test('stays as its event told, where the client still shows the one before', async () => {
    const themed = jest.fn();
    choosingMeanwhile((context, raise) => {
      Object.assign(context, { officeTheme: { bodyBackgroundColor: '#ffffff' } });
      raise({ officeTheme: { bodyBackgroundColor: '#000000' } });
    });
    await watchTheme(calls, themed);
    expect(themes(themed)).toEqual(['#000000']);
  });
});
