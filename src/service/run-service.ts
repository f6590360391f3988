import { join } from 'node:path';
import { rules } from '../rules';
import { StoreFailure } from '../store/store-failure';
import { readConfiguration } from '../configuration/configuration';
import { problemsWith } from '../configuration/policy-document';
import { helpText } from '../configuration/settings-text';
import { type RunningService, StartFailure, startService } from './start-service';

/** Milliseconds the database and the connectors may take to close after the last request. */
const LAST_CALL = 10_000;

/**
 * The program: starts the service from the files in `folder` and stops it when it is told to. Why it cannot start goes to
 * standard error. The exit status is 2 where settings are in the way, which only the administrator can mend, and 1 where the database
 * is, which may be there in a moment: whoever starts programs again (systemd) goes by it.
 */
export function runService(args: readonly string[], environment: NodeJS.ProcessEnv, folder: string): void {
  run(args, environment, folder).catch((error: unknown) => {
    if (!(error instanceof StartFailure || error instanceof StoreFailure)) throw error;
    process.stderr.write(`Umsicht cannot start:\n${error.message.split('\n').map((line) => `  ${line}\n`).join('')}`);
    process.exitCode = error instanceof StartFailure ? 2 : 1;
  });
}

async function run(args: readonly string[], environment: NodeJS.ProcessEnv, folder: string): Promise<void> {
  if (args.includes('--help')) return void process.stdout.write(helpText());
  const result = readConfiguration(args, environment);
  for (const note of result.notes) process.stderr.write(`Note: ${note}\n`);
  if (!result.ok) throw new StartFailure(problemsWith(result, rules));

  const { drain, deadline } = result.configuration.stop;
  let service: RunningService | null = null;
  let stopping = false;
  const stop = (): void => {
    // Nothing was promised to anybody yet. Said here, because the first process of a container is not ended by a signal it does not take.
    if (service === null) process.exit(0);
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), drain + deadline + LAST_CALL).unref();
    service.stop().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  service = await startService({ configuration: result.configuration, addIn: folder, demoContacts: join(folder, 'demo-contacts.csv') });
  process.stdout.write(`Umsicht listens on ${service.address}\n`);
}
