import { type Evidence, EVIDENCE_KINDS, evidenceOn, mergedEvidence, NO_EVIDENCE } from '../../src/core/evidence';
import { type Draft, EMPTY_DRAFT, inField, isVisible } from '../../src/core/draft';
import { MailboxFailure } from '../../src/core/ports';
import { partsOf } from '../../src/core/rule';

const silent = { known: false, reason: 'timeout' } as const;

test.each(EVIDENCE_KINDS)('of two answers on one of the %s the later one counts, and nobody is forgotten', (kind) => {
  const known = { known: true, value: kind } as unknown as Evidence<never>;
  const earlier = { ...NO_EVIDENCE, [kind]: new Map([['anna', silent], ['ben', silent]]) };
  const later = { ...NO_EVIDENCE, [kind]: new Map([['anna', known], ['cem', silent]]) };
  const both = mergedEvidence(earlier, later);
  expect([...both[kind] as ReadonlyMap<string, unknown>]).toEqual([['anna', known], ['ben', silent], ['cem', silent]]);
  for (const other of EVIDENCE_KINDS.filter((each) => each !== kind)) expect(both[other].size).toBe(0);
  expect((earlier[kind] as ReadonlyMap<string, unknown>).size).toBe(2);
});

test('who was not asked about is unknown for that reason', () => {
  expect(evidenceOn(new Map([['anna', silent]]), 'anna')).toBe(silent);
  expect(evidenceOn(new Map([['anna', silent]]), 'ben')).toEqual({ known: false, reason: 'notAsked' });
});

test('everybody but those in Bcc reads the others’ addresses', () => {
  const draft: Draft = { ...EMPTY_DRAFT, recipients: (['to', 'cc', 'bcc', 'required', 'optional'] as const).map((field) => ({ address: `${field}@oak.example`, name: '', field })) };
  expect(draft.recipients.filter(isVisible).map(({ field }) => field)).toEqual(['to', 'cc', 'required', 'optional']);
  expect(inField(draft, 'cc').map(({ address }) => address)).toEqual(['cc@oak.example']);
});

test('the recipients are all fields there are; everything else is itself', () => {
  expect(partsOf('recipients')).toEqual(['to', 'cc', 'bcc', 'required', 'optional']);
  expect([partsOf('subject'), partsOf('openedWith')]).toEqual([['subject'], ['openedWith']]);
});

test('a call that failed says which one, and what the host said of it', () => {
  const failure = (reason: ConstructorParameters<typeof MailboxFailure>[1]) => {
    const { message, operation, code, timedOut, name } = new MailboxFailure('to.getAsync', reason);
    return [message, operation, code, timedOut, name];
  };
  expect(failure({ code: 9042, message: 'refused' })).toEqual(['to.getAsync: refused', 'to.getAsync', 9042, false, 'MailboxFailure']);
  expect(failure({ timedOut: true })).toEqual(['to.getAsync: no answer', 'to.getAsync', null, true, 'MailboxFailure']);
  expect(failure({ code: null, timedOut: false })).toEqual(['to.getAsync: failed', 'to.getAsync', null, false, 'MailboxFailure']);
});
