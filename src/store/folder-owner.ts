import { lchownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Gives a file to the owner of its folder where root has made it: administrators run commands as root, and the service, to which the data folder
 * belongs, has to be able to read what they leave there. Others keep what they make, since they cannot give it away; so does everybody on
 * Windows. Throws what the file system throws.
 */
export function giveToFolderOwner(file: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(file));
  // Not what a link leads to, which somebody might have put there meanwhile.
  lchownSync(file, uid, gid);
}
