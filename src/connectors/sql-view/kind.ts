import { fitting, optional, oneOf } from '../../core/reading';
import { connectorKind, OWN_PURPOSES } from '../connector-kind';
import { certificates, isThisMachine, orElse, someText, wholeNumber } from '../setting-readers';
import { sqlViewConnector } from './connector';

export const sqlView = connectorKind({
  kind: 'sql-view',
  verified: { how: 'live', against: 'PostgreSQL' },
  capabilities: {
    everyMail: true, advertising: true, perPurpose: true, pending: true, expiry: true, doubleOptIn: true, legalBasis: true, secondaryAddresses: true, changes: 'asked',
  },
  limits: { rate: { requests: 200, within: 1000 }, concurrent: 4 },
  purposes: OWN_PURPOSES,
  fields: ({ secret, path }) => ({
    host: someText,
    port: orElse(wholeNumber(1, 65_535), 5432),
    database: someText,
    user: someText,
    password: secret,
    view: fitting<string>((value) => typeof value === 'string' && /^[^."\s\u0000]+\.[^."\s\u0000]+$/.test(value), 'a view with its schema, such as umsicht.consents'),
    tls: orElse(oneOf(['verified', 'off'] as const), 'verified'),
    authority: optional(certificates(path), undefined),
    connections: orElse(wholeNumber(1, 50), 4),
  }),
  problemIn: ({ tls, host }) => (tls === 'off' && !isThisMachine(host) ? { path: 'tls', message: 'expected "verified", because the password and addresses would cross the network in the clear' } : null),
  open: (settings) => sqlViewConnector(settings),
});
