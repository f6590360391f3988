import { toUnicode } from 'punycode/';
import { readAsLatin } from '../reference/confusables/latin';

/** A name, that is a domain without its ending, in the ways names are compared in. */
export interface Name {
  /** As people see it, without dots and hyphens. */
  readonly seen: string;
  /** With them, and in Latin letters: what is foreign is read as Latin. */
  readonly typed: string;
  /** The same without dots and hyphens, 0 read as o and 1 as l. */
  readonly latin: string;
}

/** `labels` in ASCII and lower case, as `normaliseDomain` writes them, or a word of a decoded one. */
export function nameOf(labels: string): Name {
  if (!UNUSUAL.test(labels)) return { seen: labels, typed: labels, latin: labels };
  const shown = shownDomain(labels);
  const typed = isPlain(shown) ? shown : readAsLatin(shown);
  const bare = typed.replace(/[.-]/g, '');
  return { seen: shown === typed ? bare : shown.replace(/[.-]/g, ''), typed, latin: BINARY.test(bare) ? bare.replace(/0/g, 'o').replace(/1/g, 'l') : bare };
}

/** Hyphens stand in encoded labels, too. */
const UNUSUAL = /[^a-z2-9_]/;
const BINARY = /[01]/;
const PLAIN = /^[a-z0-9_.-]*$/;

/** Nothing in it but what domains are made of without an encoding. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** As names are written where there are no umlauts. */
export function transcribed(seen: string): string {
  return isPlain(seen) ? seen : seen.replace(/[äöü]/g, (umlaut) => `${readAsLatin(umlaut)}e`).replace(/ß/g, 'ss');
}

/** A domain as people read it, `müller.example` for `xn--mller-kva.example`; what cannot be decoded stays as it is. */
export function shownDomain(domain: string): string {
  if (!isEncoded(domain)) return domain;
  try {
    return toUnicode(domain);
  } catch {
    return domain;
  }
}

export function isEncoded(domain: string): boolean {
  return domain.indexOf('xn--') >= 0;
}

/** Latin, Greek, Cyrillic and Armenian letters: names in one alphabet are honest, mixtures within a label are not. */
const ALPHABETS = [/[a-z\u00df-\u024f\u0250-\u02af\u1d00-\u1dbf\u1e00-\u1eff]/, /[\u0370-\u03ff\u1f00-\u1fff]/, /[\u0400-\u052f]/, /[\u0531-\u0587]/];

export function mixesScripts(domain: string): boolean {
  return isEncoded(domain) && shownDomain(domain).split('.').some((label) => ALPHABETS.filter((alphabet) => alphabet.test(label)).length > 1);
}
