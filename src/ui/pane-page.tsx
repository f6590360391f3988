import { ThemeProvider } from '@fluentui/react/lib/Theme';
import { type ReactElement, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import type { Language } from '../core/rule';
import { coloursFor, type HostColours } from './colours';
import { Pane } from './pane';
import type { PaneActions, Screen, SignInState } from './pane-state';
import { colourProperties } from './styles';
import { themeFor } from './theme';
import { PaneFailure, PaneLoading } from './whole-page';

interface Props {
  readonly screen: Screen;
  readonly language: Language;
  /** Outlook's colours; `null` leaves the choice to the system. */
  readonly host: HostColours | null;
  readonly actions: PaneActions;
  readonly version: string;
  /** Where the sender stands with the service, and what they can do about it. */
  readonly signIn: SignInState;
  readonly onSignIn: () => void;
  readonly onRetry: () => void;
}

/** The whole page: whatever there is to show, in Outlook's colours. */
export function PanePage({ screen, language, host, actions, version, signIn, onSignIn, onRetry }: Props): ReactElement {
  const prefersDark = useSyncExternalStore(watchScheme, schemeIsDark);
  const background = host ? host.bodyBackground : null;
  const foreground = host ? host.bodyForeground : null;
  const colours = useMemo(
    () => coloursFor({ bodyBackground: background, bodyForeground: foreground }, prefersDark),
    [background, foreground, prefersDark],
  );
  const theme = useMemo(() => themeFor(colours), [colours]);
  // On the page itself, because lists that open lie outside the pane's own element.
  useLayoutEffect(() => {
    const { documentElement, body } = document;
    documentElement.lang = language;
    body.style.margin = '0';
    const properties = colourProperties(colours);
    for (const name of Object.keys(properties)) documentElement.style.setProperty(name, properties[name] as string);
  }, [language, colours]);
  return (
    <ThemeProvider theme={theme} applyTo="body">
      {screen.kind === 'loading' ? <PaneLoading language={language} /> : null}
      {screen.kind === 'failed' ? <PaneFailure failure={screen.failure} playground={screen.playground} language={language} version={version} onRetry={onRetry} /> : null}
      {screen.kind === 'ready' ? <Pane view={screen.view} state={screen.state} client={screen.client} actions={actions} version={version} signIn={signIn} onSignIn={onSignIn} /> : null}
    </ThemeProvider>
  );
}

const DARK = '(prefers-color-scheme: dark)';

function schemeIsDark(): boolean {
  return window.matchMedia(DARK).matches;
}

function watchScheme(changed: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
