import type { Ability } from '../../src/core/client';
import { NEEDED_SET, OFFICE_APIS } from '../../src/outlook/abilities';
import { EXPLAINED } from '../../src/presentation/client-view';
import { readProjectFile } from '../architecture/imports';
import { reference, setNumber } from './office-reference';
import { officeUsage, usedIn } from './office-usage';

/*
 * The table of abilities is the only place that says which requirement set something needs, so it has
 * to name everything that is used, and to be right about the set.
 */

const ABILITIES = Object.keys(OFFICE_APIS) as Ability[];
const APIS = ABILITIES.flatMap((ability) => OFFICE_APIS[ability].map((api) => [api, ability] as const));
const named = (used: string): boolean =>
  APIS.some(([api]) => used === api || used.startsWith(`${api}.`) || (used.startsWith('?.') && api.endsWith(used.slice(1))));

/**
 * The sets that brought launch events. Source: OfficeDev/office-js-docs-pr,
 * docs/develop/event-based-activation.md, 2026-07-30.
 */
const EVENT_SETS: Readonly<Record<string, string>> = {
  OnNewMessageCompose: '1.10', OnNewAppointmentOrganizer: '1.10',
  OnMessageAttachmentsChanged: '1.11', OnAppointmentAttachmentsChanged: '1.11', OnMessageRecipientsChanged: '1.11', OnAppointmentAttendeesChanged: '1.11', OnInfoBarDismissClicked: '1.11',
  OnMessageSend: '1.12', OnAppointmentSend: '1.12', OnMessageCompose: '1.12', OnAppointmentOrganizer: '1.12',
  OnMessageFromChanged: '1.13', OnAppointmentFromChanged: '1.13', OnSensitivityLabelChanged: '1.13',
};

test('everything of Office.js that the sources use is named in the table', () => {
  const unnamed = [...officeUsage()].filter(([name]) => !named(name)).map(([name, files]) => `${name} (${files.join(', ')})`);
  expect(unnamed).toEqual([]);
});

test('everything the table names is used', () => {
  const used = [...officeUsage().keys()];
  const unused = APIS.map(([api]) => api).filter((api) => !/^(On|completed\.)/.test(api) && !used.some((name) => name === api || name.startsWith(`${api}.`)));
  expect(unused).toEqual([]);
});

test('nothing is named for two abilities', () => {
  const names = APIS.map(([api]) => api);
  expect(names).toEqual([...new Set(names)]);
});

test('every event of the manifest is named', () => {
  const events = [...readProjectFile('manifest.xml').matchAll(/<LaunchEvent\b[^>]*\bType="(\w+)"/g)].map(([, type]) => type as string);
  expect(events.length).toBeGreaterThan(0);
  expect(events.filter((event) => !named(event))).toEqual([]);
});

test('every option the send event is completed with is named', () => {
  const source = readProjectFile('src/outlook/send-event.ts');
  const options = [...(reference().get('SmartAlertsEventCompletedOptions') ?? new Map<string, unknown>()).keys()];
  const written = options.filter((option) => new RegExp(`\\b${option}\\b`).test(source));
  expect(written).toContain('allowEvent');
  expect(written.filter((option) => !named(`completed.${option}`))).toEqual([]);
});

/** Of Office as a whole, and in no Mailbox set. */
const COMMON = ['context.requirements.isSetSupported', 'actions.associate', 'onReady'];

/** The interface that stands behind the first word of a name. */
const ENTRANCES: Readonly<Record<string, readonly string[]>> = {
  item: ['MessageCompose', 'AppointmentCompose'], recipients: ['Recipients'], mailbox: ['Mailbox'], context: ['Context'], EventType: ['EventType'], completed: ['SmartAlertsEventCompletedOptions'],
};

/** The highest set on the way to a member; `null` where Microsoft names none. Throws where there is no such member. */
function setOf(api: string): string | null {
  const event = EVENT_SETS[api];
  if (event !== undefined) return event;
  const [entrance = '', ...steps] = api.split('.');
  const found = (ENTRANCES[entrance] ?? []).map((start) => along(start, steps)).find((sets) => sets !== null);
  if (!found) throw new Error(`Microsoft’s reference has no ${api}.`);
  const sets = found.filter((set): set is string => set !== null);
  return sets.length === 0 ? null : sets.reduce((high, set) => (setNumber(set) > setNumber(high) ? set : high));
}

function memberIn(owner: string | null, step: string) {
  return owner === null ? undefined : reference().get(owner)?.get(step);
}

function along(start: string, steps: readonly string[]): readonly (string | null)[] | null {
  const sets: (string | null)[] = [];
  let owner: string | null = start;
  for (const step of steps) {
    const member = memberIn(owner, step);
    if (!member) return null;
    sets.push(member.set);
    owner = member.type;
  }
  return sets;
}

test.each(APIS.filter(([api]) => !COMMON.includes(api)))('Microsoft knows %s in the set the table asks for %s', (api, ability) => {
  const set = setOf(api);
  expect(set === null || setNumber(set) <= setNumber(NEEDED_SET[ability])).toBe(true);
});

test.each(ABILITIES.filter((ability) => OFFICE_APIS[ability].length > 0))('%s is not asked for in a higher set than its calls need', (ability) => {
  const sets = OFFICE_APIS[ability].filter((api) => !COMMON.includes(api)).map(setOf).filter((set): set is string => set !== null);
  expect(Math.max(...sets.map(setNumber))).toBe(setNumber(NEEDED_SET[ability]));
});

/** What a sender neither sees nor has to know about; the table says what is done without them. */
const SILENT: readonly Ability[] = ['draft', 'bodyWriting', 'sender', 'recipientsChanged', 'attachments', 'handOver', 'composeType', 'composeEvents', 'senderEvents', 'theme', 'markdown', 'initializationContextChanged'];

test('the pane speaks of every ability a sender notices the lack of', () => {
  expect([...EXPLAINED, ...SILENT].sort()).toEqual([...ABILITIES].sort());
});

describe('the net catches', () => {
  test.each([
    ['a call on the draft', 'item().body.prependAsync("x")', ['item.body.prependAsync']],
    ['a call behind a question mark', 'item().body?.prependAsync("x")', ['item.body.prependAsync']],
    ['a call on something that came from elsewhere', 'const body = item().body; body.prependAsync("x")', ['?.prependAsync', 'item.body']],
    ['a property of Office', 'Office.context.mailbox.diagnostics.hostVersion', ['mailbox.diagnostics.hostVersion']],
    ['a field by its name', 'item()[field].getAsync(answer)', ['item.[].getAsync']],
    ['but no type', 'let answer: Office.AsyncResult<void>; type A = Office.MailboxEnums.BodyMode', []],
  ])('%s', (_, source, found) => {
    expect(usedIn(source)).toEqual(found);
  });
});
