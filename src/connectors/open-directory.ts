import { readFileSync } from 'node:fs';
import type { UnknownReason } from '../core/evidence';
import type { Directory, DirectoryFailure } from './directory';
import { graphDirectory } from './graph/directory';
import { ldapDirectory } from './ldap/directory';

export type DirectoryConfiguration =
  /** Without a user the directory is asked anonymously. `authority`: a file with the certificate that signed the server's, in PEM. */
  | { readonly kind: 'ldap'; readonly url: string; readonly base: string; readonly login: { readonly user: string; readonly password: string } | null; readonly authority: string | null }
  /** Microsoft Graph; both addresses are origins. */
  | { readonly kind: 'graph'; readonly tenant: string; readonly client: string; readonly secret: string; readonly graph: string; readonly login: string };

/** How a question for a list ended; that there is no such list, or several, is an answer. */
export type DirectoryAnswer = 'answered' | Exclude<UnknownReason, 'notFound' | 'ambiguous'>;

export interface DirectoryEars {
  readonly onFailure: DirectoryFailure;
  readonly onAnswer?: (answer: DirectoryAnswer) => void;
}

/** A certificate that is named in the settings cannot be used; the message says why, for the administrator. */
export class UnusableCertificate extends Error {}

/** The directory that is set up. Throws an UnusableCertificate. */
export function openDirectory(configuration: DirectoryConfiguration, { onFailure, onAnswer = () => undefined }: DirectoryEars): Directory {
  const directory = opened(configuration, onFailure);
  return {
    open(limits) {
      const session = directory.open(limits);
      return {
        ...session,
        async listAt(address) {
          const answer = await session.listAt(address);
          onAnswer(answer.known || answer.reason === 'notFound' || answer.reason === 'ambiguous' ? 'answered' : answer.reason);
          return answer;
        },
      };
    },
  };
}

function opened(configuration: DirectoryConfiguration, onFailure: DirectoryFailure): Directory {
  if (configuration.kind === 'graph') return graphDirectory({ ...configuration, now: Date.now, onFailure });
  const { url, base, login, authority } = configuration;
  return ldapDirectory({ url, base, login, onFailure, ...(authority !== null && { authority: certificateIn(authority) }) });
}

function certificateIn(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UnusableCertificate(`The certificate ${file} cannot be read: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message}`);
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new UnusableCertificate(`${file} holds no certificate in PEM (-----BEGIN CERTIFICATE-----).`);
}
