import type { Embedded, Setting, Settings } from './kinds';

/** Every setting with its place, in the order in which they are declared. */
export function allSettings(settings: Settings, within = ''): readonly { readonly place: string; readonly setting: Setting<unknown> | Embedded<unknown>; readonly group: string | null }[] {
  return Object.entries(settings).flatMap(([name, each]) => {
    const place = within === '' ? name : `${within}.${name}`;
    return each.is === 'group' ? allSettings(each.settings, place) : [{ place, setting: each, group: within === '' ? null : within }];
  });
}

/** `ldap.url` is `--ldap-url`. */
export function flagOf(place: string): string {
  return words(place).join('-').toLowerCase();
}

/** `ldap.url` is `UMSICHT_LDAP_URL`. */
export function variableOf(place: string): string {
  return `UMSICHT_${words(place).join('_').toUpperCase()}`;
}

/** The file that holds a secret is named by a variable of its own. */
export function fileVariableOf(place: string): string {
  return `${variableOf(place)}_FILE`;
}

/** Every way to set it, for somebody who has not: `ldap.url (--ldap-url, UMSICHT_LDAP_URL)`. */
export function namesOf(settings: Settings, place: string): string {
  const found = allSettings(settings).find((each) => each.place === place);
  if (found?.setting.is !== 'setting') return place;
  return `${place} (${found.setting.isSecret ? variableOf(place) : `--${flagOf(place)}`}, ${found.setting.isSecret ? fileVariableOf(place) : variableOf(place)})`;
}

/** Every variable that is looked at. */
export function variablesOf(settings: Settings): readonly string[] {
  const own = allSettings(settings).flatMap(({ place, setting }) => {
    if (setting.is !== 'setting') return [];
    return setting.isSecret ? [variableOf(place), fileVariableOf(place)] : [variableOf(place)];
  });
  return ['UMSICHT_CONFIG', ...own];
}

function words(place: string): readonly string[] {
  return place.replace(/[A-Z]/g, (capital) => `.${capital}`).split('.');
}
