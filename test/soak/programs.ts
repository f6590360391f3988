import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { told } from '../told/told';

/** Node with these arguments in front is the service, and the command line. */
export interface Programs {
  readonly service: readonly string[];
  readonly cli: readonly string[];
}

export interface Program {
  readonly process: ChildProcess;
  readonly ended: Promise<{ readonly status: number | null }>;
  /** Where the service listens. */
  readonly address: string;
  /** The last of what it wrote to standard error. */
  said(): string;
}

const ROOT = resolve(__dirname, '../..');

/** As they were built. */
export function builtPrograms(): Programs {
  const dist = join(ROOT, 'dist');
  return { service: [join(dist, 'service.js')], cli: [join(dist, 'cli.js')] };
}

/** As they are in src/. `addIn`: the folder whose files the service gives out. */
export function sourcePrograms(addIn: string): Programs {
  const typescript = ['-r', join(ROOT, 'test', 'programs', 'typescript.cjs')];
  const service = `require('./src/service/run-service.ts').runService(process.argv.slice(1), process.env, ${JSON.stringify(addIn)})`;
  return { service: [...typescript, '-e', service, '--'], cli: [...typescript, 'src/cli/cli.ts'] };
}

export function startProgram(args: readonly string[], environment: NodeJS.ProcessEnv): Program {
  const child = spawn(process.execPath, [...args], { cwd: ROOT, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
    told('log', text);
  });
  return { process: child, ended: once(child, 'exit').then(([status]) => ({ status: status as number | null })), address: '', said: () => said };
}

/** A service on a port of its own that listens already. */
export async function startService(programs: Programs, environment: NodeJS.ProcessEnv): Promise<Program> {
  const program = startProgram([...programs.service, '--port', '0'], environment);
  const lines = createInterface({ input: program.process.stdout as NodeJS.ReadableStream });
  lines.on('line', (line) => told('log', line));
  const address = await Promise.race([
    new Promise<string>((found) => lines.on('line', (line) => { if (line.includes('listens on')) found(/http:\S+/.exec(line)?.[0] ?? ''); })),
    program.ended.then(({ status }) => { throw new Error(`The service ended with ${status}: ${program.said()}`); }),
  ]);
  return { ...program, address };
}

export function hasEnded({ process: { exitCode, signalCode } }: Program): boolean {
  return exitCode !== null || signalCode !== null;
}
