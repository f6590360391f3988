/** Outlook's colours as CSS colours, as far as the client tells them. */
export interface PaneTheme {
  /** `null` where the client does not say; the colours then decide. */
  readonly dark: boolean | null;
  readonly bodyBackground: string | null;
  readonly bodyForeground: string | null;
  readonly controlBackground: string | null;
  readonly controlForeground: string | null;
}

/** The theme Outlook is shown in; `null` where the client does not tell. */
export function readTheme(): PaneTheme | null {
  try {
    return themeOf(Office.context.officeTheme);
  } catch {
    return null;
  }
}

export function themeOf(theme: Office.OfficeTheme | null | undefined): PaneTheme | null {
  if (!theme) return null;
  return {
    dark: typeof theme.isDarkTheme === 'boolean' ? theme.isDarkTheme : null,
    bodyBackground: theme.bodyBackgroundColor || null,
    bodyForeground: theme.bodyForegroundColor || null,
    controlBackground: theme.controlBackgroundColor || null,
    controlForeground: theme.controlForegroundColor || null,
  };
}
