import fc from 'fast-check';
import { MailboxFailure } from '../../src/core/ports';
import { insertIntoBody } from '../../src/outlook/body-insertion';
import type { ComposedItem } from '../../src/outlook/item';
import { officeCalls } from '../../src/outlook/office-calls';
import { runtimeClock } from '../../src/outlook/clock';
import { bodyFrom } from '../../src/simulator/item';

const global = globalThis as { Office?: unknown };
afterEach(() => {
  delete global.Office;
});

type Answer = (result: object) => void;
/** What a client makes of a body that is written to it. Throws where it refuses; `unanswered`: it never says. */
type Taking = (written: string, before: string, count: number) => string;

class Unanswered extends Error {
  readonly body: string;
  constructor(body: string) {
    super('unanswered');
    this.body = body;
  }
}

/** A compose window that only has a body, with a client's ways of treating it. */
function compose(start: string, { type = 'html', platform = 'OfficeOnline', takes = (written) => written, reads = (html) => bodyFrom({ html }).text }: {
  readonly type?: unknown; readonly platform?: string; readonly takes?: Taking; readonly reads?: (html: string) => unknown;
} = {}) {
  global.Office = { context: { platform } };
  const state = { body: start, written: [] as string[] };
  const done = (answer: Answer, value?: unknown) => answer({ status: 'succeeded', value });
  const item = {
    body: {
      getTypeAsync: (answer: Answer) => done(answer, type),
      getAsync: (form: string, _options: object, answer: Answer) => done(answer, form === 'html' || type === 'text' ? state.body : reads(state.body)),
      setAsync: (body: string, { coercionType }: { coercionType: string }, answer: Answer) => {
        expect(coercionType).toBe(type);
        state.written.push(body);
        try {
          state.body = takes(body, state.body, state.written.length);
        } catch (error) {
          if (!(error instanceof Unanswered)) return answer({ status: 'failed', error: { code: 5001, message: 'no' } });
          state.body = error.body;
          return;
        }
        done(answer);
      },
    },
  };
  const insert = (text: string) => insertIntoBody(officeCalls({ clock: runtimeClock(), timeout: 30 }), () => item as unknown as ComposedItem, text);
  return { state, insert };
}

const IMPRINT = 'Own GmbH & Co. <KG>\n"Hauptstr. 1", \'Köln\'';
const AS_HTML = '<p class="MsoNormal">&nbsp;</p><p class="MsoNormal">Own GmbH &amp; Co. &lt;KG&gt;<br>&quot;Hauptstr. 1&quot;, &#39;Köln&#39;</p>';
const OWN = '<div>Guten Tag</div>';
const QUOTED = '<div id="appendonsend"></div><div id="divRplyFwdMsg">Von: Anna</div><div>Alt</div>';

test('a text goes behind what was written, in front of quoted mail, as text and not as HTML', async () => {
  const { state, insert } = compose(`<body>${OWN}${QUOTED}</body>`);
  await insert(IMPRINT);
  expect(state.body).toBe(`<body>${OWN}${AS_HTML}<p class="MsoNormal">&nbsp;</p>${QUOTED}</body>`);
});

test('a text goes to the end of a new mail', async () => {
  const { state, insert } = compose(`<html><body>${OWN}</body></html>`);
  await insert(IMPRINT);
  expect(state.body).toBe(`<html><body>${OWN}${AS_HTML}</body></html>`);
});

test('a text goes into plain-text mail as it is', async () => {
  const { state, insert } = compose('Guten Tag\r\n\r\n-----Original Message-----\r\nFrom: Anna\r\nAlt', { type: 'text' });
  await insert(IMPRINT);
  expect(state.body.split(/\r?\n/)).toEqual(['Guten Tag', '', ...IMPRINT.split('\n'), '', '-----Original Message-----', 'From: Anna', 'Alt']);
});

test('a text that stands there is not put in twice, one that only an earlier mail quotes is put in', async () => {
  const there = compose(`${OWN}${AS_HTML}${QUOTED}`);
  await there.insert(IMPRINT);
  expect(there.state.written).toEqual([]);
  const quoted = compose(`${OWN}<div id="divRplyFwdMsg">-----Original Message-----<br>From: Anna${AS_HTML}</div>`);
  await quoted.insert(IMPRINT);
  expect(quoted.state.written).toHaveLength(1);
});

test('nothing is written where there is nothing to put in', async () => {
  const { state, insert } = compose(OWN);
  await insert(' \n \u0000');
  expect(state.written).toEqual([]);
});

test('what a client changes without losing anything is no loss', async () => {
  const { state, insert } = compose(OWN, { takes: (written) => `<html><head><title></title></head><body>${written.replace(/&nbsp;/g, ' ').replace('Köln', 'K&ouml;ln').replace('Hauptstr.', '<a href="x">Hauptstr.</a>')}</body></html>`, reads: (html) => bodyFrom({ html: html.replace(/&ouml;/g, 'ö').replace(/<a href="x">/g, '&lt;https://x.example/?a=1&gt;') }).text });
  await insert(IMPRINT);
  expect(state.written).toHaveLength(1);
});

describe('a mail is left as it was, and the failure is told, where the client', () => {
  const PICTURE = '<img src="cid:logo">';
  const mail = `${OWN}<div>Zweiter Absatz ${PICTURE}</div>`;
  const failures: readonly [string, Taking][] = [
    ['refuses', () => { throw new Error(); }],
    ['says it took the text, and did not', (_written, before) => before],
    ['cuts the end off', (written, _before, count) => (count === 1 ? written.slice(0, Math.floor(written.length * 0.87)) : written)],
    ['loses a paragraph', (written, _before, count) => (count === 1 ? written.replace(OWN, '') : written)],
    ['loses a picture', (written, _before, count) => (count === 1 ? written.replace(PICTURE, '') : written)],
    ['shows the text as something else', (written, _before, count) => (count === 1 ? written.replace('Hauptstr', 'Nebenstr') : written)],
    ['swaps two paragraphs', (written, _before, count) => (count === 1 ? `${written.replace(OWN, '')}${OWN}` : written)],
    ['never answers, and does nothing', (_written, before) => { throw new Unanswered(before); }],
    ['never answers, and does half of it', (written, _before, count) => { if (count === 1) throw new Unanswered(written.replace(OWN, '')); return written; }],
  ];
  test.each(failures)('%s', async (_, takes) => {
    const { state, insert } = compose(mail, { takes });
    await expect(insert(IMPRINT)).rejects.toThrow(MailboxFailure);
    expect(state.body).toBe(mail);
  });

  test('changes a word in the quoted mail', async () => {
    const { state, insert } = compose(OWN + QUOTED, { takes: (written, _before, count) => (count === 1 ? written.replace('Alt', 'Neu') : written) });
    await expect(insert(IMPRINT)).rejects.toThrow(MailboxFailure);
    expect(state.body).toBe(OWN + QUOTED);
  });

  test.each([
    ['does not say what kind of body it is', mail, { type: 'rtf' }],
    ['answers with a body that is no text', mail, { reads: () => ({}) }],
    ['hands out HTML that breaks off', `${OWN}<div title="`, {}],
    ['is on the web or a Mac and would drop pictures of the quoted mail', `${OWN}<div id="divRplyFwdMsg">${PICTURE}</div>`, {}],
  ])('%s, before anything is written', async (_, body, ways) => {
    const { state, insert } = compose(body, ways);
    await expect(insert(IMPRINT)).rejects.toThrow(MailboxFailure);
    expect(state.written).toEqual([]);
  });

  test('has no room for it, before anything is written', async () => {
    const { state, insert } = compose('x'.repeat(999_950));
    await expect(insert(IMPRINT)).rejects.toThrow('too long');
    expect(state.written).toEqual([]);
  });
});

test.each([
  ['classic Outlook takes quoted mail with its own pictures', 'PC', '<img src="cid:logo">'],
  ['pictures of quoted mail that are on the web stay there', 'OfficeOnline', '<img alt="" src="https://oak.example/logo.png">'],
])('%s', async (_, platform, picture) => {
  const { state, insert } = compose(`${OWN}<div id="divRplyFwdMsg">${picture}</div>`, { platform });
  await insert(IMPRINT);
  expect(state.body).toContain(`${AS_HTML}<p class="MsoNormal">&nbsp;</p><div id="divRplyFwdMsg">`);
});

test('a client that never answers, and does it, has done it', async () => {
  const { state, insert } = compose(OWN, { takes: (written) => { throw new Unanswered(written); } });
  await insert(IMPRINT);
  expect(state.body).toBe(OWN + AS_HTML);
});

test('whatever stands in the mail, all of it stands there afterwards, and the text is in it or the failure is told', async () => {
  const html = fc.array(fc.oneof(
    fc.constantFrom('<div>', '</div>', '<p>', 'Own', 'GmbH', ' ', '&nbsp;', '&amp;', '<!--x-->', '<style>p{}</style>', QUOTED, '<table><tr><td>', '</td></tr></table>', '<br>', '</body>', '<b>Von:</b>', '<', "'", '"'),
    fc.string({ maxLength: 6 }),
  ), { maxLength: 12 }).map((parts) => parts.join(''));
  const ways: fc.Arbitrary<Taking> = fc.constantFrom<Taking>(
    (written) => written,
    (written, _before, count) => (count === 1 ? written.slice(3) : written),
    (written, _before, count) => (count === 1 ? written.replace('Own', '') : written),
  );
  await fc.assert(fc.asyncProperty(html, ways, async (body, takes) => {
    const { state, insert } = compose(body, { takes });
    const failed = await insert('Impressum 4711').then(() => false, () => true);
    const shown = (of: string) => bodyFrom({ html: of }).text.replace(/\s/g, '');
    if (failed) expect(shown(state.body)).toBe(shown(body));
    else expect(shown(state.body).replace('Impressum4711', '')).toBe(shown(body));
  }), { numRuns: 1500 });
});
