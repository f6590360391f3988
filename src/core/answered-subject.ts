const FORWARDED = /^\s*(fwd?|wg|weitergeleitet)\s*(\[\d+\])?\s*:/i;
const ANSWERED = /^\s*(re|aw|antw|antwort)\s*(\[\d+\])?\s*:/i;

/** What mail programs put in front of the subject of an answer, or of a forwarded mail; `null` for any other subject. */
export function answeredBySubject(subject: string): 'reply' | 'forward' | null {
  if (FORWARDED.test(subject)) return 'forward';
  return ANSWERED.test(subject) ? 'reply' : null;
}
