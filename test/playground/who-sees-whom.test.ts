import { readersOf } from '../../src/playground/who-sees-whom';
import { exactWorld } from '../../src/reference/world-exact';
import { entryFrom, itemFrom, type ItemSetup } from '../../src/simulator/item';

const mara = entryFrom('mara@own.example');
const table = (setup: ItemSetup) => readersOf(itemFrom(setup, mara), exactWorld).map(({ address, field, sees, strangers }) => [address, field, sees.map((other) => other.address).join(' '), strangers]);

test('everybody in To and Cc reads all others there, and nobody reads who is in Bcc', () => {
  expect(table({ to: ['anna@oak.example', 'abel@oak.example'], cc: ['ben@elm.example', 'finn@own.example'], bcc: ['cem@ash.example'] })).toEqual([
    ['anna@oak.example', 'to', 'abel@oak.example ben@elm.example finn@own.example', 1],
    ['abel@oak.example', 'to', 'anna@oak.example ben@elm.example finn@own.example', 1],
    ['ben@elm.example', 'cc', 'anna@oak.example abel@oak.example finn@own.example', 2],
    ['finn@own.example', 'cc', 'anna@oak.example abel@oak.example ben@elm.example', 0],
    ['cem@ash.example', 'bcc', 'anna@oak.example abel@oak.example ben@elm.example finn@own.example', 3],
  ]);
});

test('a circular with the sender in To and all others in Bcc discloses nobody', () => {
  expect(table({ to: ['mara@own.example'], bcc: ['anna@oak.example', 'ben@elm.example'] })).toEqual([
    ['mara@own.example', 'to', '', 0],
    ['anna@oak.example', 'bcc', '', 0],
    ['ben@elm.example', 'bcc', '', 0],
  ]);
});

test('people at one mail provider are strangers to each other, and one person in two fields is one', () => {
  expect(table({ to: ['a@gmx.de', 'b@gmx.de'], cc: ['A@gmx.de'] })).toEqual([
    ['a@gmx.de', 'to', 'b@gmx.de', 1],
    ['b@gmx.de', 'to', 'a@gmx.de', 1],
    ['A@gmx.de', 'cc', 'b@gmx.de', 1],
  ]);
});

test('whoever is invited to a meeting reads everybody else who is, required or optional', () => {
  expect(table({ kind: 'meeting', requiredAttendees: ['anna@oak.example', 'mara@own.example'], optionalAttendees: ['ben@elm.example'] })).toEqual([
    ['anna@oak.example', 'requiredAttendees', 'ben@elm.example', 1],
    ['mara@own.example', 'requiredAttendees', 'anna@oak.example ben@elm.example', 0],
    ['ben@elm.example', 'optionalAttendees', 'anna@oak.example', 1],
  ]);
});
