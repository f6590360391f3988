import { optional, yesOrNo } from '../../core/reading';
import { connectorKind, OWN_PURPOSES } from '../connector-kind';
import { orElse, secretThat, webAddress } from '../setting-readers';
import { restConnector } from './connector';

export const rest = connectorKind({
  kind: 'rest',
  verified: { how: 'live', against: 'the reference server in examples/consents-server' },
  capabilities: {
    everyMail: true, advertising: true, perPurpose: true, pending: true, expiry: true, doubleOptIn: true, legalBasis: true, secondaryAddresses: true, changes: 'both',
  },
  limits: { rate: { requests: 50, within: 1000 }, concurrent: 8 },
  purposes: OWN_PURPOSES,
  fields: ({ secret }) => ({
    url: webAddress,
    token: secret,
    changes: orElse(yesOrNo, false),
    webhookSecret: optional(secretThat(secret, (text) => Buffer.from(text.replace(/^whsec_/, ''), 'base64').length >= 24, 'at least 24 bytes in base64'), undefined),
  }),
  open: (settings) => restConnector(settings),
});
