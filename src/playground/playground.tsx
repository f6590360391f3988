import '../ui/fabric-config';
import { createRoot } from 'react-dom/client';
import { runtimeClock } from '../outlook/clock';
import { rules } from '../rules';
import { addressBook, LABELS, OWNER } from './address-book';
import { examplesOf, groupsOf } from './draft-list';
import { registerFluentIcons } from './icons';
import { readLink } from './link';
import { readManifest } from './manifest';
import { createOutlook, EMPTY } from './outlook';
import { Playground } from './playground-page';
import { StartFailed } from './start-failed';

/*
 * The page at /playground: Outlook played in a browser, with the add-in's own files in it.
 */

async function start(root: HTMLElement): Promise<void> {
  const answer = await fetch('/manifest.xml');
  if (!answer.ok) throw new Error(`/manifest.xml: ${answer.status}`);
  const manifest = readManifest(await answer.text());

  const link = readLink(location.search, navigator.languages);
  const clock = runtimeClock();
  const groups = groupsOf(rules, examplesOf, clock.now());
  const draft = groups.flatMap(({ drafts }) => drafts).find(({ name }) => name === link.draft);
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const outlook = createOutlook({
    choice: { client: link.client, sendMode: link.sendMode, language: link.language },
    beginning: draft ? { item: draft.item(link.language), purpose: draft.purpose, openedWith: draft.openedWith, service: draft.service } : EMPTY,
    isPaneOpen: link.isPaneOpen,
    isDark: prefersDark.matches,
    manifest,
    owner: OWNER,
    directory: addressBook.map(({ name, address }) => ({ displayName: name, emailAddress: address })),
    labels: LABELS,
    clock,
  });
  createRoot(root).render(<Playground outlook={outlook} manifest={manifest} groups={groups} people={addressBook} draft={draft?.name ?? null} prefersDark={prefersDark} />);
}

registerFluentIcons();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the playground.');
start(root).catch((error: unknown) => {
  const language = readLink(location.search, navigator.languages).language;
  createRoot(root).render(<StartFailed language={language} reason={error instanceof Error ? error.message : String(error)} />);
});
