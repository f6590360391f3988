import { finding, type ManifestFinding } from './finding';
import { itemsOf, type JsonValue, property, textOf } from './json-tree';
import { NEVER_DECLARED } from './xml-requirements';

/** Permissions for mailboxes (understanding-outlook-add-in-permissions.md, 2025-12-02; delegate-access.md; append-on-send.md). */
const MAIL_PERMISSIONS = ['MailboxItem.Restricted.User', 'MailboxItem.Read.User', 'MailboxItem.ReadWrite.User', 'Mailbox.ReadWrite.User', 'Mailbox.SharedFolder', 'Mailbox.AppendOnSend.User'];
const BROAD = 'Mailbox.ReadWrite.User';
const SHARED = 'Mailbox.SharedFolder';

export function permissionFindings(root: JsonValue, checksSends: boolean): readonly ManifestFinding[] {
  const permissions = property(property(property(root, 'authorization'), 'permissions'), 'resourceSpecific');
  const named = itemsOf(permissions).map((permission) => ({ name: textOf(property(permission, 'name')) ?? '', spot: property(permission, 'name') ?? permission }));
  const findings: ManifestFinding[] = [];
  for (const { name, spot } of named) {
    // A manifest may hold an app of Teams as well, with permissions of its own.
    if (/^mailbox/i.test(name) && MAIL_PERMISSIONS.indexOf(name) === -1) findings.push(finding('bad-value', spot, name, `one of ${MAIL_PERMISSIONS.join(', ')}`));
    if (name === BROAD) findings.push(finding('broad-permission', spot, name, 'MailboxItem.ReadWrite.User, unless the add-in sends by itself or uses EWS'));
  }
  if (!named.some(({ name }) => /^mailbox/i.test(name))) findings.push(finding('unsaid-permission', root, 'no permission for mail', 'the permission the add-in needs, in authorization.permissions.resourceSpecific'));
  if (checksSends && !named.some(({ name }) => name === SHARED)) findings.push(finding('no-shared-folders', permissions ?? root, `send events without ${SHARED}`, `${SHARED} among the permissions`));
  return findings;
}

/** Whatever an extension asks of Outlook, for itself and for its parts. */
function requirementsIn(extension: JsonValue): readonly JsonValue[] {
  const parts = ['runtimes', 'ribbons', 'autoRunEvents', 'alternates'].reduce<readonly JsonValue[]>((all, name) => [...all, ...itemsOf(property(extension, name))], [extension]);
  return parts.reduce<readonly JsonValue[]>((all, part) => {
    const requirements = property(part, 'requirements');
    return requirements ? [...all, requirements] : all;
  }, []);
}

export function scopesIn(extension: JsonValue): readonly string[] {
  return requirementsIn(extension).reduce<readonly string[]>((all, requirements) => [...all, ...itemsOf(property(requirements, 'scopes')).map((scope) => textOf(scope) ?? '')], []);
}

export function requirementFindings(extension: JsonValue): readonly ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  for (const requirements of requirementsIn(extension)) {
    for (const capability of itemsOf(property(requirements, 'capabilities'))) {
      const name = textOf(property(capability, 'name')) ?? '';
      const version = property(capability, 'minVersion');
      const text = textOf(version) ?? '';
      if (NEVER_DECLARED.indexOf(name.toLowerCase()) !== -1) findings.push(finding('undeclarable-set', property(capability, 'name') ?? capability, name));
      if (version && text !== '' && !/^\d{1,5}\.\d{1,5}$/.test(text)) findings.push(finding('bad-value', version, JSON.stringify(text), 'two numbers, such as 1.12'));
    }
  }
  return findings;
}
