import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { addressBook } from '../../src/playground/address-book';

test('the compose window knows everybody among the demo contacts of the service, by the same name', () => {
  const file = readFileSync(join(__dirname, '..', '..', 'src', 'service', 'demo-contacts.csv'), 'utf8');
  const rows = parse(file, { columns: true }) as readonly { readonly address: string; readonly name: string }[];
  const contacts = [...new Map(rows.map(({ address, name }) => [address, { name, address }])).values()];
  const strangers = addressBook.filter(({ address }) => !address.endsWith('@own.example'));
  expect(strangers).toEqual(contacts);
});
