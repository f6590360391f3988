import { LAUNCH_EVENTS, SEND_EVENTS, USUAL_SEND_MODE } from '../launch-events';
import { finding, type ManifestFinding } from './finding';
import { addressesOf, definedIn } from './xml-resources';
import { around, attributeOf, below, childOf, spotOf, type XmlElement } from './xml-tree';

/** Events that are told apart by a header of the message. */
const BY_HEADER = ['OnMessageDecrypt', 'OnMessageReadWithCustomHeader'];
const BY_ATTACHMENT = 'OnMessageReadWithCustomAttachment';

/** Event-based activation: the runtime, the events, and whether each can come at all. */
export function eventFindings(root: XmlElement): readonly ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  for (const host of below(root, 'Host')) {
    const runtimes = childOf(host, 'Runtimes');
    const runtime = runtimes && childOf(runtimes, 'Runtime');
    for (const point of below(host, 'ExtensionPoint').filter((each) => attributeOf(each, 'xsi:type') === 'LaunchEvent')) findings.push(...pointFindings(point, runtime));
    if (runtime) findings.push(...runtimeFindings(runtime));
    findings.push(...duplicateEvents(host));
  }
  for (const event of below(root, 'LaunchEvent')) findings.push(...attributeFindings(event));
  return [...findings, ...coverage(root)];
}

function pointFindings(point: XmlElement, runtime: XmlElement | undefined): readonly ManifestFinding[] {
  const source = childOf(point, 'SourceLocation');
  if (!runtime) return [finding('missing-runtime', point, 'events without a Runtime', 'a <Runtimes> with its <Runtime> in <Host>, in front of the form factors')];
  const findings: ManifestFinding[] = [];
  const [page, wanted] = [source && attributeOf(source, 'resid'), attributeOf(runtime, 'resid')];
  if (source && page !== undefined && page !== wanted) findings.push(finding('events-from-elsewhere', spotOf(source, 'resid'), page, `${wanted}, as the Runtime has it`));
  if (point.parent?.name === 'DesktopFormFactor' && !childOf(runtime, 'Override')) {
    findings.push(finding('missing-script', runtime, 'a Runtime without a script', '<Override type="javascript" resid="…"/> in it'));
  }
  return findings;
}

function runtimeFindings(runtime: XmlElement): readonly ManifestFinding[] {
  const overrides = around(runtime, 'VersionOverrides');
  const script = childOf(runtime, 'Override');
  if (!overrides || !script) return [];
  const findings: ManifestFinding[] = [];
  const resources = definedIn(overrides);
  const look = (user: XmlElement, check: (url: string) => readonly [ManifestFinding['code'], string] | null): void => {
    const meant = resources.find(({ id }) => id === attributeOf(user, 'resid'));
    if (!meant) return;
    for (const { url, element, attribute } of addressesOf(meant.element)) {
      const wrong = check(url);
      if (wrong) findings.push(finding(wrong[0], spotOf(element, attribute), url, wrong[1]));
    }
  };
  look(runtime, (url) => (/\.m?js([?#]|$)/i.test(url) ? ['page-for-script', 'a page, which loads office.js and the script'] : null));
  look(script, (url) => {
    if (/\.html?([?#]|$)/i.test(url)) return ['page-for-script', 'a script, since classic Outlook on Windows loads no page for events'];
    return /[?#]/.test(url) ? ['script-with-query', 'the address of the script without anything behind its path'] : null;
  });
  return findings;
}

function duplicateEvents(host: XmlElement): readonly ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  for (const form of host.children) {
    const seen = new Set<string>();
    for (const event of below(form, 'LaunchEvent')) {
      const type = attributeOf(event, 'Type') ?? '';
      if (seen.has(type)) findings.push(finding('duplicate-event', spotOf(event, 'Type'), `another handler of ${type}`));
      seen.add(type);
    }
  }
  return findings;
}

function attributeFindings(event: XmlElement): readonly ManifestFinding[] {
  const type = attributeOf(event, 'Type') ?? '';
  const facts = LAUNCH_EVENTS.find((each) => each.type === type);
  if (!facts) return [];
  const findings: ManifestFinding[] = [];
  const hasHeader = attributeOf(event, 'HeaderName') !== undefined;
  const isSend = SEND_EVENTS.indexOf(type) !== -1;
  const mode = attributeOf(event, 'SendMode');
  if (mode !== undefined && !isSend) findings.push(finding('misplaced-send-mode', spotOf(event, 'SendMode'), `a SendMode at ${type}`, `no SendMode but at ${SEND_EVENTS.join(' and ')}`));
  if (mode === undefined && isSend) findings.push(finding('unsaid-send-mode', event, `${type} without SendMode`, `SendMode="${USUAL_SEND_MODE}", which is what Outlook takes it for, or another one`));
  if (hasHeader !== (BY_HEADER.indexOf(type) !== -1)) {
    findings.push(hasHeader ? finding('misplaced-header-name', spotOf(event, 'HeaderName'), `a HeaderName at ${type}`, 'no HeaderName') : finding('misplaced-header-name', event, `${type} without HeaderName`, 'the HeaderName messages are told by'));
  }
  const attachments = childOf(event, 'MessageAttachments');
  if (attachments && type !== BY_ATTACHMENT) findings.push(finding('unknown-element', attachments, `<MessageAttachments> at ${type}`, `no <MessageAttachments> but at ${BY_ATTACHMENT}`));
  if (facts.since === null) findings.push(finding('preview-event', spotOf(event, 'Type'), `${type}, which is a preview`));
  if (around(event, 'MobileFormFactor') && !facts.mobile) {
    findings.push(finding('event-not-on-phones', spotOf(event, 'Type'), type, `one of ${LAUNCH_EVENTS.filter(({ mobile }) => mobile).map((each) => each.type).join(', ')}`));
  }
  return findings;
}

/** Ways around a check of what is sent that the manifest itself leaves open. */
function coverage(root: XmlElement): readonly ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  const sends = below(root, 'LaunchEvent').filter((event) => SEND_EVENTS.indexOf(attributeOf(event, 'Type') ?? '') !== -1);
  const older = below(root, 'Event').find((event) => attributeOf(event, 'Type') === 'ItemSend');
  if (sends.length > 0 && older) findings.push(finding('both-send-checks', spotOf(older, 'Type'), 'ItemSend beside Smart Alerts'));
  for (const form of below(root, 'DesktopFormFactor')) {
    const hasSend = sends.some((event) => around(event, 'DesktopFormFactor') === form);
    if (hasSend && !/^(true|1)$/.test(childOf(form, 'SupportsSharedFolders')?.text ?? '')) {
      findings.push(finding('no-shared-folders', form, 'send events without SupportsSharedFolders', '<SupportsSharedFolders>true</SupportsSharedFolders> as the first element'));
    }
  }
  return findings;
}
