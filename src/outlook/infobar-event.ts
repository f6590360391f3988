/** `Office.MailboxEnums.InfobarType.Insight`. */
const INSIGHT = 3;

/**
 * Whether what was dismissed is a notice with a button. Outlook's event `OnInfoBarDismissClicked`
 * names the type alone, neither the key nor the text, so of two notices of one type it is not said which.
 */
export function isButtonDismissed(event: unknown): boolean {
  const { infobarDetails } = (event || {}) as { readonly infobarDetails?: { readonly infobarType?: unknown } | null };
  return infobarDetails !== undefined && infobarDetails !== null && infobarDetails.infobarType === INSIGHT;
}
