import { type Reader, readWhole } from '../core/reading';

/** A value kept with the draft. `null`: nothing, or nothing of use; the session data is the sender's own, and checked like any input. */
export function readKept<T>(reader: Reader<T>, kept: string | null | undefined): T | null {
  if (!kept) return null;
  try {
    const result = readWhole(reader, JSON.parse(kept));
    return result.ok ? result.value : null;
  } catch {
    return null;
  }
}
