import { type ReactElement, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ThemeProvider } from '@fluentui/react/lib/Theme';
import { exactWorld } from '../reference/world-exact';
import { isPhone, PROFILES } from '../simulator/clients';
import { coloursFor } from '../ui/colours';
import { themeFor } from '../ui/theme';
import { ComposeWindow } from './compose-window';
import type { DraftGroup, OpenableDraft } from './drafts';
import { FaultsPanel } from './faults-panel';
import { Gone } from './message-gone';
import { Header } from './page-header';
import { Icon } from './icons';
import { writeLink } from './link';
import { LogPanel } from './log-panel';
import type { Manifest } from './manifest';
import { EMPTY, type Outlook } from './outlook';
import { PaneFrame } from './pane-frame';
import type { Suggestible } from './people';
import { Ribbon } from './ribbon';
import { Settings } from './settings';
import { SmartAlertDialog } from './smart-alert-dialog';
import { emptyMeeting } from './whole-drafts';
import { type Words, WORDS } from './words';

interface Props {
  readonly outlook: Outlook;
  readonly manifest: Manifest;
  readonly groups: readonly DraftGroup[];
  readonly people: readonly Suggestible[];
  /** The draft the page began with. */
  readonly draft: string | null;
  readonly prefersDark: MediaQueryList;
}

/** The whole page: what is played, the compose window with the add-in in it, and the log. */
export function Playground({ outlook, manifest, groups, people, draft: first, prefersDark }: Props): ReactElement {
  const state = useSyncExternalStore(outlook.subscribe, outlook.state);
  const [draft, setDraft] = useState(first);
  const isDark = useDark(prefersDark, outlook);
  const theme = useMemo(() => themeFor(coloursFor(null, isDark)), [isDark]);
  const { choice, host, item, dialog } = state;
  const words = WORDS[choice.language];
  const client = PROFILES[choice.client];
  const isOnPhone = isPhone(client);

  useEffect(() => {
    document.documentElement.lang = choice.language;
    document.title = `Umsicht – ${words.title}`;
    history.replaceState(null, '', writeLink({ ...choice, draft, isPaneOpen: state.isPaneOpen }));
  }, [choice, draft, state.isPaneOpen, words]);

  const open = (chosen: OpenableDraft | null): void => {
    setDraft(chosen ? chosen.name : null);
    outlook.begin(chosen ? { item: chosen.item(choice.language), purpose: chosen.purpose, openedWith: chosen.openedWith, service: chosen.service } : EMPTY);
  };
  const openNamed = (name: string | null): void => open(groups.flatMap(({ drafts }) => drafts).find((each) => each.name === name) ?? null);
  const service = useCallback(() => outlook.conditions(), [outlook]);
  const isOpen = item.where === 'compose';

  return (
    <ThemeProvider theme={theme} className="playground" data-dark={isDark}>
      <Header words={words} language={choice.language} onLanguage={(language) => outlook.choose({ language })} />
      <Settings
        choice={choice}
        groups={groups}
        draft={draft ?? 'empty'}
        words={words}
        onClient={(next) => outlook.choose({ client: next })}
        onSendMode={(sendMode) => outlook.choose({ sendMode })}
        onDraft={open}
      />
      <div className="stage" data-phone={isOnPhone}>
        <main className="window" aria-label={words.composeWindow} data-platform={client.platform} data-host={client.hostName} data-phone={isOnPhone}>
          <div className="title-bar">
            <span className="window-controls window-controls-left" aria-hidden="true"><i /><i /><i /></span>
            <h2 className="window-title">{isOpen ? item.subject || words.kinds[item.kind].fresh : words.gone[item.where as 'sent']}</h2>
            <span className="window-client">{words.clientNames[choice.client]}</span>
            <span className="window-controls window-controls-right" aria-hidden="true"><i /><i /><i /></span>
          </div>
          <Ribbon
            group={isOnPhone ? null : manifest.ribbon[item.kind]}
            language={choice.language}
            words={words}
            isPaneOpen={state.isPaneOpen}
            isDisabled={!isOpen || state.busy !== null}
            onButton={({ id, action }) => {
              if (action === 'function') return void outlook.runCommand(id);
              return state.isPaneOpen ? host.closePane() : host.openPane(id);
            }}
            onAttach={(files) => {
              for (const { name, size } of files) host.user.attach({ name, size });
            }}
          />
          <div className="window-content" data-pane={isOpen && state.isPaneOpen} data-open={isOpen}>
            {isOpen
              ? <ComposeWindow key={state.run} outlook={outlook} state={state} people={people} addin={manifest.name} words={words} />
              : <Gone kind={item.kind} where={item.where as 'sent'} words={words} onAnother={() => open(item.kind === 'meeting' ? emptyMeeting : null)} onAgain={() => openNamed(draft)} onBack={() => host.user.reopen()} />}
            {isOpen && state.isPaneOpen && (
              <aside className="pane" aria-label={words.pane}>
                <header className="pane-header">
                  <img src="/assets/icon-32.png" width={20} height={20} alt="" />
                  <span className="pane-title">{manifest.name}</span>
                  <button type="button" className="icon-button" aria-label={words.closePane} onClick={() => host.closePane()}><Icon name="close" size={16} /></button>
                </header>
                <PaneFrame key={state.run} host={host} service={service} title={words.pane} attention={state.paneAsked} />
              </aside>
            )}
          </div>
        </main>
        {isOnPhone && <PhoneNotes words={words} />}
      </div>
      <FaultsPanel faults={state.faults} words={words} onChange={outlook.setFaults} />
      <LogPanel log={state.log} language={choice.language} words={words} world={exactWorld} onClear={outlook.clearLog} />
      {dialog && (
        <SmartAlertDialog
          dialog={dialog}
          client={client}
          words={words}
          onPress={(button) => void outlook.pressButton(button)}
          onClose={() => void outlook.closeDialog()}
        />
      )}
    </ThemeProvider>
  );
}

/** Beside a phone, where a pane would be: how little there is. */
function PhoneNotes({ words }: { readonly words: Words }): ReactElement {
  return (
    <aside className="phone-notes" aria-labelledby="phone-heading">
      <h2 id="phone-heading">{words.phone.heading}</h2>
      <ul>{words.phone.notes.map((note) => <li key={note}>{note}</li>)}</ul>
    </aside>
  );
}

/** Follows the system's look, and tells Outlook's add-in. */
function useDark(prefersDark: MediaQueryList, outlook: Outlook): boolean {
  const [isDark, setDark] = useState(prefersDark.matches);
  useEffect(() => {
    const follow = (): void => {
      setDark(prefersDark.matches);
      outlook.setDark(prefersDark.matches);
    };
    prefersDark.addEventListener('change', follow);
    return () => prefersDark.removeEventListener('change', follow);
  }, [prefersDark, outlook]);
  return isDark;
}
