import { statedReason, withReason } from '../../src/rules/stated-reason';

const SENTENCE = 'Auf der Sperrliste steht anna@oak.example.';
const german = (reasonDe: string, sentence = SENTENCE): string => withReason(sentence, { reasonDe, reasonEn: 'other' }, 'de').slice(sentence.length);

test('the reason of a list is the language’s own, else the one for all', () => {
  expect(statedReason({ reason: ' für alle\n', reasonDe: '', reasonEn: ' for all ' })).toEqual({ reasonDe: 'für alle', reasonEn: 'for all' });
  expect(withReason('Stop.', { reasonDe: 'Rechtsstreit', reasonEn: 'litigation' }, 'de')).toBe('Stop. Hinweis Ihrer Organisation: Rechtsstreit.');
  expect(withReason('Stop.', { reasonDe: 'Rechtsstreit', reasonEn: 'litigation' }, 'en')).toBe('Stop. Your organisation’s note: litigation.');
});

test.each([
  ['', ''],
  [' \n', ''],
  ['…', ''],
  ['Rechtsstreit. . …', ' Hinweis Ihrer Organisation: Rechtsstreit.'],
  ['Az. 4711\n läuft', ' Hinweis Ihrer Organisation: Az. 4711 läuft.'],
  ['  Az.  4711  ', ' Hinweis Ihrer Organisation: Az. 4711.'],
])('%j stands behind the sentence as %j', (reason, behind) => {
  expect(german(reason)).toBe(behind);
});

test('a reason is cut between words, or through a long one, so that 220 characters hold it with its sentence', () => {
  const room = 220 - SENTENCE.length - ' Hinweis Ihrer Organisation: '.length - 1;
  expect(german('x'.repeat(room))).toBe(` Hinweis Ihrer Organisation: ${'x'.repeat(room)}.`);
  expect(german('x'.repeat(room + 1))).toBe(` Hinweis Ihrer Organisation: ${'x'.repeat(room - 2)}...`);
  expect(german(`${'wort '.repeat(100)}`)).toBe(` Hinweis Ihrer Organisation: ${'wort '.repeat(Math.floor((room - 2) / 5)).trim()}...`);
  expect(german(`${'x'.repeat(room - 3)}\u{1f600}${'y'.repeat(9)}`)).toBe(` Hinweis Ihrer Organisation: ${'x'.repeat(room - 3)}...`);
  expect((SENTENCE + german('x'.repeat(500))).length).toBe(220);
});

test('where there is next to no room, the sentence stands alone', () => {
  const long = (room: number) => 'x'.repeat(220 - ' Hinweis Ihrer Organisation: '.length - 1 - room);
  expect(german('Rechtsstreit', long(20))).toBe(' Hinweis Ihrer Organisation: Rechtsstreit.');
  expect(german('Rechtsstreit', long(19))).toBe('');
});
