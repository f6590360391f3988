import type { ServiceConfiguration } from '../../configuration/configuration';
import { nameOfPlace } from '../../store/database-place';
import { hashingKeys, type HashingKeys, keyFile } from '../../store/hashing-key';
import { type DatabaseLook, lookAtDatabase } from '../../store/look-at';
import { StoreFailure } from '../../store/store-failure';
import { existsSync } from 'node:fs';
import { checkConnectors } from '../check-connectors';
import { type Diagnosis, fault, warning, well } from './check';

/** The database, the key beside it, and the CRMs, as seen from this machine and by this user. */
export async function checkData({ database, dataFolder, keepCorrespondence, connectors }: ServiceConfiguration, now: number): Promise<readonly Diagnosis[]> {
  const [[data, foreignKeys], crms] = await Promise.all([checkDatabase(database, keysAt(dataFolder), now), checkCrms(connectors)]);
  return [data, checkKey(dataFolder, keepCorrespondence, foreignKeys ?? 0), crms];
}

function keysAt(folder: string): HashingKeys | null {
  try {
    return existsSync(keyFile(folder)) ? hashingKeys(folder) : null;
  } catch {
    return null;
  }
}

async function checkDatabase(place: ServiceConfiguration['database'], keys: HashingKeys | null, now: number): Promise<readonly [Diagnosis, number | null]> {
  const id = 'database';
  const name = nameOfPlace(place);
  try {
    const look = await lookAtDatabase(place, keys, now);
    return look ? [diagnosisOf(name, look), look.foreignKeys]
      : [warning(id, `There is no database ${name} yet.`, 'The service makes it when it starts for the first time. If it has run before, it looks elsewhere: compare UMSICHT_DATA.'), null];
  } catch (error) {
    const says = error instanceof StoreFailure ? error.message : `The database ${name} cannot be used (${(error as NodeJS.ErrnoException).code ?? (error as Error).name}).`;
    const isAway = place.engine === 'postgres' && / cannot be reached: /.test(says);
    return [fault(id, says, isAway ? 'Start the database server, or mend databaseUrl.' : 'Run umsicht doctor as the user the service runs as, and compare its settings.'), null];
  }
}

function diagnosisOf(name: string, { engine, openMigrations, unknownMigration, contacts }: DatabaseLook): Diagnosis {
  const id = 'database';
  if (unknownMigration !== null) return fault(id, `The database ${name} was made by a newer version of Umsicht.`, 'Use that version, or restore a backup from before it.');
  if (openMigrations > 0) return warning(id, `The tables of ${name} are of an older version.`, 'Back it up with the release before this one, since every command of this one brings them up to date; then start the service.');
  if (contacts === 0) return warning(id, `The database ${name} (${engine}) holds no contacts.`, 'Import them (umsicht import), or set up a CRM; without either nobody is known to have agreed.');
  return well(id, `The database ${name} (${engine}) holds ${contacts === 1 ? 'one contact' : `${contacts} contacts`}.`);
}

/** `foreign`: keys of other machines in the same database. */
function checkKey(folder: string, keepCorrespondence: number, foreign: number): Diagnosis {
  const id = 'hashing-key';
  if (keepCorrespondence === 0) return well(id, 'Nobody is remembered, so no key is needed.');
  if (!existsSync(keyFile(folder))) return warning(id, `There is no key ${keyFile(folder)} yet.`, 'The service makes it when it starts for the first time. Where several machines share a database, all of them need the same one.');
  try {
    hashingKeys(folder);
  } catch (error) {
    return fault(id, (error as Error).message, 'The service does not start until then.');
  }
  if (foreign > 0) return fault(id, `Another key than ${keyFile(folder)} has been in use in this database since yesterday.`, 'Copy one machine\'s correspondence.key to all that share the database; whom the others have noted counts as never written to otherwise. After a key was replaced by hand, this passes in two days.');
  return well(id, `The key ${keyFile(folder)} can be read, and no other one is in use.`);
}

async function checkCrms(connectors: ServiceConfiguration['connectors']): Promise<Diagnosis> {
  const id = 'connectors';
  const { lines, isWell } = await checkConnectors(connectors);
  if (isWell) return well(id, connectors.sources.length === 0 ? 'No CRM is set up.' : `${connectors.sources.length === 1 ? 'The CRM answers' : `All ${connectors.sources.length} CRMs answer`}.`);
  return fault(id, lines.filter((line) => !line.endsWith(': well')).map((line) => line.trim()).join(' '), 'Look at each: umsicht service check-connectors.');
}
