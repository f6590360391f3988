import { fitting, listOf, oneOf, optional, section } from '../../core/reading';
import { connectorKind } from '../connector-kind';
import { certificates, isThisMachine, orElse, someText } from '../setting-readers';
import { ldapConsents } from './consents';

const attribute = fitting<string>((value) => typeof value === 'string' && /^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(value), 'the name of an attribute');
const values = listOf(someText, 'a list of values');
const flag = section({ attribute, values });
const consent = section({
  id: someText, attribute, granted: values, withdrawn: values, pending: orElse<readonly string[]>(values, []),
  obtained: optional(attribute, undefined), confirmed: optional(attribute, undefined), withdrawnAt: optional(attribute, undefined), expires: optional(attribute, undefined), basis: optional(attribute, undefined),
});

const ldapAddress = fitting<string>((value) => {
  const match = typeof value === 'string' ? /^(ldaps?):\/\/([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?\/?$/i.exec(value) : null;
  return match !== null && ((match[1] as string).toLowerCase() === 'ldaps' || isThisMachine(match[2] as string));
}, 'an address such as ldaps://dc.firm.example, with ldap:// on this machine only');

export const ldap = connectorKind({
  kind: 'ldap',
  verified: { how: 'live', against: 'OpenLDAP' },
  capabilities: {
    everyMail: true, advertising: true, perPurpose: true, pending: true, expiry: true, doubleOptIn: true, legalBasis: true, secondaryAddresses: true, changes: 'asked',
  },
  limits: { rate: { requests: 100, within: 1000 }, concurrent: 4 },
  purposes: {},
  fields: ({ secret, path }) => ({
    url: ldapAddress,
    base: someText,
    user: optional(someText, undefined),
    password: optional(secret, undefined),
    authority: optional(certificates(path), undefined),
    addresses: orElse<readonly string[]>(listOf(attribute, 'a list of attributes'), ['mail', 'proxyAddresses']),
    consents: orElse<readonly ReturnType<typeof consent>[]>(listOf(consent, 'a list of attributes with consents'), []),
    noMail: optional(flag, undefined),
    noAdvertising: optional(flag, undefined),
    lists: orElse<readonly string[]>(listOf(someText, 'a list of distinguished names'), []),
    changed: optional(oneOf(['modifyTimestamp', 'whenChanged'] as const), undefined),
  }),
  problemIn: ({ user, password, consents, lists, noMail, noAdvertising, addresses }) => {
    if ((user === undefined) !== (password === undefined)) return { path: 'password', message: 'expected user and password, or neither' };
    if (addresses.length === 0) return { path: 'addresses', message: 'expected an attribute at least' };
    return consents.length + lists.length === 0 && !noMail && !noAdvertising ? { path: 'consents', message: 'expected consents, lists, noMail or noAdvertising, because a directory has no consents of its own' } : null;
  },
  open: ({ user, password, noMail, noAdvertising, changed, ...settings }, now) =>
    ldapConsents({ ...settings, login: user !== undefined && password !== undefined ? { user, password } : null, noMail: noMail ?? null, noAdvertising: noAdvertising ?? null, changed: changed ?? null }, now),
});
