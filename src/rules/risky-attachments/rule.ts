import type { Attachment } from '../../core/draft';
import { limit, patterns, texts } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule, type Report, type Severity } from '../../core/rule';
import { readText, wordsFound } from '../listed-words';
import { distinctBy } from '../people';
import { reachOf } from '../reached';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

const endings = (list: string) => texts({ default: list.split(' ') });

export const options = {
  /** Endings of files that run when they are opened. */
  programs: endings('exe com scr pif bat cmd msi msp ps1 psm1 vbs vbe js jse wsf wsh hta lnk reg jar cpl dll chm xll msc scf iso img vhd vhdx'),
  macros: endings('docm dotm xlsm xltm xlam pptm potm ppsm ppam'),
  archives: endings('zip 7z rar tar gz tgz bz2 xz cab'),
  /** Endings of files that may hold a list of people; by name they are told from others. */
  lists: endings('csv tsv xls xlsx xlsm xlsb ods numbers vcf ldif'),
  /** Endings of whole mailboxes and databases. */
  stores: endings('pst ost mbox mdb accdb sql dump dbf sqlite'),
  /** Words in names of files that speak for a list of people. */
  names: texts({
    default: [
      'Adressen', 'Adressliste', 'Adressdaten', 'Kundenliste', 'Kundendaten', 'Kundenadressen', 'Teilnehmer', 'Teilnehmende', 'Teilnehmerliste', 'Patienten', 'Patientenliste', 'Patientendaten',
      'Mitglieder', 'Mitgliederliste', 'Bewerber', 'Bewerberliste', 'Mitarbeiter', 'Mitarbeitende', 'Mitarbeiterliste', 'Beschäftigte', 'Personalliste', 'Gehaltsliste', 'Lohnliste', 'Kontakte', 'Kontaktliste', 'Kontaktdaten',
      'Telefonliste', 'Verteilerliste', 'Gästeliste', 'Impfliste', 'Abonnenten', 'Mieterliste', 'Mandantenliste',
      'addresses', 'address list', 'contacts', 'contact list', 'customer list', 'customer data', 'client list', 'participants', 'attendees', 'patients', 'patient list',
      'members', 'member list', 'applicants', 'employees', 'employee list', 'staff list', 'payroll', 'salaries', 'subscribers', 'mailing list', 'guest list', 'export',
    ],
    unit: 'words',
  }),
  /** Organisations from outside that may get the same table. */
  organisations: limit({ default: 2, min: 0, unit: 'organisations' }),
  /** All attachments together. */
  megabytes: limit({ default: 20, min: 1, unit: 'megabytes' }),
  /** Who may get any attachment, such as the tax adviser. */
  exempt: patterns(),
};

/**
 * Attachments that mostly should not leave the house as they are, told by name and size: what is
 * in them nobody here can see, least of all in an encrypted archive. Pictures within the text do
 * not count. Sizes count as far as Outlook tells them.
 *
 * An ordinary document or table to one client is no finding. Macros, archives and large mail are
 * mentioned and stop nothing.
 */
export const riskyAttachments = defineRule({
  id: 'risky-attachments',
  topic: 'content',
  severity: 'warning',
  legal,
  reads: ['recipients', 'attachments'],
  needs: ['members'],
  options,
  text,
  explanation,

  check(context) {
    const { draft, options: { programs, macros, archives, lists, stores, names, organisations, megabytes, exempt } } = context;
    const isExempt = matcher(patternsOf(exempt), false);
    const reached = reachOf(context).people.filter(({ person, standing }) => standing !== 'internal' && !isExempt(person.parsed));
    const files = draft.attachments.map(fileOf).filter(({ attachment, ending }) => !attachment.inline || !PICTURE.test(ending));
    if (reached.length === 0 || files.length === 0) return 'notApplicable';

    const outside = reached.filter(({ standing }) => standing === 'external');
    const isCertain = outside.length > 0;
    const parties = distinctBy(outside, ({ person }) => person.organisation).length;
    const reports: Report<Messages>[] = [];
    const report = (message: Exclude<keyof Messages, 'tooLarge' | 'tablesToMany'>, found: readonly File[], atMost?: Severity) => {
      if (found.length > 0) reports.push({ message, data: { files: found.map(({ attachment }) => attachment.name) }, ...weight(atMost) });
    };
    // Whoever cannot be read may be a colleague: that is worth mentioning, but stops nobody.
    const weight = (atMost?: Severity) => (isCertain ? { ...(atMost && { atMost }) } : { outcome: 'undetermined' as const, atMost: 'notice' as const });

    const has = (list: readonly string[]) => {
      const wanted = list.map((ending) => ending.trim().toLowerCase().replace(/^\*?\./, ''));
      return ({ ending }: File) => wanted.indexOf(ending) >= 0;
    };
    const isProgram = has(programs);
    const isList = has(lists);
    const isArchive = has(archives);
    const isStore = has(stores);
    const disguised = files.filter((file) => file.hidden || (isProgram(file) && DOCUMENT.test(file.inner)));
    const tells = ({ stem }: File) => wordsFound(readText(stem), names, [], 'any').length > 0;
    const telling = files.filter((file) => isStore(file) || ((isList(file) || isArchive(file)) && tells(file)));
    const tables = files.filter((file) => isList(file) && file.ending !== CARD && telling.indexOf(file) < 0);

    report('disguised', disguised);
    report('programs', files.filter((file) => isProgram(file) && disguised.indexOf(file) < 0));
    report('listsOfPeople', telling);
    if (organisations !== null && parties > organisations && tables.length > 0) {
      reports.push({ message: 'tablesToMany', data: { files: tables.map(({ attachment }) => attachment.name), organisations: parties }, ...weight() });
    }
    report('macros', files.filter(has(macros)), 'notice');
    report('archives', files.filter((file) => isArchive(file) && telling.indexOf(file) < 0), 'notice');
    const bytes = files.reduce((sum, { attachment }) => sum + (attachment.size || 0), 0);
    if (megabytes !== null && bytes > megabytes * MEGABYTE) {
      reports.push({ message: 'tooLarge', data: { megabytes: Math.ceil(bytes / MEGABYTE), limit: megabytes }, ...weight('notice') });
    }
    return reports;
  },
});

interface File {
  readonly attachment: Attachment;
  /** In lower case, without the dot; empty where there is none. */
  readonly ending: string;
  /** The part before the ending, if it looks like another one: `pdf` of `invoice.pdf.exe`. */
  readonly inner: string;
  /** The words of the name without the ending, and each two neighbours as one: `Kunden_Liste` as `KundenListe`. */
  readonly stem: string;
  /** Characters that turn the direction of reading, or so many spaces that the ending is out of sight. */
  readonly hidden: boolean;
}

const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
const MANY_SPACES = /\s{10}/;
const PICTURE = /^(png|jpe?g|gif|bmp|svg|webp|tiff?|heic|emf|wmf|)$/;
const DOCUMENT = /^(pdf|doc[xm]?|xls[xm]?|ppt[xm]?|txt|rtf|csv|odt|ods|html?|jpe?g|png|gif|zip|mp3|mp4)$/;
/** A business card goes out every day, whoever gets it. */
const CARD = 'vcf';
const MEGABYTE = 1000000;

function fileOf(attachment: Attachment): File {
  const name = attachment.name.normalize('NFKC').split(TURNING).join('');
  const parts = name.split('.');
  // Windows drops dots and spaces at the end, and opens by what is left.
  while (parts.length > 1 && (parts[parts.length - 1] as string).trim() === '') parts.pop();
  const ending = parts.length > 1 ? (parts.pop() as string).trim().toLowerCase() : '';
  const words = parts.join(' ').match(/[^\s_.,;()[\]+-]+/g) || [];
  const pairs = words.slice(1).map((word, index) => `${words[index] as string}${word}`);
  return {
    attachment,
    ending,
    inner: (parts[parts.length - 1] as string).trim().toLowerCase(),
    stem: `${words.join(' ')} 0 ${pairs.join(' 0 ')}`,
    hidden: TURNING.test(attachment.name) || MANY_SPACES.test(attachment.name.trim()),
  };
}
