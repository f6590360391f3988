import { listOf, oneOf } from '../../core/reading';
import { connectorKind } from '../connector-kind';
import { orElse, someText, webAddress, wholeNumber } from '../setting-readers';
import { odooConnector, PEOPLE_MODELS, type PeopleModel } from './connector';

export const odoo = connectorKind({
  kind: 'odoo',
  verified: { how: 'contract', against: 'a server made from Odoo\'s documentation of JSON-RPC and JSON-2' },
  capabilities: {
    everyMail: false, advertising: true, perPurpose: true, pending: false, expiry: false, doubleOptIn: false, legalBasis: false, secondaryAddresses: false, changes: 'asked',
  },
  // Odoo publishes none; its workers are few.
  limits: { rate: { requests: 20, within: 1000 }, concurrent: 2 },
  purposes: {},
  fields: ({ secret }) => ({
    url: webAddress,
    database: someText,
    user: someText,
    key: secret,
    version: wholeNumber(14, 99),
    rights: orElse(oneOf(['marketing', 'internal'] as const), 'marketing'),
    people: orElse<readonly PeopleModel[]>(listOf(oneOf(PEOPLE_MODELS), 'a list of res.partner, crm.lead'), ['res.partner']),
  }),
  open: (settings, now) => odooConnector(settings, now),
});
