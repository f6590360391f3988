import { finding, type ManifestFinding } from './finding';
import { around, attributeOf, below, childOf, spotOf, type XmlElement } from './xml-tree';

/** What is outside of VersionOverrides: domains, permission, forms and rules. */
export function baseFindings(root: XmlElement): readonly ManifestFinding[] {
  return [...domainFindings(root), ...permissionFindings(root), ...formFindings(root), ...ruleFindings(root)];
}

function domainFindings(root: XmlElement): readonly ManifestFinding[] {
  const own = new Set([...below(root, 'SourceLocation'), ...below(root, 'Url')].map((element) => originOf(attributeOf(element, 'DefaultValue') ?? '')));
  const domains = childOf(root, 'AppDomains')?.children ?? [];
  return domains
    // For dialogs on somebody's own machine the web and new Outlook want it all the same.
    .filter(({ text }) => own.has(text.toLowerCase()) && !/^https?:\/\/localhost\b/i.test(text))
    .map((domain) => finding('needless-app-domain', domain, `${domain.text}, where the add-in is`));
}

function originOf(url: string): string {
  const [origin = ''] = /^https?:\/\/[^/?#]+/i.exec(url) ?? [];
  return origin.toLowerCase();
}

function permissionFindings(root: XmlElement): readonly ManifestFinding[] {
  const permissions = childOf(root, 'Permissions');
  if (!permissions) return [finding('unsaid-permission', root, 'no <Permissions>', 'the <Permissions> the add-in needs')];
  return permissions.text === 'ReadWriteMailbox' ? [finding('broad-permission', permissions, permissions.text, 'ReadWriteItem, unless the add-in sends by itself or uses EWS')] : [];
}

function formFindings(root: XmlElement): readonly ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  const seen = new Set<string>();
  for (const form of below(root, 'Form')) {
    const type = attributeOf(form, 'xsi:type') ?? '';
    if (seen.has(type)) findings.push(finding('repeated-element', spotOf(form, 'xsi:type'), `another form ${type}`, 'one of each type'));
    seen.add(type);
    if (form.children.length === 0) findings.push(finding('missing-element', form, '<Form> without settings', '<DesktopSettings> in it'));
  }
  return findings;
}

function ruleFindings(root: XmlElement): readonly ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  for (const rule of below(root, 'Rule')) {
    const type = attributeOf(rule, 'xsi:type');
    const isBase = around(rule, 'VersionOverrides') === undefined;
    if (type === 'ItemIs' && isBase && attributeOf(rule, 'FormType') === undefined) findings.push(finding('missing-attribute', rule, '<Rule> ItemIs without FormType', 'one of Read, Edit or ReadOrEdit'));
    if (type === 'ItemHasKnownEntity') findings.push(finding('deprecated-rule', spotOf(rule, 'xsi:type'), type, 'ItemHasRegularExpressionMatch'));
  }
  return findings;
}

/** What only Microsoft's Marketplace demands. */
export function marketplaceFindings(root: XmlElement): readonly ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  const version = childOf(root, 'Version');
  if (version && !/^\d+(\.\d+){3}$/.test(version.text)) findings.push(finding('marketplace-version', version, version.text, 'four numbers, such as 1.0.0.0'));
  for (const name of ['IconUrl', 'HighResolutionIconUrl']) if (!childOf(root, name)) findings.push(finding('marketplace-icons', root, `no <${name}>`, `an <${name}>`));
  if (!childOf(root, 'SupportUrl')) findings.push(finding('marketplace-support', root, 'no <SupportUrl>', 'a <SupportUrl>'));
  for (const event of below(root, 'LaunchEvent')) if (attributeOf(event, 'SendMode') === 'Block') findings.push(finding('marketplace-block', spotOf(event, 'SendMode'), 'Block', 'SoftBlock or PromptUser'));
  for (const element of below(root, '*')) {
    for (const attribute of element.attributes) {
      if (/^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/?#]|$)/i.test(attribute.value)) findings.push(finding('marketplace-localhost', attribute, attribute.value));
    }
  }
  return findings;
}
