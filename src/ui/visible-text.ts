/**
 * Names, addresses and words from a draft come from outside. Characters that nobody sees, or that
 * turn the reading direction round (U+202E makes "gpj.exe" read "exe.jpg"), are shown as U+FFFD.
 * Joiners stay in names, where Persian and emoji need them.
 */
export function visibleName(text: string): string {
  return text.replace(/[\r\n\t\u2028\u2029]+/g, ' ').replace(DECEIVING, '\ufffd').trim();
}

/** The same for addresses, in which joiners have no place either. */
export function visibleAddress(text: string): string {
  return visibleName(text).replace(/[\u200c\u200d]/g, '\ufffd');
}

const DECEIVING = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
