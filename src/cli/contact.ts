import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { parseAddress } from '../core/address';
import { hashOf } from '../store/correspondence';
import { type DatabasePlace, nameOfPlace } from '../store/database-place';
import { hashingKeys, keyFile } from '../store/hashing-key';
import { forgetPerson, type HeldOfPerson, heldOfPerson } from '../store/one-person';
import { openStore, UNLIMITED } from '../store/open-store';
import { chosenData, type DatabaseFlags, withDatabaseOptions } from './database-option';
import { reasonOf } from './database-reasons';
import { neutral } from './terminal';

const SHOW_HELP = `
The contact with every consent, between which days the address was written to, and how many records of
decisions name it as the sender. What CRMs, directories and older backups hold is not in it.

Exit status: 0 also where nothing is held; 2 it could not be looked up.`;

const FORGET_HELP = `
Everything "umsicht contact show" tells is deleted, all of it or nothing; records of decisions stay, without
their sender. A refusal is forgotten, too: where somebody must not be written to, let the record stand, or
see to it that a CRM says so. The next import of a file with the address brings the contact back, and older
backups hold it until they are gone.

Exit status: 0 nothing is held any more; 2 nothing has changed.`;

/** `umsicht contact …`: what data protection asks about one person. */
export function contactCommand(): Command {
  return new Command('contact')
    .description('shows or deletes what is held of one person')
    .addCommand(withDatabaseOptions(new Command('show'))
      .description('shows everything the database holds of an address')
      .argument('<address>', 'e-mail address, in any spelling')
      .addHelpText('after', SHOW_HELP)
      .action(async (address: string, flags: DatabaseFlags) => { process.exitCode = await runOn(address, flags, 'show', process); }))
    .addCommand(withDatabaseOptions(new Command('forget'))
      .description('deletes everything the database holds of an address')
      .argument('<address>', 'e-mail address, in any spelling')
      .addHelpText('after', FORGET_HELP)
      .action(async (address: string, flags: DatabaseFlags) => { process.exitCode = await runOn(address, flags, 'forget', process); }));
}

const FAILED = { show: 'Nothing could be looked up', forget: 'Nothing has changed' } as const;

async function runOn(written: string, flags: DatabaseFlags, what: 'show' | 'forget', { env, stdout, stderr }: Pick<NodeJS.Process, 'env' | 'stdout' | 'stderr'>): Promise<0 | 2> {
  const failed = (reason: string): 2 => {
    stderr.write(`${FAILED[what]}: ${reason}\n`);
    return 2;
  };
  const data = chosenData(flags, { env, stderr });
  if (!data) return 2;
  const { place, folder } = data;
  const address = parseAddress(written);
  if (!address.usable) return failed(`expected an e-mail address such as anna@oak.example, got ${JSON.stringify(written)}.`);
  // Opening it would make a new one.
  if (place.engine === 'sqlite' && !existsSync(place.file)) return failed(`there is no database ${place.file}.`);
  try {
    const hashes = hashesOf(address.key, folder);
    const store = await openStore(place, UNLIMITED);
    try {
      const held = what === 'show' ? await heldOfPerson(store, address.key, hashes ?? []) : await forgetPerson(store, address.key, hashes ?? []);
      stdout.write(what === 'show' ? shownText(neutral(address.key), held, place) : forgottenText(neutral(address.key), held, place));
      if (hashes === null) stderr.write(`There is no key ${keyFile(folder)}, so it is not known whether they were written to before.\n`);
      return 0;
    } finally {
      await store.close();
    }
  } catch (error) {
    return failed(reasonOf(error, nameOfPlace(place), place));
  }
}

/** Of the address, with the current key and former ones; null where there is no key. */
function hashesOf(key: string, folder: string): readonly string[] | null {
  if (!existsSync(keyFile(folder))) return null;
  const { current, former } = hashingKeys(folder);
  return [current, ...former.map((each) => each.key)].map((each) => hashOf(each, key));
}

function shownText(key: string, held: HeldOfPerson, place: DatabasePlace): string {
  if (isNothing(held)) return `${nameOfPlace(place)} holds nothing of ${key}.\n`;
  const { contact, tags, writtenTo, sent } = held;
  return [
    `${nameOfPlace(place)} holds of ${key}:`,
    ...(contact ? [`  contact     ${fieldsText(contact, ['key', 'domain']) || 'the address alone'}`] : []),
    ...tags.map((tag) => `  consent     ${fieldsText(tag, ['contact'])}`),
    ...(writtenTo ? [`  written to  first on ${writtenTo.first}, last on ${writtenTo.last}`] : []),
    ...(sent > 0 ? [`  sender      of ${sent} ${sent === 1 ? 'record' : 'records'} of decisions`] : []),
    '',
  ].join('\n');
}

function forgottenText(key: string, held: HeldOfPerson, place: DatabasePlace): string {
  if (isNothing(held)) return `${nameOfPlace(place)} holds nothing of ${key}.\n`;
  const { contact, tags, writtenTo, sent } = held;
  const parts = [
    ...(contact ? [`the contact with ${tags.length} consent ${tags.length === 1 ? 'tag' : 'tags'}`] : []),
    ...(writtenTo ? ['when they were written to'] : []),
    ...(sent > 0 ? [`the sender of ${sent} ${sent === 1 ? 'record' : 'records'}`] : []),
  ];
  return `Forgotten in ${nameOfPlace(place)}, of ${key}: ${parts.join(', ')}.\n`;
}

function isNothing({ contact, tags, writtenTo, sent }: HeldOfPerson): boolean {
  return contact === null && tags.length === 0 && writtenTo === null && sent === 0;
}

/** What is empty is left out; the conditions of § 7 (3) UWG are kept as 1 and 0. */
function fieldsText(row: object, without: readonly string[]): string {
  return Object.entries(row)
    .filter(([name, value]) => !without.includes(name) && value !== null && value !== '')
    .map(([name, value]) => `${name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())} ${typeof value === 'number' ? (value === 1 ? 'yes' : 'no') : neutral(String(value))}`)
    .join(', ');
}
