import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { policyCommand } from '../../src/cli/policy';
import { policySchema } from '../../src/configuration/policy-schema';
import { LANGUAGES } from '../../src/core/rule';
import { rules } from '../../src/rules';
import { runProgram } from '../programs/run-program';
import { testFolder } from '../store/folder';

const folder = testFolder();
const ROOT = join(__dirname, '..', '..');

const POLICY = {
  $schema: './policy.schema.json',
  organisation: { domains: ['own.example'], except: ['shop.own.example'] },
  rules: {
    'visible-recipients': { severity: 'critical', addresses: 5, exempt: ['press.example', 'desk@fir.example'] },
    'missing-consent': { severity: 'off', exempt: ['oak.example'] },
    'third-country-recipients': { severity: 'notice', treatAsAdequate: ['US', 'IN'] },
  },
};
const WRONG = { unknownEvidence: 'perhaps', organisation: { domains: ['own', 'co.uk'] }, rules: { 'visible-recipients': { addresses: 0 }, 'visible-recipient': {} } };

function file(name: string, document: unknown): string {
  return folder.file(name, JSON.stringify(document));
}

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

async function policy(args: readonly string[], { input = '', columns }: { input?: string; columns?: number } = {}): Promise<Ended> {
  const stdout = Object.assign(new PassThrough(), columns !== undefined && { isTTY: true, columns });
  const stderr = new PassThrough();
  let status: number | null = null;
  const texts = Promise.all([text(stdout), text(stderr)]);
  await policyCommand({ stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]), stdout, stderr, environment: { LC_ALL: 'C' } }, (ended) => { status = ended; }).parseAsync(args, { from: 'user' });
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { status, out, err };
}

describe('check', () => {
  test('0 for policies, each with how much it changes', async () => {
    const [one, other, none] = [file('a.json', POLICY), file('b.json', { rules: { 'missing-consent': { severity: 'notice' } } }), file('c.json', {})];
    expect(await policy(['check', one, other, none])).toEqual({
      status: 0, err: '',
      out: `${one}: a policy; 9 settings differ from the defaults\n${other}: a policy; one setting differs from the defaults\n${none}: a policy; everything as by default\n`,
    });
  });

  test('2 when one is none: every problem with its place, and the others are told all the same', async () => {
    const [wrong, fine] = [file('wrong.json', WRONG), file('fine.json', {})];
    const { status, out, err } = await policy(['check', wrong, folder.path('missing.json'), fine]);
    expect([status, out]).toEqual([2, `${fine}: a policy; everything as by default\n`]);
    expect(err.trimEnd().split('\n').map((line) => line.split(': ').slice(0, 2).join(': ')).sort()).toEqual([
      `${folder.path('missing.json')}: there is no such file`,
      `${wrong}: organisation.domains[0]`,
      `${wrong}: organisation.domains[1]`,
      `${wrong}: rules.visible-recipient`,
      `${wrong}: rules.visible-recipients.addresses`,
      `${wrong}: unknownEvidence`,
    ].sort());
  });

  test('reads standard input, once', async () => {
    expect(await policy(['check', '-'], { input: '{"version": 2}' })).toEqual({ status: 0, out: 'standard input: a policy; everything as by default\n', err: '' });
    expect(await policy(['check', '-', '-'])).toEqual({ status: 2, out: '', err: 'umsicht: standard input (-) can be read only once\n' });
    expect((await policy(['check', '-'], { input: 'rules:' })).err).toMatch(/^standard input: .+\n$/);
  });
});

describe('explain', () => {
  test('says of every setting what it is, whether that is the default, and what it is for', async () => {
    const { status, out } = await policy(['explain', '--language', 'en', file('a.json', POLICY)]);
    expect(status).toBe(0);
    expect(out).toContain('  9 settings differ from the defaults.\n');
    expect(out).toContain('  domains: own.example (default: none)\n    Domains and addresses of your own organisation.');
    expect(out).toContain('  unknownEvidence: confirm (default)\n    Umsicht asks before sending.\n    This holds for rules set to warning or critical;');
    expect(out).toContain('Recipients can see each other (visible-recipients)\n  severity: critical (default: warning)\n    Stops the message until the finding is mended.\n  addresses: 5 addresses (default: 3 addresses)\n    External addresses that may see each other\n');
    expect(out).toContain('  organisations: 1 organisation (default)\n    External organisations that may see each other\n');
    expect(out).toContain('  exempt: press.example, desk@fir.example (default: none)\n    Not counted (domain, address or *.domain)\n');
    expect(out).toContain('\n  Legal sources: Art. 5(1)(f) GDPR; ');
    expect(out).toContain('  treatAsAdequate: US United States, IN India (default: none)\n');
  });

  test('of a rule that is off it says only what somebody has set, and that it changes nothing', async () => {
    const { out } = await policy(['explain', '--language', 'en', file('a.json', POLICY)]);
    expect(out).toContain('Consent is missing (missing-consent)\n  severity: off (default: warning)\n    The rule is not checked.\n  exempt: oak.example (default: none)\n    Not checked (domain, address or *.domain)\n    This changes nothing while the rule is off.\n  Legal sources: ');
    const quiet = await policy(['explain', '--language', 'en', file('b.json', { rules: { 'visible-recipients': { severity: 'off' } } })]);
    expect(quiet.out).toContain('    The rule is not checked.\n  Legal sources: ');
  });

  test('without a file it explains the defaults, in German, too', async () => {
    const { status, out } = await policy(['explain', '--language', 'de']);
    expect(status).toBe(0);
    expect(out).toMatch(/^Eingebaute Vorgaben\n\nSchützen oder beobachten\n  mode: guard \(Vorgabe\)\n/);
    expect(out).toContain('Empfänger sehen einander (visible-recipients)\n  severity: warning (Vorgabe)\n    Fragt vor dem Senden nach; wer sendet, kann trotzdem senden.\n  addresses: 3 Adressen (Vorgabe)\n');
    expect(out).not.toContain('(Vorgabe:');
  });

  test('does not say that it is never forgotten who sent, where nobody takes that down', async () => {
    const { out } = await policy(['explain', '--language', 'en']);
    expect(out).toContain('  sender.days: none (default)\n');
    expect(out).toContain('Without it nobody takes down who sent');
    expect((await policy(['explain', '--language', 'de'])).out).toContain('  sender.days: keine (Vorgabe)\n');
  });

  test('says of a rule without its list that it does nothing yet, and of one with its list no such thing', async () => {
    const { out } = await policy(['explain', '--language', 'en']);
    const idle = '  severity: warning (default)\n    Asks before sending; the sender may send all the same.\n    It has nothing to look for yet: its list is empty.\n';
    for (const id of ['cautioned-words', 'cautioned-recipients', 'unexpected-sender', 'required-companions']) expect(out).toContain(`(${id})\n${idle}`);
    expect(out.split('nothing to look for yet').length - 1).toBe(6);
    const listed = await policy(['explain', '--language', 'en', file('b.json', { rules: { 'confidential-outside': { marks: ['[internal]'] }, 'cautioned-words': { severity: 'off' } } })]);
    expect(listed.out.split('nothing to look for yet').length - 1).toBe(4);
  });

  test('of the entries of a list it names what was set, not what was left out', async () => {
    const lists = [{ words: ['secret', 'falcon'], in: 'subject' }, { words: ['salary'], severity: 'critical', reason: 'Through the portal, please' }];
    const { out } = await policy(['explain', '--language', 'en', file('a.json', { rules: { 'cautioned-words': { lists } } })]);
    expect(out).toContain('  lists: words: secret, falcon, in: subject; words: salary, severity: critical, reason: Through the portal, please (default: none)\n');
  });

  test('says of each rule that it only observes where the policy as a whole does', async () => {
    const { out } = await policy(['explain', '--language', 'en', file('a.json', { mode: 'observe', rules: { 'only-bcc': { mode: 'guard' }, 'missing-subject': { severity: 'off' } } })]);
    expect(out).toContain('(large-audiences)\n  severity: warning (default)\n    Asks before sending; the sender may send all the same.\n    Not at present: the policy only observes.\n');
    expect(out).toContain('(only-bcc)\n  severity: notice (default)\n    Stands in the task pane and stops nothing.\n  mode: guard (default: asPolicy)\n');
    expect(out).toContain('(missing-subject)\n  severity: off (default: notice)\n    The rule is not checked.\n\n');
  });

  test('names every rule and every setting there is', async () => {
    for (const language of LANGUAGES) {
      const { out } = await policy(['explain', '--language', language]);
      expect(out).not.toMatch(/undefined|null|\[object/);
      for (const rule of rules) {
        const part = out.slice(out.indexOf(`(${rule.id})`));
        for (const name of ['severity', ...Object.keys(rule.options)]) expect(part).toContain(`\n  ${name}: `);
      }
    }
  });

  test('on a terminal it keeps to its width', async () => {
    const { out } = await policy(['explain', file('a.json', POLICY)], { columns: 60 });
    const lines = out.replace(/\u001b\[\d*m/g, '').split('\n');
    expect(out).toContain('\u001b[1m');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(60);
  });

  test('2 for what is no policy, and nothing is explained', async () => {
    expect(await policy(['explain', file('wrong.json', WRONG)])).toMatchObject({ status: 2, out: '' });
  });
});

const GROUPS = {
  ...POLICY,
  mode: 'observe',
  sending: { reason: 'required', delayMinutes: { warning: 5 } },
  contact: { name: 'Datenschutz', link: 'https://own.example/privacy' },
  locked: ['unknownEvidence', 'rules.visible-recipients.severity', 'sending.delayMinutes'],
  groups: [
    { name: 'Press', senders: ['press@own.example'], policy: { mode: 'guard', rules: { 'visible-recipients': { addresses: 40, exempt: [], mode: 'observe' } } } },
    { name: 'Labs', senders: ['*.own.example', 'labs.example'], policy: {} },
  ],
};

describe('explain, with groups', () => {
  test('says what is different for each group, what it is otherwise, and what groups may not set', async () => {
    const { status, out } = await policy(['explain', '--language', 'en', file('a.json', GROUPS)]);
    expect(status).toBe(0);
    expect(out).toContain('  mode: observe (default: guard)\n    Rules are checked, but senders see nothing of it and nothing is stopped.\n');
    expect(out).toContain('  unknownEvidence: confirm (default, locked for groups)\n');
    expect(out).toContain('  delayMinutes.warning: 5 minutes (default: none, locked for groups)\n');
    expect(out).toContain('  delayMinutes.notice: none (default, locked for groups)\n');
    expect(out).toContain('  reason: required (default: none)\n    Without a reason the message is not sent.\n');
    expect(out).toContain('  severity: critical (default: warning, locked for groups)\n');
    expect(out).toContain([
      'Group Press: press@own.example',
      '  mode: guard (otherwise observe)',
      '    Rules show what they find and act on the send.',
      '  rules.visible-recipients.mode: observe (otherwise asPolicy)',
      '    The rule is checked, but senders see nothing of it and nothing is stopped.',
      '  rules.visible-recipients.addresses: 40 addresses (otherwise 5 addresses)',
      '    External addresses that may see each other',
      '  rules.visible-recipients.exempt: none (otherwise press.example, desk@fir.example)',
      '    Not counted (domain, address or *.domain)',
      '',
      'Group Labs: *.own.example, labs.example',
      '  Nothing is other than for the organisation.',
      '',
    ].join('\n'));
  });

  test('for one sender it says what counts, and which layer that comes from', async () => {
    const { out } = await policy(['explain', '--language', 'en', '--sender', 'Press@OWN.example', file('a.json', GROUPS)]);
    expect(out).toContain('  As it is for Press@OWN.example, in the group Press.\n');
    expect(out).toContain('  mode: guard (group Press; otherwise observe)\n');
    expect(out).toContain('  addresses: 40 addresses (group Press; otherwise 5 addresses)\n');
    expect(out).toContain('  severity: critical (organisation; default: warning, locked for groups)\n');
    expect(out).toContain('  name: Datenschutz (organisation; default: empty)\n');
    expect(out).toContain('  organisations: 1 organisation (default)\n');
    expect(out).not.toContain('Group Press:');
  });

  test('what the organisation sets comes from it, even where it is the default', async () => {
    const { out } = await policy(['explain', '--language', 'en', '--sender', 'mara@own.example', file('a.json', { ...GROUPS, unknownEvidence: 'confirm' })]);
    expect(out).toContain('  As it is for mara@own.example, in no group.\n');
    expect(out).toContain('  unknownEvidence: confirm (organisation; default: confirm, locked for groups)\n');
    expect(out).toContain('  mode: observe (organisation; default: guard)\n');
  });

  test('in German, too', async () => {
    const { out } = await policy(['explain', '--language', 'de', '--sender', 'press@own.example', file('a.json', GROUPS)]);
    expect(out).toContain('  So gilt sie für press@own.example, in der Gruppe Press.\n');
    expect(out).toContain('  addresses: 40 Adressen (Gruppe Press; sonst 5 Adressen)\n');
    expect(out).toContain('  delayMinutes.warning: 5 Minuten (Organisation; Vorgabe: keine, für Gruppen gesperrt)\n');
  });

  test('check counts the groups', async () => {
    const one = file('a.json', { groups: [{ name: 'Press', senders: ['press@own.example'], policy: { mode: 'observe' } }] });
    expect((await policy(['check', one, file('b.json', GROUPS)])).out).toMatch(/a\.json: a policy; everything as by default; one group\n.*b\.json: a policy; 14 settings differ from the defaults; 2 groups\n$/);
  });
});

describe('diff, with groups', () => {
  test('a group that comes, goes, or changes; what changes for everybody is said once', async () => {
    const [a, b] = [file('a.json', GROUPS), file('b.json', {
      ...GROUPS,
      sending: { reason: 'optional', delayMinutes: { warning: 5 } },
      locked: ['unknownEvidence', 'rules.visible-recipients.severity', 'contact'],
      groups: [
        { name: 'Board', senders: ['board@own.example'], policy: { rules: { 'visible-recipients': { severity: 'notice' } } } },
        { name: 'Press', senders: ['press@own.example', 'news@own.example'], policy: { mode: 'guard', rules: { 'visible-recipients': { addresses: 50, exempt: [], mode: 'observe' } } } },
      ],
    })];
    const wrong = await policy(['diff', '--language', 'en', a, b]);
    expect([wrong.status, wrong.err]).toEqual([2, `${b}: groups[0].policy.rules.visible-recipients.severity: locked for groups by "rules.visible-recipients.severity" in locked\n`]);

    const c = file('c.json', { ...JSON.parse(readFileSync(b, 'utf8')) as object, locked: ['unknownEvidence', 'contact'] });
    const { status, out } = await policy(['diff', '--language', 'en', a, c]);
    expect(status).toBe(1);
    expect(out.split('\n\n')).toEqual([
      `${a} → ${c}: 7 differences`,
      'sending.reason: required → optional\n  A reason may be given.\n  Before: Without a reason the message is not sent.',
      'locked: + contact, − rules.visible-recipients.severity, − sending.delayMinutes\n  Groups may not set this otherwise.',
      'groups Press: senders: + news@own.example\n  For whose messages the group counts.',
      'groups Press: rules.visible-recipients.addresses: 40 addresses → 50 addresses\n  External addresses that may see each other.',
      'groups: − Labs\n  For messages from: *.own.example, labs.example.',
      'groups: + Board\n  For messages from: board@own.example.',
      'groups Board: rules.visible-recipients.severity: critical → notice\n  Recipients can see each other: Stands in the task pane and stops nothing.\n  Before: Stops the message until the finding is mended.\n',
    ]);
  });

  test('the order of groups matters, how a group spells its senders does not', async () => {
    const group = (name: string, ...senders: readonly string[]) => ({ name, senders, policy: {} });
    const a = file('a.json', { groups: [group('One', 'a@own.example'), group('Two', 'own.example')] });
    expect((await policy(['diff', '--language', 'en', a, file('b.json', { groups: [group('One', 'A@own.example'), group('Two', 'OWN.example')] })])).status).toBe(0);
    expect((await policy(['diff', '--language', 'en', a, file('c.json', { groups: [group('Two', 'elm.example'), group('One', 'a@own.example')] })])).out).toContain('\ngroups: One, Two → Two, One\n  For whoever is in several groups, the first one counts.\n');
  });
});

describe('migrate', () => {
  const OLD = [
    '{',
    '    // Editors look here.',
    '    "$schema": "./policy.schema.json",',
    '    "version": 1, /* the first */',
    '    "rules": {',
    '        // Agreed with the works council.',
    '        "visible-recipients": { "addresses": 5 }',
    '    }',
    '}',
    '',
  ].join('\n');

  test('writes today\'s version, with everything else as it was, and says what has changed', async () => {
    const old = folder.file('old.jsonc', OLD);
    expect(await policy(['migrate', old])).toEqual({ status: 0, out: OLD.replace('"version": 1', '"version": 2'), err: `${old}: version: 2\n` });
    expect(readFileSync(old, 'utf8')).toBe(OLD);
    expect(await policy(['migrate', '-'], { input: OLD })).toMatchObject({ status: 0, out: OLD.replace('"version": 1', '"version": 2') });
  });

  test('in place, and then nothing more', async () => {
    const old = folder.file('old.jsonc', OLD.replace(/\n/g, '\r\n'));
    expect(await policy(['migrate', '--in-place', old])).toMatchObject({ status: 0, out: '' });
    const now = readFileSync(old, 'utf8');
    expect(now).toBe(OLD.replace(/\n/g, '\r\n').replace('"version": 1', '"version": 2'));
    expect(await policy(['migrate', '--in-place', old])).toEqual({ status: 0, out: '', err: `${old}: is of version 2 already; nothing has changed\n` });
    expect(readFileSync(old, 'utf8')).toBe(now);
    expect(await policy(['check', old])).toMatchObject({ status: 0 });
  });

  test('a policy that names no version is one of today, unless somebody knows better', async () => {
    const nameless = folder.file('nameless.json', '{\n  "mode": "observe"\n}\n');
    expect(await policy(['migrate', nameless])).toMatchObject({ status: 0, out: '{\n  "version": 2,\n  "mode": "observe"\n}\n', err: `${nameless}: version: 2\n` });
    expect(await policy(['migrate', '--from', '1', nameless])).toMatchObject({ status: 0, out: '{\n  "version": 2,\n  "mode": "observe"\n}\n' });
  });

  test('2 for what is no policy, or of a newer version, and nothing is written', async () => {
    expect(await policy(['migrate', file('wrong.json', WRONG)])).toMatchObject({ status: 2, out: '' });
    expect(await policy(['migrate', '--in-place', '-'], { input: OLD })).toMatchObject({ status: 2, out: '' });
    const newer = file('newer.json', { version: 3, rules: { third: {} } });
    expect(await policy(['migrate', newer])).toEqual({ status: 2, out: '', err: `${newer}: version: this policy is of version 3, and this Umsicht reads versions up to 2\n` });
  });
});

test('a policy may have comments; a setting that stands twice is found among them, too', async () => {
  expect(await policy(['check', folder.file('a.jsonc', '// Own GmbH\n{ /* all */ "mode": "observe" // for now\n}')])).toMatchObject({ status: 0, err: '' });
  expect((await policy(['check', folder.file('b.jsonc', '{ "mode": "observe", /* no: */ "mode": "guard" }')])).err).toMatch(/mode: stands here a second time/);
  expect((await policy(['check', folder.file('c.jsonc', '{ "mode": "observe", }')])).status).toBe(2);
  expect((await policy(['check', folder.file('d.jsonc', '{ "__proto__": { "mode": "observe" } /* */ }')])).err).toMatch(/__proto__: no entry of that name/);
});

describe('diff', () => {
  test('0 when no setting differs, however it is spelt', async () => {
    const one = file('a.json', { organisation: { domains: ['own.example', 'müller.example'] }, rules: { 'third-country-recipients': { treatAsAdequate: ['US', 'IN'] } } });
    const other = file('b.json', { version: 1, organisation: { domains: ['XN--mller-kva.example', 'OWN.example', 'own.example'] }, unknownEvidence: 'confirm', rules: { 'third-country-recipients': { treatAsAdequate: ['IN', 'US'] } } });
    expect(await policy(['diff', '--language', 'en', one, other])).toEqual({ status: 0, out: `${one} → ${other}: no difference\n`, err: '' });
  });

  test('1 when one does: from which to which, and what that changes', async () => {
    const [a, b] = [file('a.json', POLICY), file('b.json', { organisation: { domains: ['own.example', 'new.example'] }, unknownEvidence: 'block', rules: { 'visible-recipients': { addresses: 5, exempt: ['press.example', '*.oak.example'] }, 'missing-consent': { severity: 'off' } } })];
    const { status, out } = await policy(['diff', '--language', 'en', a, b]);
    expect(status).toBe(1);
    expect(out.split('\n\n')).toEqual([
      `${a} → ${b}: 8 differences`,
      'organisation.domains: + new.example\n  Domains and addresses of your own organisation. Where none is named, the sender’s domain counts.',
      'organisation.except: − shop.own.example\n  External although an entry of domains covers them.',
      'unknownEvidence: confirm → block\n  The message is stopped until it can be checked.\n  Before: Umsicht asks before sending.',
      'rules.visible-recipients.severity: critical → warning\n  Recipients can see each other: Asks before sending; the sender may send all the same.\n  Before: Stops the message until the finding is mended.',
      'rules.visible-recipients.exempt: + *.oak.example, − desk@fir.example\n  Not counted (domain, address or *.domain).',
      'rules.missing-consent.exempt: − oak.example\n  Not checked (domain, address or *.domain).\n  This changes nothing while the rule is off.',
      'rules.third-country-recipients.severity: notice → warning\n  Recipients in third countries: Asks before sending; the sender may send all the same.\n  Before: Stands in the task pane and stops nothing.',
      'rules.third-country-recipients.treatAsAdequate: − US United States, − IN India\n  Countries that are released (for example US, IN).\n',
    ]);
  });

  test('one policy is held against the defaults', async () => {
    const own = file('a.json', { organisation: { domains: ['own.example'] }, rules: { 'visible-recipients': { addresses: 1 } } });
    const { status, out } = await policy(['diff', '--language', 'de', own]);
    expect([status, out]).toEqual([1, [
      `eingebaute Vorgaben → ${own}: 2 Unterschiede`,
      'organisation.domains: + own.example\n  Domains und Adressen der eigenen Organisation. Ist nichts genannt, zählt die Domain des Absenders.\n  Bisher zählte die Domain des Absenders; jetzt zählt nur, was genannt ist.',
      'rules.visible-recipients.addresses: 3 Adressen → 1 Adresse\n  Externe Adressen, die einander sehen dürfen.\n',
    ].join('\n\n')]);
    expect((await policy(['diff', '--language', 'de', own, file('b.json', {})])).out).toContain('  Jetzt zählt die Domain des Absenders.\n');
  });

  test('2 for what is no policy, with the problems of both', async () => {
    const [wrong, other] = [file('wrong.json', WRONG), file('other.json', { version: 3 })];
    const { status, out, err } = await policy(['diff', wrong, other]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(`${other}: version: `);
    expect(err).toContain(`${wrong}: unknownEvidence: `);
    expect(await policy(['diff', '-', '-'])).toMatchObject({ status: 2, out: '' });
  });
});

test('schema writes the schema', async () => {
  for (const language of LANGUAGES) {
    const { status, out } = await policy(['schema', '--language', language]);
    expect([status, JSON.parse(out)]).toEqual([0, policySchema(rules, language)]);
  }
});

test('the build publishes the schema in English', () => {
  expect(JSON.parse(readFileSync(join(ROOT, 'dist', 'policy.schema.json'), 'utf8'))).toEqual(policySchema(rules, 'en'));
});

describe('the whole program', () => {
  test.each([
    [['policy', 'check', 'no-such-file.json'], 2],
    [['policy', 'explain', '--language', 'fr'], 2],
    [['policy', 'explain', '--sender', 'mara'], 2],
    [['policy', 'explain', '--sender', 'mara@own.example'], 0],
    [['policy', 'migrate', '--from', '9', 'x.json'], 2],
    [['policy', 'check'], 2],
    [['policy', 'frob'], 2],
    [['policy', 'diff', '--help'], 0],
    [['policy', 'explain'], 0],
  ])('%j ends with %i', async (args, status) => {
    expect((await runProgram(['src/cli/cli.ts', ...args]).ended).status).toBe(status);
  }, 60_000);
});
