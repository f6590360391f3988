import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { fitting, optional, type Problem, type Reader } from '../core/reading';

/** How a configuration names what is not in it: `secret` gives the secret itself, `path` an absolute path. */
export interface SettingReaders {
  readonly secret: Reader<string>;
  readonly path: Reader<string>;
}

export const someText: Reader<string> = fitting((value) => typeof value === 'string' && value.trim() !== '' && value.length <= 1000, 'a text');

export function wholeNumber(from: number, to: number): Reader<number> {
  return fitting((value) => Number.isInteger(value) && (value as number) >= from && (value as number) <= to, `a whole number from ${from} to ${to}`);
}

/** A secret that has to look a certain way. It is in no problem's text. */
export function secretThat(secret: Reader<string>, fits: (text: string) => boolean, what: string): Reader<string> {
  return (value, path, problems) => {
    const before = problems.length;
    const text = secret(value, path, problems);
    if (problems.length === before && !fits(text)) problems.push({ path, message: `expected ${what} where the secret is` });
    return text;
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
export function certificates(file: Reader<string>): Reader<string> {
  return (value, path, problems) => {
    const before = problems.length;
    const name = file(value, path, problems);
    if (problems.length > before) return '';
    try {
      const text = readFileSync(name, 'utf8');
      if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
      problems.push({ path, message: `${name} holds no certificate in PEM (-----BEGIN CERTIFICATE-----)` });
    } catch (error) {
      problems.push({ path, message: `${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})` });
    }
    return '';
  };
}

/** A setting that may be left out. */
export function orElse<T>(reader: Reader<T>, otherwise: T): Reader<T> {
  return optional<T, T & undefined>(reader, otherwise as T & undefined) as Reader<T>;
}
