/** `Office.context.platform`, or `null` where Office cannot say. Classic Windows is `PC`, web and new Windows are `OfficeOnline`. */
export function platform(): string | null {
  try {
    return String(Office.context.platform);
  } catch {
    return null;
  }
}
