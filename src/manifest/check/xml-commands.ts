import { finding, type ManifestFinding } from './finding';
import { iconFindings } from './xml-icons';
import { around, attributeOf, below, childOf, spotOf, type XmlElement } from './xml-tree';

/** More do not fit into the group (manifest/officetab.md). */
const MOST_CONTROLS = 6;

const TABBED_POINTS = ['MessageReadCommandSurface', 'MessageComposeCommandSurface', 'AppointmentOrganizerCommandSurface', 'AppointmentAttendeeCommandSurface'];
const MOBILE_POINTS = ['MobileMessageReadCommandSurface', 'MobileOnlineMeetingCommandSurface', 'MobileLogEventAppointmentAttendee'];
/** The one extension point of both. */
const BOTH = 'LaunchEvent';

/** What Outlook passes over (manifest/action.md, group.md, control-button.md). */
const NOT_IN_OUTLOOK: readonly (readonly [string, string])[] = [['Action', 'TaskpaneId'], ['Action', 'Title'], ['Group', 'Icon'], ['Group', 'OverriddenByRibbonApi']];

const PANE_ABILITIES: readonly (readonly [string, readonly string[]])[] = [
  ['SupportsMultiSelect', ['MessageReadCommandSurface', 'MessageComposeCommandSurface']],
  ['SupportsNoItemContext', ['MessageReadCommandSurface']],
];

/** Buttons and where they are. */
export function commandFindings(root: XmlElement): readonly ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  for (const overrides of below(root, 'VersionOverrides')) {
    const own = (name: string): readonly XmlElement[] => below(overrides, name).filter((element) => around(element, 'VersionOverrides') === overrides);
    findings.push(...unique(own('Control'), 'duplicate-control', 'control'), ...unique([...own('Group')], 'duplicate-group', 'group'));
    for (const host of own('Host')) findings.push(...hostFindings(host));
    for (const form of [...own('DesktopFormFactor'), ...own('MobileFormFactor')]) findings.push(...formFindings(form));
    for (const tab of own('OfficeTab')) findings.push(...officeTabFindings(tab));
    for (const tab of own('CustomTab')) if (around(tab, 'CommandSurface') === undefined) findings.push(finding('custom-tab', tab, 'a CustomTab', 'an <OfficeTab id="TabDefault">'));
    for (const group of own('Group')) findings.push(...groupFindings(group));
    for (const [parent, name] of NOT_IN_OUTLOOK) for (const element of own(name)) if (element.parent?.name === parent) findings.push(finding('not-in-outlook', element, `<${name}> in <${parent}>`));
    for (const [name, types] of PANE_ABILITIES) for (const element of own(name)) findings.push(...abilityFindings(element, types));
    for (const icon of own('Icon')) findings.push(...iconFindings(icon));
  }
  return findings;
}

function hostFindings(host: XmlElement): readonly ManifestFinding[] {
  if (attributeOf(host, 'xsi:type') !== 'MailHost' || childOf(host, 'DesktopFormFactor') || childOf(host, 'MobileFormFactor')) return [];
  return [finding('missing-element', host, '<Host> without a form factor', 'a <DesktopFormFactor>')];
}

function formFindings(form: XmlElement): readonly ManifestFinding[] {
  const isMobile = form.name === 'MobileFormFactor';
  const findings: ManifestFinding[] = [];
  const points = form.children.filter(({ name }) => name === 'ExtensionPoint');
  for (const point of points) {
    const type = attributeOf(point, 'xsi:type') ?? '';
    if (type === BOTH || type === '') continue;
    if ((MOBILE_POINTS.indexOf(type) !== -1) !== isMobile) {
      findings.push(finding('wrong-surface', spotOf(point, 'xsi:type'), `${type} in ${form.name}`, isMobile ? `one of ${[...MOBILE_POINTS, BOTH].join(', ')}` : 'an extension point of desktops'));
    }
    if (TABBED_POINTS.indexOf(type) !== -1 && !childOf(point, 'OfficeTab') && !childOf(point, 'CustomTab')) {
      findings.push(finding('missing-element', point, `${type} without buttons`, 'an <OfficeTab id="TabDefault"> with a group'));
    }
  }
  for (const type of ['Button', 'Menu', 'MobileButton']) {
    for (const control of below(form, 'Control').filter((each) => attributeOf(each, 'xsi:type') === type)) {
      if ((type === 'MobileButton') !== isMobile) findings.push(finding('wrong-surface', spotOf(control, 'xsi:type'), `a ${type} in ${form.name}`, isMobile ? 'a MobileButton' : 'a Button or a Menu'));
    }
  }
  const commands = below(form, 'Action').filter((action) => attributeOf(action, 'xsi:type') === 'ExecuteFunction' && around(action, 'ReportPhishingCustomization') === undefined);
  const usesFunctions = commands.length > 0 || below(form, 'Event').length > 0;
  if (usesFunctions && !childOf(form, 'FunctionFile')) findings.push(finding('missing-function-file', form, 'function commands without a FunctionFile', '<FunctionFile resid="…"/> in front of the extension points'));
  return findings;
}

function officeTabFindings(tab: XmlElement): readonly ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  const id = attributeOf(tab, 'id');
  if (id !== undefined && id !== 'TabDefault') findings.push(finding('wrong-tab', spotOf(tab, 'id'), id, 'TabDefault'));
  for (const more of tab.children.filter(({ name }) => name === 'Group').slice(1)) findings.push(finding('several-groups', more, 'another group on the default tab'));
  return findings;
}

function groupFindings(group: XmlElement): readonly ManifestFinding[] {
  const controls = group.children.filter(({ name }) => name === 'Control');
  return controls.length > MOST_CONTROLS ? [finding('too-many-controls', controls[MOST_CONTROLS] as XmlElement, `${controls.length} controls in a group`, `at most ${MOST_CONTROLS}`)] : [];
}

function abilityFindings(ability: XmlElement, types: readonly string[]): readonly ManifestFinding[] {
  const point = around(ability, 'ExtensionPoint');
  const type = (point && attributeOf(point, 'xsi:type')) ?? '';
  return types.indexOf(type) === -1 ? [finding('wrong-pane-ability', ability, `<${ability.name}> in ${type}`, `<${ability.name}> in ${types.join(' or ')} only`)] : [];
}

function unique(elements: readonly XmlElement[], code: 'duplicate-control' | 'duplicate-group', what: string): readonly ManifestFinding[] {
  const seen = new Set<string>();
  const findings: ManifestFinding[] = [];
  for (const element of elements) {
    const id = attributeOf(element, 'id');
    if (id !== undefined && seen.has(id)) findings.push(finding(code, spotOf(element, 'id'), `another ${what} ${id}`));
    if (id !== undefined) seen.add(id);
  }
  return findings;
}
