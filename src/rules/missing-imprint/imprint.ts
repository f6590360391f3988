const LABEL = '(?:impressum|anbieterkennzeichnung|imprint|legal notice|legal information|site notice|company (?:details|information)|offenlegung (?:gemäß|nach|lt\\.) § ?2[45] medieng)';
/** With its address, in an address, or as an entry of a footer whose address Outlook does not tell. */
const LABELLED = [
  new RegExp(`\\b${LABEL}\\b[^\\n]{0,60}(?:https?:|www\\.)`, 'i'),
  /(?:https?:|www\.)[^\s<>]{0,300}\b(?:impressum|imprint|legal-?notice|anbieterkennzeichnung)/i,
  new RegExp(`(?:^|[|·•>\\]/])[ \\t]{0,6}(?:zum |unser |our )?${LABEL}[ \\t]{0,6}(?:[:|·•<\\[/&]|$)`, 'im'),
];

const REGISTER = /\b(?:(?:HR ?[AB]|GnR|VR)[ -]?(?:nr\.?|nummer)?|PR[ -]?(?:nr\.?|nummer))[ :]{0,2}\d{2}|\bhandelsregister|\bregistergericht|\b(?:amtsgericht|registered (?:in|at)|company (?:no|number|reg)|firmenbuch|FN \d{4}|CHE-\d{3})/i;
const VAT = /\b(?:ust[.-]? ?-?id|umsatzsteuer-?id|vat(?: id| no| number| reg)|uid(?:-nummer|-nr)?:? ?(?:ATU|CHE)|(?:DE ?\d{3} ?\d{3} ?\d{3}|ATU ?\d{8})\b)/i;
const RESPONSIBLE = /\b(?:inhaber(?:in)?|geschäftsführ\S{0,10}|vertreten durch|vertretungsberechtigt\S{0,4}|vorstand|verantwortlich\S{0,3}|managing directors?|owner|proprietor|represented by)\b ?:?/i;
const ADDRESS = /(?:^|[\s,|·-])(?:(?:D|A|CH)-)?\d{4,5} [A-ZÄÖÜ][a-zäöüß]{2}|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\bregistered office\b/;

/**
 * Whether a mail says who stands behind it: a labelled link to the legal notice, or its details in
 * the mail itself (§ 5 DDG, § 35a GmbHG). Register or tax number weigh two, a responsible person and
 * a postal address one each; two are enough. It sees that details are there, not that they are
 * complete or right.
 */
export function pointsToImprint(text: string): boolean {
  if (LABELLED.some((label) => label.test(text))) return true;
  const weight = (REGISTER.test(text) ? 2 : 0) + (VAT.test(text) ? 2 : 0) + (RESPONSIBLE.test(text) ? 1 : 0) + (ADDRESS.test(text) ? 1 : 0);
  return weight >= 2;
}
