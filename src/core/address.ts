import { toASCII } from 'punycode/';

/**
 * One address as mail systems compare it, or the reason why it cannot be compared.
 *
 * `key` is what two spellings of one mailbox have in common: local part and domain in lower
 * case, the domain in its ASCII form without a trailing dot, needless quotes and unseen
 * characters around it removed, `+tag` kept. RFC 5321 calls local parts case-sensitive; no directory or CRM treats them so.
 */
export type Address =
  | { readonly usable: true; readonly local: string; readonly domain: string; readonly key: string }
  | { readonly usable: false; readonly reason: UnusableReason };

/** `noAddress`: nothing there (contact groups); `x500`: an Exchange name, not an SMTP address. */
export type UnusableReason = 'noAddress' | 'noDomain' | 'x500' | 'malformed';

const DOT_ATOM = /^[^\s"(),:;<>@[\\\]\u0000-\u001f\u007f]+$/;
const QUOTED = /^"((?:[^"\\\u0000-\u001f\u007f]|\\[^\u0000-\u001f\u007f])*)"$/;
const DOMAIN_LITERAL = /^\[(ipv6:)?[0-9a-fv:.]+\]$/i;
const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;
/** Nearly every domain: nothing to fold but case, so the Unicode work can be left out. */
const PLAIN_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * Reads one SMTP address (RFC 5321 addr-spec, no display name). The last `@` decides, so that
 * `user@trusted.example@evil.example` belongs to evil.example.
 */
export function parseAddress(raw: string | null | undefined): Address {
  const text = bare(raw || '');
  if (text === '') return { usable: false, reason: 'noAddress' };
  // Exchange hands out its directory names bare or wrapped into an SMTP form with a domain of ours
  // (IMCEAEX), and wraps foreign ones, such as fax numbers, in the same way.
  if (/^\/o=/i.test(text) || /^imcea[a-z0-9]+-/i.test(text)) return { usable: false, reason: 'x500' };

  const at = text.lastIndexOf('@');
  if (at < 0 || at === text.length - 1) return { usable: false, reason: 'noDomain' };

  const local = normaliseLocal(text.slice(0, at));
  const domain = normaliseDomain(text.slice(at + 1));
  if (local === undefined || domain === undefined) return { usable: false, reason: 'malformed' };
  return { usable: true, local, domain, key: `${local.toLowerCase().normalize('NFC')}@${domain}` };
}

/** The text under which an address is counted, compared and looked up; unusable ones stay as written. */
export function addressKey(raw: string): string {
  const address = parseAddress(raw);
  return address.usable ? address.key : raw.trim().toLowerCase();
}

/** Blanks, marks of direction and characters without width, which come along where addresses are copied. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
/** What domain names are compared without (UTS #46). */
const IGNORED = /[\u00ad\u200b\u2060\ufeff]/g;

/** Without what nobody sees around it. */
function bare(text: string): string {
  let start = 0;
  let end = text.length;
  while (UNSEEN.test(text.charAt(start))) start += 1;
  while (UNSEEN.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Domain names in the form they are compared in, or `undefined` for what is no domain name. */
export function normaliseDomain(raw: string): string | undefined {
  const lower = raw.toLowerCase();
  if (lower.length <= 253 && PLAIN_DOMAIN.test(lower)) return lower;
  const folded = raw.normalize('NFKC').replace(IGNORED, '').toLowerCase();
  if (DOMAIN_LITERAL.test(folded)) return folded;
  let ascii: string;
  try {
    ascii = toASCII(folded).replace(/\.$/, '');
  } catch {
    return undefined;
  }
  if (ascii.length > 253 || !ascii.split('.').every((label) => LABEL.test(label))) return undefined;
  return ascii;
}

function normaliseLocal(raw: string): string | undefined {
  const quoted = QUOTED.exec(raw);
  if (quoted) {
    const content = (quoted[1] as string).replace(/\\([^])/g, '$1');
    return DOT_ATOM.test(content) ? content : `"${content.replace(/["\\]/g, '\\$&')}"`;
  }
  // A stray @ in front of the last one is malformed by RFC 5321, but its domain is beyond doubt.
  return DOT_ATOM.test(raw.replace(/@/g, '')) ? raw : undefined;
}
