import { fitting, listOf, oneOf, yesOrNo } from '../../core/reading';
import { connectorKind } from '../connector-kind';
import { orElse, someText, webAddress } from '../setting-readers';
import { dataverseConnector, PERSON_TABLES, type PersonTable } from './connector';

export const dataverse = connectorKind({
  kind: 'dataverse',
  verified: { how: 'contract', against: 'a server made from Microsoft\'s documentation of the Web API 9.2' },
  capabilities: {
    everyMail: true, advertising: true, perPurpose: true, pending: false, expiry: false, doubleOptIn: false, legalBasis: false, secondaryAddresses: true, changes: 'asked',
  },
  // Service protection limits: 6000 requests in 5 minutes and 52 at a time, for everything this application user does.
  limits: { rate: { requests: 3000, within: 300_000 }, concurrent: 8 },
  purposes: {},
  fields: ({ secret }) => ({
    url: webAddress,
    tenant: fitting<string>((value) => typeof value === 'string' && /^[\w-]+(\.[\w-]+)*$/.test(value), 'the id or a domain of a tenant'),
    client: someText,
    secret,
    login: orElse(webAddress, 'https://login.microsoftonline.com'),
    tables: orElse(listOf(oneOf(Object.keys(PERSON_TABLES) as PersonTable[]), 'a list of contact, lead, account'), ['contact', 'lead']),
    consents: orElse(yesOrNo, true),
  }),
  open: (settings, now) => dataverseConnector(settings, now),
});
