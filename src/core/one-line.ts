/**
 * Names, addresses and file names come from outside. On one line, without characters that nobody sees or that turn the
 * direction of reading round: U+202E makes "gpj.exe" read "exe.jpg", and everything behind it, too. Joiners stay, since
 * Persian and emoji need them.
 */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, '').replace(BREAKS, ' ').trim();
}

const BREAKS = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
