import { isIP } from 'node:net';
import { connect, type PeerCertificate } from 'node:tls';
import { PATIENCE, unreachable } from './ask';
import { type Diagnosis, fault, notChecked, warning, well } from './check';

const ID = 'certificate';
const DAY = 86_400_000;

/** Days before the end at which somebody should do something, and must. */
const SOON = 30;
const VERY_SOON = 7;

/** The certificate that `origin` shows: whom it is for, who signed it, and until when it counts. */
export async function checkCertificate(origin: string, now: number): Promise<Diagnosis> {
  const { protocol, hostname, port } = new URL(origin);
  if (protocol !== 'https:') return notChecked(ID, `${origin} is not https; Outlook loads add-ins from https only.`);
  const host = hostname.replace(/^\[|\]$/g, '');
  const shown = await shownBy(host, Number(port) || 443);
  if ('code' in shown) return fault(ID, ...texts(unreachable(shown.code, origin)));
  const { certificate, problem } = shown;
  const until = Date.parse(certificate.valid_to);
  const days = Math.floor((until - now) / DAY);
  if (problem !== null) return faultWith(problem, host, certificate);
  if (Number.isNaN(until)) return fault(ID, 'The certificate does not say until when it counts.', 'Have it issued anew.');
  if (days < VERY_SOON) return fault(ID, `The certificate ends in ${days} days, on ${certificate.valid_to}.`, 'Renew it now: without it no Outlook loads the add-in.');
  if (days < SOON) return warning(ID, `The certificate ends in ${days} days, on ${certificate.valid_to}.`, 'Renew it, and see to it that this happens by itself.');
  return well(ID, `The certificate is for ${host} and counts for ${days} more days.`);
}

type Shown = { readonly certificate: PeerCertificate; readonly problem: string | null } | { readonly code: string };

/** Connects without refusing anything, to see what there is. */
function shownBy(host: string, port: number): Promise<Shown> {
  return new Promise((done) => {
    const socket = connect({ host, port, rejectUnauthorized: false, timeout: PATIENCE, ...(isIP(host) === 0 && { servername: host }) }, () => {
      const { authorizationError } = socket;
      const problem = (authorizationError as (Error & { readonly code?: string }) | string | null) ?? null;
      done({ certificate: socket.getPeerCertificate(), problem: problem === null ? null : typeof problem === 'string' ? problem : problem.code ?? problem.message });
      socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => done({ code: error.code ?? error.name }));
    socket.on('timeout', () => {
      done({ code: 'ETIMEDOUT' });
      socket.destroy();
    });
  });
}

function faultWith(problem: string, host: string, { subject, subjectaltname = '', valid_from, valid_to, issuer }: PeerCertificate): Diagnosis {
  switch (problem) {
    case 'CERT_HAS_EXPIRED':
      return fault(ID, `The certificate has ended on ${valid_to}.`, 'Renew it: without it no Outlook loads the add-in.');
    case 'CERT_NOT_YET_VALID':
      return fault(ID, `The certificate counts from ${valid_from} only.`, 'Look at the clocks of this machine and of whoever issued it.');
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return fault(ID, `The certificate is for ${subjectaltname || subject?.CN || 'somebody else'}, not for ${host}.`, `Have one issued that names ${host} among its DNS names.`);
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return fault(ID, `The chain of the certificate is not complete: ${issuer?.CN ?? 'its issuer'} is not shown along.`, 'Let the proxy send the intermediate certificates as well ("full chain"). If the authority is the organisation\'s own, tell this machine (NODE_EXTRA_CA_CERTS) and all machines with Outlook.');
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return fault(ID, 'The certificate is signed by nobody this machine knows.', 'Use one from an authority that all machines with Outlook know. If the authority is the organisation\'s own, tell this machine (NODE_EXTRA_CA_CERTS).');
    default:
      return fault(ID, `The certificate does not count (${problem}).`, 'Have it issued anew by an authority that all machines with Outlook know.');
  }
}

function texts({ says, advice }: { readonly says: string; readonly advice: string }): [string, string] {
  return [says, advice];
}
