import { optional } from '../../core/reading';
import { connectorKind } from '../connector-kind';
import { orElse, webAddress, wholeNumber } from '../setting-readers';
import { hubspotConnector } from './connector';

export const hubspot = connectorKind({
  kind: 'hubspot',
  verified: { how: 'contract', against: 'a server made from HubSpot\'s documentation of its APIs' },
  capabilities: {
    everyMail: false, advertising: true, perPurpose: true, pending: false, expiry: false, doubleOptIn: false, legalBasis: true, secondaryAddresses: false, changes: 'told',
  },
  // 100 in 10 seconds is what the smallest edition may; three requests make an answer.
  limits: { rate: { requests: 90, within: 10_000 }, concurrent: 4 },
  purposes: {},
  fields: ({ secret }) => ({
    url: orElse(webAddress, 'https://api.hubapi.com'),
    token: secret,
    addresses: orElse(wholeNumber(2, 100), 100),
    clientSecret: optional(secret, undefined),
  }),
  open: (settings) => hubspotConnector(settings),
});
