import type { Settings } from './kinds';
import { allSettings, fileVariableOf, flagOf, variableOf } from './names';
import { SETTINGS } from './settings';

/** What `--help` says. */
export function helpText(): string {
  const settings = allSettings(SETTINGS).flatMap(({ place, setting }) => {
    if (setting.is === 'embedded') return [];
    const { kind, isSecret, help, otherwise } = setting;
    if (isSecret) return [line(variableOf(place), help), line('', `or ${fileVariableOf(place)}, a file that holds it`)];
    const isSwitch = kind.placeholder === null;
    return [line(`--${flagOf(place)}${isSwitch ? '' : ` ${kind.placeholder}`}`, isSwitch ? help : `${help} (${otherwise})`), line('', `or ${variableOf(place)}`)];
  });
  return `Usage: node dist/service.js [options]\n\n${[
    line('--config FILE', 'configuration file in JSON, comments allowed (none)'),
    line('', 'or UMSICHT_CONFIG'),
    ...settings,
    line('--help', 'show this'),
  ].join('\n')}\n`;
}

function line(name: string, words: string): string {
  return `  ${name.padEnd(34)}${words}`;
}

/** The table of all settings in docs/service.md, in Markdown. */
export function settingsTable(settings: Settings = SETTINGS): string {
  const rows = allSettings(settings).map(({ place, setting }) => {
    if (setting.is === 'embedded') return [`\`${place}\``, '–', setting.help, setting.otherwise];
    const { isSecret, help, otherwise, kind } = setting;
    const names = isSecret ? `\`${variableOf(place)}\`, \`${fileVariableOf(place)}\`` : `\`--${flagOf(place)}${kind.placeholder === null ? '' : ` ${kind.placeholder}`}\`, \`${variableOf(place)}\``;
    return [`\`${place}\``, names, help, otherwise];
  });
  return ['| in the file | as a flag, in the environment | what it sets | by default |', '| --- | --- | --- | --- |', ...rows.map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n');
}
