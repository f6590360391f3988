import type { ReactElement } from 'react';
import type { Language } from '../core/rule';

const WORDS = {
  de: { headline: 'Die Seite konnte nicht starten', hint: 'Läuft der Dienst noch? Bitte laden Sie die Seite neu, sobald er antwortet.' },
  en: { headline: 'The page could not start', hint: 'Is the service still running? Please load the page again once it answers.' },
};

/** What stands there when the service does not hand out what the page needs. */
export function StartFailed({ language, reason }: { readonly language: Language; readonly reason: string }): ReactElement {
  const words = WORDS[language];
  return (
    <main className="start-failed" lang={language}>
      <h1>{words.headline}</h1>
      <p>{words.hint}</p>
      <p><code>{reason}</code></p>
    </main>
  );
}
