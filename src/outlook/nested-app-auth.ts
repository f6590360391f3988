/**
 * Whether this client signs in for the add-ins it shows (requirement set NestedAppAuth 1.1, which no manifest of an Outlook add-in
 * can ask for). False where Office cannot say.
 */
export function hasNestedAppAuth(): boolean {
  try {
    return Office.context.requirements.isSetSupported('NestedAppAuth', '1.1') === true;
  } catch {
    return false;
  }
}
