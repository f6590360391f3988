import { finding, type ManifestFinding } from './finding';
import { itemsOf, type JsonValue, property, textOf } from './json-tree';
import { actionsIn, repeated } from './unified-actions';
import type { NamedPicture } from './xml-icons';

const REQUIRED_SIZES = [16, 32, 80];
const MOST_CONTROLS = 6;

const flat = (values: readonly (JsonValue | undefined)[], name: string): readonly JsonValue[] => values.reduce<readonly JsonValue[]>((all, value) => [...all, ...itemsOf(property(value, name))], []);

const tabsIn = (extension: JsonValue): readonly JsonValue[] => flat(itemsOf(property(extension, 'ribbons')), 'tabs');
const controlsIn = (extension: JsonValue): readonly JsonValue[] => flat(flat(tabsIn(extension), 'groups'), 'controls');

/** Buttons of a unified manifest. */
export function ribbonFindings(extension: JsonValue): readonly ManifestFinding[] {
  const tabs = tabsIn(extension);
  const groups = flat(tabs, 'groups');
  const controls = controlsIn(extension);
  const items = flat(controls, 'items');
  const actions = actionsIn(extension);
  const findings: ManifestFinding[] = [...repeated(groups, 'group'), ...repeated([...controls, ...items], 'control')];
  for (const tab of tabs) {
    const builtIn = property(tab, 'builtInTabId');
    if (builtIn && textOf(builtIn) !== 'TabDefault') findings.push(finding('wrong-tab', builtIn, textOf(builtIn) ?? '', 'TabDefault'));
    if (!builtIn && property(tab, 'id')) findings.push(finding('custom-tab', tab, 'a tab of its own', '"builtInTabId": "TabDefault"'));
    const [, second] = itemsOf(property(tab, 'groups'));
    if (builtIn && second) findings.push(finding('several-groups', second, 'another group on the default tab'));
  }
  for (const group of groups) {
    const own = itemsOf(property(group, 'controls'));
    if (own.length > MOST_CONTROLS) findings.push(finding('too-many-controls', own[MOST_CONTROLS] as JsonValue, `${own.length} controls in a group`, `at most ${MOST_CONTROLS}`));
  }
  for (const control of [...controls, ...items]) {
    const id = property(control, 'actionId');
    if (id && !actions.some((action) => action.id === textOf(id))) findings.push(finding('unknown-action', id, `${textOf(id)}, which no runtime has`, 'the id of an action of a runtime'));
    if (textOf(property(control, 'type')) === 'button') {
      for (const name of ['label', 'supertip', 'icons', 'actionId']) if (!property(control, name)) findings.push(finding('missing-property', control, `nothing called ${name}`, `"${name}"`));
    }
    const icons = property(control, 'icons');
    const sizes = itemsOf(icons).map((icon) => property(icon, 'size')?.value);
    const missing = REQUIRED_SIZES.filter((size) => sizes.indexOf(size) === -1);
    if (icons && missing.length > 0) findings.push(finding('missing-icon-size', icons, `icons without ${missing.join(', ')}`, REQUIRED_SIZES.join(', ')));
  }
  return findings;
}

/** The pictures of buttons. */
export function ribbonPictures(extension: JsonValue): readonly NamedPicture[] {
  const controls = controlsIn(extension);
  return flat([...controls, ...flat(controls, 'items')], 'icons').map((icon) => {
    const [url, size] = [property(icon, 'url'), property(icon, 'size')];
    return { url: textOf(url) ?? '', pixels: typeof size?.value === 'number' ? size.value : null, spot: url ?? icon };
  });
}
