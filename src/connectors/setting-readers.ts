import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { fitting, optional, type Problem, type Reader } from '../core/reading';

export type Environment = { readonly [name: string]: string | undefined };

export const someText: Reader<string> = fitting((value) => typeof value === 'string' && value.trim() !== '' && value.length <= 1000, 'a text');

export function wholeNumber(from: number, to: number): Reader<number> {
  return fitting((value) => Number.isInteger(value) && (value as number) >= from && (value as number) <= to, `a whole number from ${from} to ${to}`);
}

/**
 * A secret, which a configuration names by its environment variable and never holds:
 * `{ "environment": "UMSICHT_HUBSPOT_TOKEN" }`. It is in no problem's text either.
 */
export function secret(environment: Environment, fits: (text: string) => boolean = () => true, what: string = ''): Reader<string> {
  const named = fitting<{ readonly environment: string }>((value) => {
    const { environment: name, ...others } = (typeof value === 'object' && value !== null ? value : {}) as { environment?: unknown };
    return typeof name === 'string' && /^[A-Z_][A-Z0-9_]*$/i.test(name) && Object.keys(others).length === 0;
  }, 'the name of an environment variable, as {"environment": "NAME"}, because a configuration holds no secrets');
  return (value, path, problems) => {
    const before = problems.length;
    // A secret written in by mistake is not repeated.
    named(typeof value === 'string' ? undefined : value, path, problems);
    if (problems.length > before) return '';
    const { environment: name } = value as { environment: string };
    const text = environment[name];
    if (!text) problems.push({ path, message: `the environment variable ${name} is not set` });
    else if (!fits(text)) problems.push({ path, message: `expected ${what} in the environment variable ${name}` });
    return text ?? '';
  };
}

/** Where a server is: https, or http on this very machine, since addresses and tokens would cross the network in the clear. Without a trailing slash. */
export const webAddress: Reader<string> = (value, path, problems: Problem[]) => {
  const before = problems.length;
  fitting(isWebAddress, 'an address such as https://crm.firm.example, with http on this machine only, without user, query or #')(value, path, problems);
  return problems.length > before ? '' : (value as string).replace(/\/+$/, '');
};

function isWebAddress(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  const isGood = protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));
  return isGood && username === '' && password === '' && search === '' && hash === '' && !/[?#]/.test(value);
}

/** Host names and addresses that only this machine can reach; IPv6 with or without brackets. */
export function isThisMachine(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

/** A file with certificates in PEM, read when the configuration is. */
export const certificates: Reader<string> = (value, path, problems) => {
  const file = someText(value, path, problems);
  if (typeof file !== 'string') return '';
  try {
    const text = readFileSync(file, 'utf8');
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
    problems.push({ path, message: `${file} holds no certificate in PEM (-----BEGIN CERTIFICATE-----)` });
  } catch (error) {
    problems.push({ path, message: `${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})` });
  }
  return '';
};

/** A setting that may be left out. */
export function orElse<T>(reader: Reader<T>, otherwise: T): Reader<T> {
  return optional<T, T & undefined>(reader, otherwise as T & undefined) as Reader<T>;
}
