import type { Language } from '../core/rule';
import type { AddIn, Button, Icon, LaunchEvent, Surface } from './add-in';
import { LAUNCH_EVENTS, type SendMode } from './launch-events';
import { DEFAULT_LANGUAGE, DEFAULT_LOCALE, OTHER_LOCALES } from './locales';

/** Version of Microsoft's schema. All this needs is in it; later ones add nothing for mail. */
const SCHEMA = '1.25';

/** The least this asks of Outlook where nothing else is said; as the XML manifest does. */
const MAILBOX = '1.12';

/** Sizes of pictures a control takes: no fewer, and no more. */
const ICON_SIZES = [16, 32, 80];

const SEND_MODES: { readonly [M in SendMode]: string } = { PromptUser: 'promptUser', SoftBlock: 'softBlock', Block: 'block' };
const CONTEXTS: { readonly [W in Surface['where']]: string } = { message: 'mailCompose', meeting: 'meetingDetailsOrganizer' };

/** Names of the pictures in the app's package. */
export const PACKAGE_ICONS = { color: 'color.png', outline: 'outline.png' } as const;

/** A text file of the app's package. */
export interface PackageFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The unified manifest for Microsoft 365, for Outlook on the web and on Windows; Mac and phones take the XML manifest
 * only. Where both are in use, this one hides the other. With it come the files of its other languages.
 */
export function unifiedManifest(addIn: AddIn): { readonly manifest: PackageFile; readonly languages: readonly PackageFile[] } {
  const { id, unifiedId, version, provider, name, description, summary, pages, icons, surfaces, events } = addIn;
  const requirements = { capabilities: [{ name: 'Mailbox', minVersion: MAILBOX }], scopes: ['mail'] };
  const functions = surfaces.reduce<readonly string[]>((names, { buttons }) => [...names, ...buttons.reduce<readonly string[]>((all, { action }) => (action.kind === 'function' ? [...all, action.name] : all), [])], []);
  const document = {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA,
    id: unifiedId,
    version,
    name: { short: name, full: name },
    description: { short: summary[DEFAULT_LANGUAGE], full: description[DEFAULT_LANGUAGE] },
    developer: { name: provider, websiteUrl: pages.support, privacyUrl: pages.privacy, termsOfUseUrl: pages.terms },
    icons: PACKAGE_ICONS,
    accentColor: '#13909d',
    localizationInfo: {
      defaultLanguageTag: DEFAULT_LOCALE.toLowerCase(),
      additionalLanguages: OTHER_LOCALES.reduce<readonly object[]>((all, { language, locales }) => [...all, ...[language, ...locales].map((tag) => ({ languageTag: tag.toLowerCase(), file: languageFile(language) }))], []),
    },
    authorization: {
      permissions: { resourceSpecific: ['MailboxItem.ReadWrite.User', 'Mailbox.SharedFolder'].map((permission) => ({ name: permission, type: 'Delegated' })) },
    },
    extensions: [{
      requirements,
      runtimes: [
        runtime('EventRuntime', { page: pages.launchEventPage, script: pages.launchEventScript }, events.map(({ functionName }) => ({ id: functionName, type: 'executeFunction' }))),
        runtime('CommandRuntime', { page: pages.commands }, functions.map((each) => ({ id: each, type: 'executeFunction' }))),
        runtime('PaneRuntime', { page: pages.taskpane }, [{ id: OPEN_PANE, type: 'openPage' }]),
      ],
      ribbons: surfaces.map((surface) => ribbon(surface, icons)),
      autoRunEvents: [{ requirements, events: events.map(autoRunEvent) }],
      alternates: [{ hide: { customOfficeAddin: { officeAddinId: id } } }],
    }],
  };
  return {
    manifest: { name: 'manifest.json', text: `${JSON.stringify(document, null, 2)}\n` },
    languages: OTHER_LOCALES.map(({ language }) => ({ name: languageFile(language), text: `${JSON.stringify(textsIn(addIn, language), null, 2)}\n` })),
  };
}

const OPEN_PANE = 'openPane';

const languageFile = (language: Language): string => `${language}.json`;

function runtime(id: string, code: object, actions: readonly object[]): object {
  return { id, type: 'general', code, lifetime: 'short', actions };
}

function ribbon({ where, group, buttons }: Surface, icons: readonly Icon[]): object {
  return { contexts: [CONTEXTS[where]], tabs: [{ builtInTabId: 'TabDefault', groups: [{ id: group.id, label: group.label, controls: buttons.map((button) => control(button, icons)) }] }] };
}

function control({ id, label, tip, icon, action }: Button, icons: readonly Icon[]): object {
  const { sizes } = icons.find((each) => each.id === icon) as Icon;
  return {
    id,
    type: 'button',
    label: label[DEFAULT_LANGUAGE],
    icons: sizes.filter(({ pixels }) => ICON_SIZES.indexOf(pixels) !== -1).map(({ pixels, url }) => ({ size: pixels, url })),
    supertip: { title: label[DEFAULT_LANGUAGE], description: tip[DEFAULT_LANGUAGE] },
    actionId: action.kind === 'pane' ? OPEN_PANE : action.name,
  };
}

function autoRunEvent({ type, functionName, sendMode }: LaunchEvent): object {
  const facts = LAUNCH_EVENTS.find((each) => each.type === type);
  return { type: facts?.unified, actionId: functionName, ...(sendMode && { options: { sendMode: SEND_MODES[sendMode] } }) };
}

/** The texts of one language by where they stand in the manifest. */
function textsIn({ name, description, summary, surfaces }: AddIn, language: Language): { readonly [path: string]: string } {
  const texts: { [path: string]: string } = {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name,
    'name.full': name,
    'description.short': summary[language],
    'description.full': description[language],
  };
  surfaces.forEach(({ buttons }, surface) => {
    buttons.forEach(({ label, tip }, button) => {
      const path = `extensions[0].ribbons[${surface}].tabs[0].groups[0].controls[${button}]`;
      texts[`${path}.label`] = label[language];
      texts[`${path}.supertip.title`] = label[language];
      texts[`${path}.supertip.description`] = tip[language];
    });
  });
  return texts;
}
