import { fitting, listOf, yesOrNo } from '../../core/reading';
import { connectorKind } from '../connector-kind';
import { orElse, someText, webAddress } from '../setting-readers';
import { salesforceConnector } from './connector';

const field = fitting<string>((value) => typeof value === 'string' && /^[A-Za-z]\w{0,79}$/.test(value), 'the name of a field, such as Email or Private_Email__c');
const fields = fitting<readonly string[]>((value) => Array.isArray(value) && value.length > 0 && value.length <= 5, 'a list of one to five fields');

export const salesforce = connectorKind({
  kind: 'salesforce',
  verified: { how: 'contract', against: 'a server made from Salesforce\'s documentation of its Consent API and SOQL' },
  capabilities: {
    everyMail: true, advertising: true, perPurpose: true, pending: true, expiry: true, doubleOptIn: true, legalBasis: false, secondaryAddresses: true, changes: 'asked',
  },
  // 100,000 requests a day are the least there is; an answer takes four.
  limits: { rate: { requests: 300, within: 300_000 }, concurrent: 4 },
  purposes: {},
  fields: ({ secret }) => {
    const emails = orElse<readonly string[]>((value, path, problems) => {
      fields(value, path, problems);
      return listOf(field, 'a list of fields')(value, path, problems);
    }, ['Email']);
    return {
      url: webAddress,
      client: someText,
      secret,
      version: orElse(fitting<string>((value) => typeof value === 'string' && /^v\d{2,3}\.0$/.test(value), 'a version of the API, such as v62.0'), 'v62.0'),
      contactEmails: emails,
      leadEmails: emails,
      consents: orElse(yesOrNo, true),
    };
  },
  open: (settings, now) => salesforceConnector(settings, now),
});
