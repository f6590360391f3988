import type { FastifyServerOptions } from 'fastify';
import type { LogLevel } from '../../configuration/configuration';

/** Takes log lines. */
export interface LogSink {
  write(line: string): void;
}

/**
 * One line of JSON per event, in OpenTelemetry's words where it has some. No line ever holds an address, a body, a query or a header:
 * requests are not described, and of errors only their kind and place is told, since their texts may quote what was sent.
 */
export function loggerOptions(level: LogLevel, stream: LogSink): Exclude<FastifyServerOptions['logger'], boolean | undefined> {
  return {
    level,
    stream,
    base: null,
    messageKey: 'message',
    timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { req: () => ({}), res: () => ({}), err: loggedError },
  };
}

/** Where something broke, without the words that say what with. */
function loggedError({ name, code, stack = '' }: Error & { readonly code?: string }): { readonly type: string; readonly message: string; readonly stack: string } {
  return { type: name, message: code ?? '', stack: stack.split('\n').filter((line) => /^\s+at /.test(line)).join('\n') };
}
