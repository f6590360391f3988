/** What was looked at, and how it is. */
export interface Diagnosis {
  /** Stays the same, for programs that read the result. */
  readonly id: string;
  readonly state: 'well' | 'warning' | 'fault' | 'notChecked';
  /** One sentence. */
  readonly says: string;
  /** What to do about it. */
  readonly advice?: string;
}

export function well(id: string, says: string): Diagnosis {
  return { id, state: 'well', says };
}

export function warning(id: string, says: string, advice: string): Diagnosis {
  return { id, state: 'warning', says, advice };
}

export function fault(id: string, says: string, advice: string): Diagnosis {
  return { id, state: 'fault', says, advice };
}

/** For what rests on something that is not well itself. */
export function notChecked(id: string, because: string): Diagnosis {
  return { id, state: 'notChecked', says: because };
}
