import { Command } from 'commander';
import { configuredDatabase } from '../configuration/configuration';
import { keyFile, rotateKey } from '../store/hashing-key';
import { StoreFailure } from '../store/store-failure';
import { configOption, environmentWith } from './database-option';
import { leaveWith, neutral, ownStreams, type Streams } from './terminal';

const MORE_HELP = `
Who was written to before is kept as hashes with a key (correspondence.key in the data folder). From
now on the new key hashes; what was hashed with former ones is still found until it is forgotten
(keepCorrespondence), and then the service drops them. A running service takes the new key up by
itself. Where several machines share a database, rotate on one and copy the file to the others.
Copies of the key in backups are old afterwards: back up anew.

The data folder is the one of the service (as its configuration or UMSICHT_DATA says).
Exit status: 0 there is a new key; 2 nothing has changed.`;

/** `umsicht rotate-key`: another key for the hashes. */
export function rotateKeyCommand(streams: Streams = ownStreams(), end: (status: 0 | 2) => void = leaveWith): Command {
  return new Command('rotate-key')
    .description('makes a new key for the hashes of addresses that were written to; the former one goes on being read')
    .addOption(configOption())
    .addHelpText('after', MORE_HELP)
    .action(({ config }: { config?: string }) => end(rotate({ ...streams, environment: environmentWith(config, streams.environment) }, new Date())));
}

function rotate({ stdout, stderr, environment }: Streams, now: Date): 0 | 2 {
  const place = configuredDatabase(environment);
  if (!place.ok) {
    for (const problem of place.problems) stderr.write(`${neutral(problem)}\n`);
    return 2;
  }
  try {
    const { former } = rotateKey(place.dataFolder, now.toISOString().slice(0, 10));
    stdout.write(`There is a new key in ${neutral(keyFile(place.dataFolder))}; ${former.length === 1 ? 'the former one goes' : `${former.length} former ones go`} on being read.\n`);
    return 0;
  } catch (error) {
    stderr.write(`Nothing has changed: ${neutral(error instanceof StoreFailure ? error.message : (error as Error).message)}\n`);
    return 2;
  }
}
