import { createTheme, type Theme } from '@fluentui/react/lib/Theme';
import { between, type Colours } from './colours';

/** What the system has; nothing is downloaded. */
const FONT = "'Segoe UI Variable Text', 'Segoe UI', -apple-system, BlinkMacSystemFont, 'Helvetica Neue', Arial, sans-serif";

/** Fluent's theme in the pane's colours, for the controls that are Fluent's own. */
export function themeFor(colours: Colours): Theme {
  const grey = (share: number): string => between(colours.surface, colours.text, share);
  return createTheme({
    isInverted: colours.dark,
    defaultFontStyle: { fontFamily: FONT },
    palette: {
      themePrimary: colours.action,
      themeDarkAlt: colours.actionHover,
      themeDark: colours.actionPressed,
      themeDarker: colours.actionPressed,
      themeSecondary: colours.action,
      themeTertiary: colours.link,
      themeLight: between(colours.surface, colours.action, 0.3),
      themeLighter: between(colours.surface, colours.action, 0.15),
      themeLighterAlt: between(colours.surface, colours.action, 0.06),
      white: colours.surface,
      neutralLighterAlt: grey(0.02),
      neutralLighter: grey(0.05),
      neutralLight: grey(0.09),
      neutralQuaternaryAlt: grey(0.12),
      neutralQuaternary: grey(0.16),
      neutralTertiaryAlt: grey(0.22),
      neutralTertiary: colours.quiet,
      neutralSecondaryAlt: colours.quiet,
      neutralSecondary: colours.quiet,
      neutralPrimaryAlt: colours.text,
      neutralPrimary: colours.text,
      neutralDark: colours.text,
      black: colours.text,
    },
    semanticColors: {
      bodyBackground: colours.page,
      bodyText: colours.text,
      link: colours.link,
      linkHovered: colours.text,
      primaryButtonBackground: colours.action,
      primaryButtonBackgroundHovered: colours.actionHover,
      primaryButtonBackgroundPressed: colours.actionPressed,
      primaryButtonText: colours.onAction,
      primaryButtonTextHovered: colours.onAction,
      primaryButtonTextPressed: colours.onAction,
      focusBorder: colours.text,
      inputBorder: colours.quiet,
      inputBorderHovered: colours.text,
    },
    effects: { roundedCorner2: '4px' },
  });
}
