import type { ReactElement } from 'react';
import { LANGUAGES, type Language } from '../core/rule';
import type { Words } from './words';

const NAMES: { readonly [L in Language]: string } = { de: 'Deutsch', en: 'English' };

/** Says plainly what this page is, and where it ends. */
export function Header({ words, language, onLanguage }: { readonly words: Words; readonly language: Language; readonly onLanguage: (language: Language) => void }): ReactElement {
  return (
    <header className="page-header" aria-label={words.title}>
      <img className="logo" src="/assets/icon.svg" width={36} height={36} alt="" />
      <div className="page-title">
        <h1>{words.title}</h1>
        <p><strong className="simulation">{words.simulation}</strong> {words.nothingSent}</p>
      </div>
      <details
        className="limits"
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Escape') currentTarget.open = false;
        }}
      >
        <summary>{words.limitsHeading}</summary>
        <ul>{words.limits.map((limit) => <li key={limit}>{limit}</li>)}</ul>
      </details>
      <div className="languages" role="group" aria-label={words.languageLabel}>
        {LANGUAGES.map((each) => (
          <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => onLanguage(each)}>{NAMES[each]}</button>
        ))}
      </div>
    </header>
  );
}
