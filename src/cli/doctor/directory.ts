import { type DirectoryAnswer, type DirectoryConfiguration, openDirectory, UnusableCertificate } from '../../connectors/open-directory';
import { PATIENCE } from './ask';
import { type Diagnosis, fault, well } from './check';

const ID = 'directory';

/** A list that there is nowhere. */
const NO_LIST = 'umsicht-doctor@umsicht.invalid';

const CONNECTION = 'Look at its address and at firewalls on the way; over LDAPS also at ldap.ca, the certificate of the authority behind it.';
const ADVICE: { readonly [A in DirectoryAnswer]?: string } = {
  refused: 'Compare user and password, or client and secret, and what they may read (docs/service.md, Members of distribution lists).',
  timeout: CONNECTION,
  unreachable: CONNECTION,
};

/** Where members of distribution lists come from: asks for a list there is not. */
export async function checkDirectory(configuration: DirectoryConfiguration | null): Promise<Diagnosis> {
  if (configuration === null) return well(ID, 'No directory is set up, so members of distribution lists are unknown.');
  let ended = 'timeout' as DirectoryAnswer;
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), PATIENCE);
  try {
    const session = openDirectory(configuration, { onFailure: () => undefined, onAnswer: (answer) => { ended = answer; } }).open({ signal: end.signal, most: 1 });
    const late = new Promise((over) => end.signal.addEventListener('abort', over));
    await Promise.race([session.listAt(NO_LIST), late]);
    session.close();
  } catch (error) {
    if (error instanceof UnusableCertificate) return fault(ID, error.message, 'Name a file with the certificate in PEM as ldap.ca.');
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return ended === 'answered' ? well(ID, 'The directory answers.')
    : fault(ID, `The directory does not answer as it should (${ended}).`, ADVICE[ended] ?? 'Look at its log, and at what stands between here and there.');
}
