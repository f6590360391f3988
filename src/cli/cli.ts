import { Command, CommanderError } from 'commander';
import { backupCommand } from './backup';
import { checkCommand } from './check';
import { contactCommand } from './contact';
import { doctorCommand } from './doctor/command';
import { importCommand } from './import';
import { manifestCommand } from './manifest';
import { policyCommand } from './policy';
import { recordsCommand } from './records';
import { restoreCommand } from './restore';
import { rotateKeyCommand } from './rotate-key';
import { serviceCommand } from './service';

/** Everything `umsicht` can do, one line each. */
const commands = [
  checkCommand(),
  doctorCommand(),
  importCommand(),
  contactCommand(),
  backupCommand(),
  restoreCommand(),
  manifestCommand(),
  recordsCommand(),
  policyCommand(),
  rotateKeyCommand(),
  serviceCommand(),
];

const program = new Command('umsicht')
  .description('Checks outgoing mail for recipients who see each other, missing consent and third countries.')
  .version(typeof __UMSICHT_VERSION__ === 'string' ? __UMSICHT_VERSION__ : 'development')
  .exitOverride();
for (const command of commands) program.addCommand(inheriting(command, program));

/** Commands within commands as well: none of them may end the process by itself. */
function inheriting(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent);
  for (const inner of command.commands) inheriting(inner, command);
  return command;
}

program.parseAsync(process.argv).catch((error: unknown) => {
  // A command line that is not understood is input that could not be read; help is no error.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else throw error;
});
