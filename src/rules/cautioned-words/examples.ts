import { example } from '../example';

const PROJECT = { words: ['Projekt Falke', 'Geheimhaltung', 'vertraulich'], except: ['nicht vertraulich'], reason: 'Nur an den Projektkreis', reasonEn: 'For the project team only' };
const STAFF = { words: ['Kündigung*', 'Gehalt', 'salary', 'dismiss'], severity: 'critical', reasonDe: 'Personalsachen bitte über das Portal.', reasonEn: 'Personnel matters through the portal, please.' };
const NAMES = { words: ['Entwurf', 'intern*'], in: 'attachments', severity: 'notice' };

const reasons = ({ reason = '', reasonDe = reason, reasonEn = reason }: { reason?: string; reasonDe?: string; reasonEn?: string }) => ({ reasonDe, reasonEn });

export const examples = [
  example(
    { de: 'ein Projektname im Betreff und im Text', en: 'the name of a project in subject and text' },
    { to: ['anna@oak.example'], subject: 'Projekt Falke: Zeitplan', body: 'Guten Tag,\n\nanbei der Plan. Bitte behandeln Sie ihn vertraulich.\n\nMara Own' },
    { finds: 'wordsFound', severity: 'warning', data: { words: ['Projekt Falke', 'vertraulich'], places: ['subject', 'body'], ...reasons(PROJECT) } },
    { options: { lists: [PROJECT] } },
  ),
  example(
    { de: 'Endungen machen kein anderes Wort', en: 'endings do not make another word' },
    { to: ['anna@oak.example'], body: 'Die vertraulichen Unterlagen und die Gehälter folgen. Wegen des Gehaltes rufe ich an.' },
    [
      { finds: 'wordsFound', data: { words: ['vertraulichen'], places: ['body'], ...reasons(PROJECT) } },
      { finds: 'wordsFound', severity: 'critical', data: { words: ['Gehälter', 'Gehaltes'], places: ['body'], ...reasons(STAFF) } },
    ],
    { options: { lists: [PROJECT, STAFF] } },
  ),
  example(
    { de: 'englische Endungen', en: 'English endings' },
    { to: ['anna@oak.example'], subject: 'Salaries', body: 'He was dismissed. Dismissing others is not planned.' },
    { finds: 'wordsFound', severity: 'critical', data: { words: ['Salaries', 'dismissed', 'Dismissing'], places: ['subject', 'body'], ...reasons(STAFF) } },
    { options: { lists: [STAFF] } },
  ),
  example(
    { de: 'ein Wort mit Sternchen findet Zusammensetzungen', en: 'a word with an asterisk finds compounds' },
    { to: ['anna@oak.example'], body: 'Das Kuendigungsschreiben liegt bei.' },
    { finds: 'wordsFound', severity: 'critical', data: { words: ['Kuendigungsschreiben'], places: ['body'], ...reasons(STAFF) } },
    { options: { lists: [STAFF] } },
  ),
  example(
    { de: 'eine Wendung über einen Zeilenumbruch', en: 'a phrase across a line break' },
    { to: ['anna@oak.example'], body: 'Zum PROJEKT\r\n  FALKE gibt es Neues.' },
    { finds: 'wordsFound', data: { words: ['PROJEKT FALKE'], places: ['body'], ...reasons(PROJECT) } },
    { options: { lists: [PROJECT] } },
  ),
  example(
    { de: 'Namen von Anhängen', en: 'names of attachments' },
    { to: ['anna@oak.example'], attachments: ['Angebot_Entwurf2.docx', 'Ablauf-internes.pdf'], body: 'Intern haben wir das geklärt.' },
    { finds: 'wordsFound', severity: 'notice', data: { words: ['Entwurf2', 'internes'], places: ['attachments'], reasonDe: '', reasonEn: '' } },
    { options: { lists: [NAMES] } },
  ),
  example(
    { de: 'Wörter an drei Stellen', en: 'words in three places' },
    { to: ['anna@oak.example'], subject: 'Geheimhaltung', body: 'Vertraulich!', attachments: ['Projekt Falke.pdf'] },
    { finds: 'wordsFound', data: { words: ['Geheimhaltung', 'Vertraulich', 'Projekt Falke'], places: ['subject', 'body', 'attachments'], ...reasons(PROJECT) } },
    { options: { lists: [PROJECT] } },
  ),
  example(
    { de: 'ein Wort ohne Leerzeichen ringsum, wie im Japanischen', en: 'a word without spaces around it, as in Japanese' },
    { to: ['anna@oak.example'], body: 'これは社外秘の文書です。' },
    { finds: 'wordsFound', data: { words: ['社外秘'], places: ['body'], reasonDe: '', reasonEn: '' } },
    { options: { lists: [{ words: ['社外秘'] }] } },
  ),
  example(
    { de: 'der zitierte Verlauf zählt, wenn die Richtlinie es will', en: 'the quoted thread counts if the policy says so' },
    { to: ['anna@oak.example'], composeType: 'reply', body: 'Gern.\n\nVon: Anna Oak <anna@oak.example>\nGesendet: Montag\nAn: Mara Own\nBetreff: Plan\n\nBitte vertraulich behandeln.' },
    { finds: 'wordsFound', data: { words: ['vertraulich'], places: ['quoted'], ...reasons(PROJECT) } },
    { options: { lists: [PROJECT], quotedText: true } },
  ),
  example(
    { de: 'sonst zählt er nicht', en: 'otherwise it does not count' },
    { to: ['anna@oak.example'], composeType: 'reply', body: 'Gern.\n\nVon: Anna Oak <anna@oak.example>\nGesendet: Montag\nAn: Mara Own\nBetreff: Plan\n\nBitte vertraulich behandeln.' },
    'passed',
    { options: { lists: [PROJECT] } },
  ),
  example(
    { de: 'der Hinweis in der Signatur zählt nie', en: 'the notice in the signature never counts' },
    { to: ['anna@oak.example'], body: 'Bis morgen\n\n-- \nMara Own\nDiese Nachricht ist vertraulich.' },
    'passed',
    { options: { lists: [PROJECT], quotedText: true } },
  ),
  example(
    { de: 'eine ausgenommene Wendung', en: 'a phrase that is excepted' },
    { to: ['anna@oak.example'], body: 'Der Bericht ist nicht vertraulich und darf weitergegeben werden.' },
    'passed',
    { options: { lists: [PROJECT] } },
  ),
  example(
    { de: 'Wörter, in denen ein anderes steckt', en: 'words in which another one is hidden' },
    { to: ['anna@oak.example'], subject: 'Aufenthaltserlaubnis', body: 'Die Unvertraulichkeit, der Gehaltvolle, das Projekt Adler und die Falkeninsel.' },
    'passed',
    { options: { lists: [PROJECT, { words: ['Gehalt', 'Halt'] }] } },
  ),
  example(
    { de: 'eine Wendung über zwei Anhänge hinweg ist keine', en: 'a phrase across two attachments is none' },
    { to: ['anna@oak.example'], attachments: ['Projekt', 'Falke.pdf'] },
    'passed',
    { options: { lists: [PROJECT] } },
  ),
  example(
    { de: 'ohne Endungen gilt nur das Wort selbst', en: 'without endings only the word itself counts' },
    { to: ['anna@oak.example'], body: 'Zwei Falken.' },
    'passed',
    { options: { lists: [{ words: ['Falke'], language: 'none' }] } },
  ),
  example(
    { de: 'ein kurzes Wort gilt nur, wie es dasteht', en: 'a short word counts only as it stands' },
    { to: ['anna@oak.example'], body: 'Die Akte liegt bei; das Aktenzeichen fehlt.' },
    'passed',
    { options: { lists: [{ words: ['Akt'] }] } },
  ),
  example(
    { de: 'intern darf das Wort fallen', en: 'colleagues may use the word' },
    { to: ['eva@own.example'], subject: 'Projekt Falke' },
    'notApplicable',
    { options: { lists: [PROJECT] } },
  ),
  example(
    { de: 'es sei denn, die Richtlinie prüft auch interne E-Mails', en: 'unless the policy checks internal mail, too' },
    { to: ['eva@own.example'], subject: 'Projekt Falke' },
    { finds: 'wordsFound', data: { words: ['Projekt Falke'], places: ['subject'], ...reasons(PROJECT) } },
    { options: { lists: [PROJECT], onlyOutside: false } },
  ),
  example({ de: 'ohne Wortliste', en: 'without a list of words' }, { to: ['anna@oak.example'], subject: 'Vertraulich' }, 'notApplicable'),
];
