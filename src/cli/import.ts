import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { CONSENT_STATUSES, LEGAL_BASES } from '../core/evidence';
import { PURPOSES } from '../core/purpose';
import { importContacts } from '../store/import-contacts';
import { type DatabasePlace, nameOfPlace } from '../store/database-place';
import { openStore, UNLIMITED } from '../store/open-store';
import { problemText } from '../wire/contact-row';
import { chosenData, type DatabaseFlags, withDatabaseOptions } from './database-option';
import { reasonOf } from './database-reasons';

const MORE_HELP = `
Columns, in any order; the first row names them: address, name, country, safeguard, safeguardUntil,
purpose, status, basis, obtained, confirmed, withdrawn, expires, evidence, source, fromSale,
similarGoods, toldAtCollection. One row per purpose, so several rows per person. Only address is
required, and beside a purpose its status and basis; a row without a purpose is a contact without
consent.
  purpose  ${PURPOSES.join(' ')}, advertising (all advertising) or * (everything)
  status   ${CONSENT_STATUSES.join(' ')}
  basis    ${LEGAL_BASES.slice(0, 4).join(' ')}
           ${LEGAL_BASES.slice(4).join(' ')}
Dates such as 2026-05-31. Separated by commas, semicolons or tabs, in UTF-8.

A row replaces what is stored for the same person, purpose and source. What the file does not
name stays. When one row is wrong, nothing is imported, and every wrong row is listed.`;

/** `umsicht import contacts.csv`: exit status 0 when everything is in the database, 2 when nothing is. */
export function importCommand(): Command {
  return withDatabaseOptions(new Command('import'))
    .description('takes contacts with their consents from a CSV file into the database, all of them or none')
    .argument('<file>', 'CSV file with one row per consent')
    .addHelpText('after', MORE_HELP)
    .action(async (file: string, flags: DatabaseFlags) => {
      const data = chosenData(flags, process);
      process.exitCode = data ? await runImport(file, data.place, process) : 2;
    });
}

/** Where the words go. */
export interface Terminal {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

export async function runImport(file: string, database: DatabasePlace, terminal: Terminal): Promise<0 | 2> {
  const { stdout, stderr } = terminal;
  const progress = showProgress(terminal);
  try {
    const store = await openStore(database, UNLIMITED);
    try {
      const result = await importContacts(store, file, {
        onProgress: progress.show,
        onProblem: ({ line, problem }) => progress.above(`${file}:${line}: ${problemText(problem)}`),
      });
      progress.end();
      if (!result.ok) {
        stderr.write(`Nothing was imported: ${counted(result.problemCount, 'problem')} in ${file}.\n`);
        return 2;
      }
      stdout.write(`Imported ${counted(result.rows, 'row')} into ${nameOfPlace(database)}: ${counted(result.people, 'person', 'people')}, ${counted(result.tags, 'consent tag')}.\n`);
      return 0;
    } finally {
      await store.close();
    }
  } catch (error) {
    progress.end();
    stderr.write(`Nothing was imported: ${reasonOf(error, file, database)}\n`);
    return 2;
  }
}

interface Progress {
  show(done: number, total: number): void;
  /** Writes a line to stderr without disturbing the bar. */
  above(line: string): void;
  end(): void;
}

/** A bar where somebody watches; where the output goes into a file, a line for every tenth. */
function showProgress({ stdout, stderr }: Terminal): Progress {
  if (!stderr.isTTY) {
    let shown = 0;
    return {
      show(done, total) {
        const tenths = Math.floor((done / total) * 10);
        if (tenths > shown) stdout.write(`${tenths * 10} %\n`);
        shown = Math.max(shown, tenths);
      },
      above: (line) => void stderr.write(`${line}\n`),
      end() {},
    };
  }

  const bar = new SingleBar({ stream: stderr, format: '{bar} {percentage} %', hideCursor: true, clearOnComplete: true, barsize: 40, barCompleteChar: '█', barIncompleteChar: '░' });
  let running = false;
  return {
    show(done, total) {
      if (!running) bar.start(total, done);
      running = true;
      bar.update(done);
    },
    above: (line) => void stderr.write(running ? `\r\u001b[K${line}\n` : `${line}\n`),
    end() {
      if (running) bar.stop();
      running = false;
    },
  };
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
