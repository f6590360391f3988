import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [];

type Labels = 'companions' | 'companions.when' | 'companions.except' | 'companions.companions' | 'companions.field' | 'companions.reason' | 'companions.reasonDe' | 'companions.reasonEn';

export const explanation: { readonly [L in Language]: Explanation<Record<Labels, unknown>> } = {
  de: {
    why: 'Manche Post geht nie an einen Menschen allein: An die Gegenseite schreibt die Rechtsabteilung mit, ein Angebot sieht der Vertrieb, eine Vertretung bleibt im Bild. Fehlt jemand, fallen Entscheidungen ohne Gegenprobe, und später ist nicht nachzuvollziehen, was vereinbart wurde. Kein Gesetz verlangt diese Kopie; Ihre Organisation hat sie so festgelegt. Es genügt, wenn die Person in irgendeinem Feld steht. Bedenken Sie, dass auch eine Kopie nur bekommen soll, wer sie für seine Aufgabe braucht.',
    options: {
      companions: 'Wer dabei sein soll, wenn an andere geschrieben wird',
      'companions.when': 'Empfänger: Domain (mit Unterdomains), *.domain oder Adresse',
      'companions.except': 'Empfänger, die davon ausgenommen sind',
      'companions.companions': 'Wer dabei sein soll: Adresse, oder Domain für irgendjemanden dort',
      'companions.field': 'Feld, in das die Abhilfe sie setzt',
      'companions.reason': 'Grund, wie ihn die Meldung nennt',
      'companions.reasonDe': 'Grund auf Deutsch, falls er anders lautet',
      'companions.reasonEn': 'Grund auf Englisch, falls er anders lautet',
    },
  },
  en: {
    why: 'Some mail never goes to one person alone: the legal department reads along when the other party is written to, sales sees every offer, a deputy stays informed. If somebody is missing, decisions are made without a second pair of eyes, and later nobody can follow what was agreed. No law asks for this copy; your organisation has set it so. It is enough if the person stands in any field. Bear in mind that a copy, too, is for those only who need it for their work.',
    options: {
      companions: 'Who has to be there when others are written to',
      'companions.when': 'Recipients: domain (with subdomains), *.domain or address',
      'companions.except': 'Recipients that are excepted',
      'companions.companions': 'Who has to be there: address, or domain for anybody there',
      'companions.field': 'Field the remedy puts them in',
      'companions.reason': 'Reason as the message states it',
      'companions.reasonDe': 'Reason in German where it differs',
      'companions.reasonEn': 'Reason in English where it differs',
    },
  },
};
