import { example } from '../example';

export const examples = [
  example(
    { de: 'eine Kundenliste an einen Partner', en: 'a list of clients to a partner' },
    { to: ['anna@oak.example'], subject: 'Unterlagen', attachments: ['Kundenliste 2026.xlsx', 'Angebot.pdf'] },
    { finds: 'listsOfPeople', severity: 'warning', data: { files: ['Kundenliste 2026.xlsx'] }, about: [] },
  ),
  example(
    { de: 'Listen in vielen Schreibweisen', en: 'lists in many spellings' },
    { to: ['anna@oak.example'], attachments: ['TEILNEHMER_final.CSV', 'Kunden-Liste(2).ods', 'GAESTELISTE.xls', 'crm_export_2026-11.csv', 'Mailing List.numbers', 'contacts.vcf'] },
    { finds: 'listsOfPeople', data: { files: ['TEILNEHMER_final.CSV', 'Kunden-Liste(2).ods', 'GAESTELISTE.xls', 'crm_export_2026-11.csv', 'Mailing List.numbers', 'contacts.vcf'] } },
  ),
  example(
    { de: 'ein ganzes Postfach und eine Datenbank', en: 'a whole mailbox and a database' },
    { to: ['anna@oak.example'], cc: ['eva@own.example'], attachments: ['archiv.pst', 'shop.sql'] },
    { finds: 'listsOfPeople', data: { files: ['archiv.pst', 'shop.sql'] } },
  ),
  example(
    { de: 'eine Patientenliste, als Archiv verpackt', en: 'a list of patients, packed into an archive' },
    { to: ['anna@oak.example'], attachments: ['Patientenliste.zip'] },
    { finds: 'listsOfPeople', data: { files: ['Patientenliste.zip'] } },
  ),
  example(
    { de: 'eine Tabelle an vier Organisationen', en: 'a table to four organisations' },
    { to: ['anna@oak.example', 'abel@oak.example'], cc: ['ben@elm.example'], bcc: ['cem@ash.example', 'dora@gmx.de'], attachments: ['Plan.xlsx', 'Brief.docx', 'Mara Own.vcf'] },
    { finds: 'tablesToMany', severity: 'warning', data: { files: ['Plan.xlsx'], organisations: 4 } },
  ),
  example(
    { de: 'eine Liste von Personen an vier Organisationen wird einmal genannt', en: 'a list of people to four organisations is mentioned once' },
    { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example'], attachments: ['Kontakte.xlsx'] },
    { finds: 'listsOfPeople', data: { files: ['Kontakte.xlsx'] } },
  ),
  example(
    { de: 'eine strengere Richtlinie für Tabellen', en: 'a stricter policy for tables' },
    { to: ['anna@oak.example'], attachments: ['Plan.xlsx', 'Mengen.csv'] },
    { finds: 'tablesToMany', data: { files: ['Plan.xlsx', 'Mengen.csv'], organisations: 1 } },
    { options: { organisations: 0 } },
  ),
  example(
    { de: 'ein Programm, das sich als Rechnung ausgibt', en: 'a program that passes for an invoice' },
    { to: ['anna@oak.example'], attachments: ['Rechnung_4711.pdf.exe'] },
    { finds: 'disguised', severity: 'warning', data: { files: ['Rechnung_4711.pdf.exe'] } },
  ),
  example(
    { de: 'verdrehte Schreibrichtung und eine Endung außer Sicht', en: 'reading direction turned, and an ending out of sight' },
    { to: ['anna@oak.example'], attachments: ['Rechnung\u202efdp.exe', `Bericht${' '.repeat(60)}.scr`] },
    { finds: 'disguised', data: { files: ['Rechnung\u202efdp.exe', `Bericht${' '.repeat(60)}.scr`] } },
  ),
  example(
    { de: 'Programme, Skripte und Abbilder', en: 'programs, scripts and images of disks' },
    { to: ['anna@oak.example'], attachments: ['setup.exe', 'aufruf.JS', 'medium.iso', 'start.lnk', 'werkzeug.exe. '] },
    { finds: 'programs', data: { files: ['setup.exe', 'aufruf.JS', 'medium.iso', 'start.lnk', 'werkzeug.exe. '] } },
  ),
  example(
    { de: 'ein einzelnes Skript in einer Besprechung', en: 'a single script in a meeting' },
    { required: ['anna@oak.example'], attachments: ['installieren.ps1'] },
    { finds: 'programs', data: { files: ['installieren.ps1'] } },
  ),
  example(
    { de: 'Dokumente mit Makros', en: 'documents with macros' },
    { to: ['anna@oak.example'], attachments: ['Kalkulation.xlsm', 'Formular.docm'] },
    { finds: 'macros', severity: 'notice', data: { files: ['Kalkulation.xlsm', 'Formular.docm'] } },
  ),
  example(
    { de: 'ein Dokument mit Makros', en: 'a document with macros' },
    { to: ['anna@oak.example'], attachments: ['Formular.docm'] },
    { finds: 'macros', severity: 'notice', data: { files: ['Formular.docm'] } },
  ),
  example(
    { de: 'ein Archiv mit Plänen', en: 'an archive of plans' },
    { to: ['anna@oak.example'], attachments: ['Pläne.zip'] },
    { finds: 'archives', severity: 'notice', data: { files: ['Pläne.zip'] } },
  ),
  example(
    { de: 'zwei Archive, eines davon zweifach verpackt', en: 'two archives, one of them packed twice' },
    { to: ['anna@oak.example'], attachments: ['fotos.7z', 'quellen.tar.gz'] },
    { finds: 'archives', severity: 'notice', data: { files: ['fotos.7z', 'quellen.tar.gz'] } },
  ),
  example(
    { de: 'Anhänge, die manche Server abweisen', en: 'attachments that some servers turn away' },
    { to: ['anna@oak.example'], attachments: [{ name: 'Film.pdf', size: 18_400_000 }, { name: 'Bild.pdf', size: 4_100_000 }, { name: 'Logo.png', size: 9_000_000, inline: true }] },
    { finds: 'tooLarge', severity: 'notice', data: { megabytes: 23, limit: 20 } },
  ),
  example(
    { de: 'mehreres auf einmal', en: 'several things at once' },
    { to: ['anna@oak.example'], attachments: ['Bewerber.xlsm', 'a.zip', 'b.exe'] },
    [{ finds: 'programs', data: { files: ['b.exe'] } }, { finds: 'listsOfPeople', data: { files: ['Bewerber.xlsm'] } }, { finds: 'macros', severity: 'notice' }, { finds: 'archives', severity: 'notice' }],
  ),
  example(
    { de: 'ein sehr langer Name', en: 'a very long name' },
    { to: ['anna@oak.example'], attachments: ['Protokoll der außerordentlichen Sitzung des Beirats am Dienstag mit allen Anlagen und der Teilnehmerliste.csv', 'Auswertung der Befragung, bereinigt und zusammengeführt, Kontakte.csv', 'Adressen.csv', 'Kontakte.csv'] },
    { finds: 'listsOfPeople' },
  ),
  example({ de: 'Angebot, Brief und Tabelle an einen Kunden', en: 'an offer, a letter and a table to one client' }, { to: ['anna@oak.example'], cc: ['abel@oak.example'], attachments: ['Angebot.pdf', 'Brief.docx', 'Kalkulation.xlsx', 'Skizze.png'] }, 'passed'),
  example(
    { de: 'Listen von Dingen sind keine Listen von Personen', en: 'lists of things are no lists of people' },
    { to: ['anna@oak.example'], cc: ['ben@elm.example'], attachments: ['Preisliste.xlsx', 'Stückliste_4.csv', 'Checkliste Abnahme.xlsx', 'Exportrechnung.xlsx', 'Kundenzeichnung.ods', 'Teilnahmebedingungen.xls', 'Packing list.xlsx', 'Personalkosten.xlsx'] },
    'passed',
  ),
  example(
    { de: 'ein Bericht über einen Patienten an eine Ärztin ist keine Liste', en: 'a report on one patient to a doctor is no list' },
    { to: ['anna@oak.example'], attachments: ['Patientenbericht Meier.pdf', 'Teilnehmer-Ausweis.docx'] },
    'passed',
  ),
  example({ de: 'ein Bild als Anhang', en: 'a picture as an attachment' }, { to: ['anna@oak.example'], attachments: ['Foto.jpg'] }, 'passed'),
  example({ de: 'die eigene Visitenkarte an viele', en: 'one’s own business card to many' }, { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example'], attachments: ['Mara Own.vcf', 'Broschüre.pdf'] }, 'passed'),
  example({ de: 'ein Name mit mehreren Punkten', en: 'a name with several dots' }, { to: ['anna@oak.example'], attachments: ['Angebot v1.2.pdf', 'Vertrag vom 3.11.2026.docx', 'bild.jpg.pdf'] }, 'passed'),
  example({ de: 'genau am Grenzwert', en: 'exactly at the limit' }, { to: ['anna@oak.example', 'ben@elm.example'], attachments: [{ name: 'Plan.xlsx', size: 20_000_000 }] }, 'passed'),
  example({ de: 'die Steuerberatung darf alles bekommen', en: 'the tax adviser may get anything' }, { to: ['lohn@tax.example'], attachments: ['Gehaltsliste.xlsx'] }, 'notApplicable', { options: { exempt: ['tax.example'] } }),
  example({ de: 'nie zu groß', en: 'never too large' }, { to: ['anna@oak.example'], attachments: [{ name: 'Film.pdf', size: 90_000_000 }] }, 'passed', { options: { megabytes: null } }),
  example(
    { de: 'ein Empfänger, hinter dem auch ein Kollege stehen kann', en: 'a recipient who may be a colleague, too' },
    { to: ['/o=Own/ou=Exchange/cn=Recipients/cn=eva'], attachments: ['Personalliste.xlsx'] },
    { undetermined: 'listsOfPeople', severity: 'notice', data: { files: ['Personalliste.xlsx'] } },
  ),
  example(
    { de: 'eine eigene Verteilerliste mit Externen', en: 'an own distribution list with outsiders on it' },
    { to: ['projekt@own.example'], lists: ['projekt@own.example'], attachments: ['Telefonliste.xlsx'] },
    { finds: 'listsOfPeople' },
    { members: { 'projekt@own.example': ['eva@own.example', 'ben@elm.example'] } },
  ),
  example(
    { de: 'eine eigene Verteilerliste', en: 'an own distribution list' },
    { to: ['alle@own.example'], lists: ['alle@own.example'], attachments: ['Telefonliste.xlsx'] },
    'notApplicable',
    { members: { 'alle@own.example': ['eva@own.example'] } },
  ),
  example({ de: 'Bilder im Text sind keine Anhänge', en: 'pictures in the text are no attachments' }, { to: ['anna@oak.example'], attachments: [{ name: 'image001.png', inline: true, size: 40_000_000 }] }, 'notApplicable'),
  example({ de: 'eine Gehaltsliste unter Kollegen', en: 'a payroll among colleagues' }, { to: ['eva@own.example'], attachments: ['Gehaltsliste.xlsx', 'setup.exe'] }, 'notApplicable'),
  example({ de: 'kein Anhang', en: 'no attachment' }, { to: ['anna@oak.example'] }, 'notApplicable'),
];
