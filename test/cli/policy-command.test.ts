import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { policyCommand } from '../../src/cli/policy';
import { policySchema } from '../../src/cli/policy-schema';
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
    expect(await policy(['check', '-'], { input: '{"version": 1}' })).toEqual({ status: 0, out: 'standard input: a policy; everything as by default\n', err: '' });
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
    expect(out).toContain([
      'Recipients can see each other (visible-recipients)',
      '  severity: critical (default: warning)',
      '    Stops the message until the finding is mended.',
      '  addresses: 5 addresses (default: 3 addresses)',
      '    External addresses that may see each other',
      '  organisations: 1 organisation (default)',
      '    External organisations that may see each other',
      '  exempt: press.example, desk@fir.example (default: none)',
      '    Not counted (domain, address or *.domain)',
      '  Legal sources: Art. 5(1)(f) GDPR; ',
    ].join('\n'));
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
    expect(out).toMatch(/^Eingebaute Vorgaben\n\nWer zur Organisation gehört\n/);
    expect(out).toContain('Empfänger sehen einander (visible-recipients)\n  severity: warning (Vorgabe)\n    Fragt vor dem Senden nach; wer sendet, kann trotzdem senden.\n  addresses: 3 Adressen (Vorgabe)\n');
    expect(out).not.toContain('(Vorgabe:');
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
    const [wrong, other] = [file('wrong.json', WRONG), file('other.json', { version: 2 })];
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
    [['policy', 'check'], 2],
    [['policy', 'frob'], 2],
    [['policy', 'diff', '--help'], 0],
    [['policy', 'explain'], 0],
  ])('%j ends with %i', async (args, status) => {
    expect((await runProgram(['src/cli/cli.ts', ...args]).ended).status).toBe(status);
  }, 60_000);
});
