const ESCAPED = /(?:\\[0-9a-f]{2})+|\\(.)/gi;

/**
 * A form in which two spellings of one distinguished name (RFC 4514) are the same text: case, blanks
 * around separators, and characters written as themselves or as bytes in hex. For finding an answer's
 * entry among those asked about; what is still taken for another one is merely read once more.
 */
export function comparableName(name: string): string {
  const written = name.replace(ESCAPED, (escape: string, character: string | undefined) => {
    if (character !== undefined) return escape;
    return Buffer.from(escape.replace(/\\/g, ''), 'hex').toString('utf8').replace(/[,=+"\\<>;#]/g, '\\$&');
  });
  // Escaped separators are part of a value, and so are the blanks beside them.
  return written.replace(/\\.|\s*([,=+])\s*/g, (piece: string, separator: string | undefined) => separator ?? piece).toLowerCase();
}

/** `uniqueMember` may carry a bit string behind the name (RFC 4517, 3.3.21): `cn=a,dc=b#'0101'B`. */
export function withoutUid(name: string): string {
  return name.replace(/#'[01]*'B$/i, '');
}
