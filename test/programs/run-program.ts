import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface Ended {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningProgram {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves as soon as the standard output holds such a text, with its match; rejects when the program ends without. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
}

const ROOT = resolve(__dirname, '../..');

/** Runs Node with the sources as they are: `runProgram(['src/cli/cli.ts', 'import', 'contacts.csv'])`. */
export function runProgram(args: readonly string[], environment: NodeJS.ProcessEnv = {}): RunningProgram {
  const child = spawn(process.execPath, ['-r', resolve(__dirname, 'typescript.cjs'), ...args], { cwd: ROOT, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
  const ended = new Promise<Ended>((done) => child.on('close', (status, signal) => done({ status, signal, stdout, stderr })));
  return {
    process: child,
    ended,
    said: (pattern) => new Promise((found, missed) => {
      const look = (): void => {
        const match = pattern.exec(stdout);
        if (match) found(match);
      };
      child.stdout.on('data', look);
      look();
      void ended.then(() => missed(new Error(`The program ended without saying ${pattern}: ${stdout}${stderr}`)));
    }),
  };
}
