import type { Language, RuleText } from '../../core/rule';
import { listed, shortened } from '../listing';
import { type StatedReason, withReason } from '../stated-reason';

export type CopyField = 'cc' | 'bcc' | 'to';

export interface Messages {
  companionsMissing: { people: number; addresses: readonly string[]; missing: readonly string[]; field: CopyField } & StatedReason;
  unclear: { people: number };
}

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Jemand fehlt in Kopie',
    messages: {
      companionsMissing: (data) => withReason(`Was an ${data.people === 1 ? shortened(data.addresses[0] || '') : `${data.people} der Empfänger`} geht, soll auch an ${companions(data.missing, 'de')} gehen (${FIELDS.de[data.field]}).`, data, 'de'),
      unclear: ({ people }) => `Bei ${people === 1 ? 'einem Empfänger' : `${people} Empfängern`} ist nicht zu erkennen, ob jemand in Kopie gehört.`,
    },
    remedy: 'Hinzufügen',
  },
  en: {
    title: 'Somebody is missing in copy',
    messages: {
      companionsMissing: (data) => withReason(`Whatever goes to ${data.people === 1 ? shortened(data.addresses[0] || '') : `${data.people} of the recipients`} should also go to ${companions(data.missing, 'en')} (${FIELDS.en[data.field]}).`, data, 'en'),
      unclear: ({ people }) => `It cannot be told whether somebody should be in copy for ${people === 1 ? 'one recipient' : `${people} recipients`}.`,
    },
    remedy: 'Add them',
  },
};

function companions(missing: readonly string[], language: Language): string {
  return listed(missing.map((entry) => (entry.indexOf('@') >= 0 ? entry : `${language === 'de' ? 'jemanden von' : 'somebody at'} ${entry}`)), language, 1);
}

const FIELDS: { readonly [L in Language]: { readonly [F in CopyField]: string } } = {
  de: { to: 'An', cc: 'Cc', bcc: 'Bcc' },
  en: { to: 'To', cc: 'Cc', bcc: 'Bcc' },
};
