import { answeredBySubject } from '../../src/core/answered-subject';

test.each([
  ['AW: Termin', 'reply'],
  ['Re: Re: Appointment', 'reply'],
  ['  RE [2]: Appointment', 'reply'],
  ['Antwort: Termin', 'reply'],
  ['WG: Termin', 'forward'],
  ['Fwd: AW: Termin', 'forward'],
  ['FW: Appointment', 'forward'],
  ['Termin', null],
  ['Rechnung: fällig', null],
  ['Reise nach Oslo', null],
  ['', null],
] as const)('the subject “%s” is that of: %s', (subject, kind) => {
  expect(answeredBySubject(subject)).toBe(kind);
});
