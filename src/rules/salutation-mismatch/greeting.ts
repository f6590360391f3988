/** Somebody a greeting names. */
export interface Greeted {
  /** As it stands there, without titles. */
  readonly name: string;
  /** The word that has to be found among the recipients: the last one of the name. */
  readonly word: string;
  /** `Frau Oak`, `Mr Elm`: a family name, and no nickname. */
  readonly formal: boolean;
}

const SALUTE = /^(?:(?:sehr )?(?:geehrte|verehrte)(?:[rs]|[*:_/]-?r)?|(?:liebe|werte|geschätzte)(?:[rs]|[*:_/]-?r)?|hallo|hi|hey|hello|dear|moin(?: moin)?|servus|grüezi|hoi|sal[iü]|salut|tach|gr(?:üß|üss|iaß) (?:gott|di|dich|euch|sie|ihnen)|guten (?:morgen|tag|abend)|good (?:morning|afternoon|evening|day)|greetings)(?= |$)/i;
/** `Familie Oak` as well: what stands behind is a family name. */
const FORMAL = /^(?:frau|familie|ehepaar|family|herrn?|fr|hr|hrn|mr|mrs|ms|miss|mister)$/i;
const TITLE = /^(?:dr|prof|professor(?:in)?|do[ck]tor|dipl|ing|mag|med|phil|nat|rer|jur|h|c|mult|msc|mba|sir|lord|lady|freiherr|graf|gräfin|baron)$/i;
const ABBREVIATED = /(^|[\s-])(dr|prof|mr|mrs|ms|fr|hr|hrn|dipl|ing|mag|med|phil|nat|rer|jur|h|c|mult|[A-ZÄÖÜ])\.(?=[\s-]|[A-ZÄÖÜ])/gi;
/** Parts of family names that say nothing by themselves. */
const PARTICLE = /^(?:von|vom|van|der|den|de|del|della|di|da|du|la|le|zu|zum|zur|ter|ten|bin|al|el)$/;
const JOIN = /^(?:und|and|&|\+|\/|sowie)$/i;
/** Offices, which people greet instead of a name. */
const OFFICE = /^(?:.{0,20}(?:minister|präsident|direktor|bürgermeister|vorsitzend|kolleg|anwalt|anwält|vorstand|vorständ|beauftragt|kanzler|sekretär|berater)|(?:hof|kommerzial|regierungs|schul|studien|medizinal|kantons|gemeinde)(?:rat|rät)|richter|pfarrer|notar|landrat|landrät|dekan|rektor|botschafter|stadtrat|stadträt|abgeordnet|senator|kanzler)/i;
/** What people greet that is nobody by name, and words that follow a greeting without a comma. */
const NOBODY = /^(?:all|alle[nrs]?|alles|everyone|everybody|team|teams|zusammen|miteinander|leute|runde|there|again|nochmals?|wieder|both|beide[nr]?|ihr|ihre|lieben?|madam|ladies|gentlemen|folks|guys|friends?|freunde?\S*|.{0,20}(?:-team|kund|partner|mitglied|mitarbeit|nachbar|teilnehm|bewerb|interessent|abonnent|leser|nutzer|patient|mandant|mieter|eltern|gäste|beirat|beirät|betriebsrat|betriebsrät|lieferant|innen$)\S*|damen|herren|colleagues?|customers?|clients?|members?|readers?|applicants?|candidates?|subscribers?|users?|hiring|support|service|sales|buchhaltung|vertrieb|einkauf|redaktion|personalabteilung|sekretariat|kanzlei|praxis|firma|committee|board|staff|crew|welt|world|stud\S*|forschende\S*|danke\S*|vielen|herzlichen|ich|wir|bitte|hier|anbei|wie|im|in|zu|zur|zum|auf|für|es|das|die|der|den|dem|ein|eine|am|ab|nach|noch|nur|mit|schöne\S*|frohe\S*|gute\S*|thanks?|i|we|please|just|here|this|that|the|a|an|hope|it|as|for|to|on|happy|merry|good|gott|aus|from)$/i;

/** What many, a firm or a role is greeted by. */
const GROUP = /^(?:\S{0,30}(?:team|runde|gruppe|kräfte|freunde|leute|schaft|genoss(?:e|en|innen)|vertreter(?:in)?|gemeinde|streiter|nehmer(?:in)?)|\S{0,30}(?:beteiligt|verantwortlich|ehrenamtlich|angehörig|interessiert|anwesend|studierend|auszubildend|mitarbeitend|lernend|teilnehmend)e[nr]?|\S{4,30}ung|azubis?|praktikant\S*|marketing|finance|procurement|payroll|sirs?(?:\/madam)?|gents|suppliers?|vendors?|guests?|parents|council|editors?|reviewers?|authors?|recruiters?|accounts?|valued|esteemed|fellow|neighbou?rs?|tenants?|residents|delegates|participants|attendees|volunteers|donors|investors|shareholders)$/i;
/** People who are called by what they are to the sender. */
const CLOSE = /^(?:chef(?:in)?|boss|mama|mami|mutti|mum|mom|papa|papi|vati|dad|om[ai]|op[ai]|grandma|grandpa|schatz|schatzi|liebling|maus)$/i;
/** What is said right behind a name: `Hallo Anna, super!` */
const SAID = /^(?:super|klasse|sorry|perfekt|perfect|prima|toll|top|done|understood|noted|great|awesome|excellent|cool|genau|verstanden|erledigt|okay|ok|gerne?|ja|nein|yes|sure|agreed|wow|schade|merci|besten|grü(?:ß|ss)e|gru(?:ß|ss)|wunderbar|einverstanden|congrat\S*|glückwunsch|gratulation|gratuliere)$/i;

/** Lines at the top that are looked at for greetings. */
const LINES = 4;
const LONGEST = 200;

/**
 * The people greeted by name at the top of a text. `Sehr geehrte Damen und Herren` names nobody, and
 * neither does what only may be a name.
 */
export function greetedIn(text: string): readonly Greeted[] {
  const lines = text.slice(0, 2000).split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(0, LINES);
  const greeted: Greeted[] = [];
  // Several people may be greeted in lines of their own.
  for (const line of lines.slice(lines.findIndex((each) => SALUTE.test(each)))) {
    if (!SALUTE.test(line) || line.length > LONGEST) break;
    greeted.push(...greetedInLine(line));
  }
  return greeted;
}

function greetedInLine(line: string): readonly Greeted[] {
  const greeted: Greeted[] = [];
  const segments = line.replace(ABBREVIATED, '$1$2 ').split(/[,;]\s*|\s[-–—](?:\s|$)|[!:.](?:\s|$)/);
  for (let index = 0; index < segments.length; index += 1) {
    const segment = (segments[index] as string).trim();
    const isGreeting = SALUTE.test(segment);
    // "Hi Ben, Cem," goes on greeting, "Hi Ben, Cem has called", "Hi Ben, Monday works" and "Hi Ben, welcome!" do not.
    const isList = /[,;]$/.test(line) || /\s(?:und|and|&)\s/i.test(segment);
    if (!isGreeting && !isList) break;
    const { people, whole } = greetedInSegment(segment);
    if (!isGreeting && !whole) break;
    greeted.push(...people);
  }
  return greeted;
}

/** `whole`: nothing stands there but names and what greets them. */
function greetedInSegment(segment: string): { readonly people: readonly Greeted[]; readonly whole: boolean } {
  const people: Greeted[] = [];
  let name: string[] = [];
  let formal = false;
  let aGroup = false;
  const end = (): void => {
    if (name.length > 0) people.push({ name: name.join(' '), word: name[name.length - 1] as string, formal });
    name = [];
    formal = false;
    aGroup = false;
  };
  let rest = segment;
  while (rest !== '') {
    const salute = SALUTE.exec(rest);
    const word = salute ? salute[0] : (/^\S+/.exec(rest) as RegExpExecArray)[0];
    rest = rest.slice(word.length).trim();
    if (salute || JOIN.test(word)) end();
    else if (FORMAL.test(word)) {
      end();
      formal = true;
    } else if (TITLE.test(word) || (formal && rest !== '' && OFFICE.test(word))) formal = formal || name.length === 0;
    else if (PARTICLE.test(word) && (formal || name.length > 0)) continue;
    else if (OFFICE.test(word) || (!formal && isNobody(word))) {
      // "Hallo Anna danke" goes on in a sentence, "Liebes Oak Team" is none of them.
      if (/^team$/i.test(word)) name = [];
      end();
      aGroup = true;
      // "liebe Kolleginnen und Kollegen" goes on, "hallo wie besprochen" is a sentence.
      if (!/^[a-zß-ÿ]/.test(word) || /^(?:all|alle|zusammen|everyone|everybody|team|both|beide)/i.test(word)) continue;
      return { people, whole: false };
    } else if (isName(word)) {
      if (!aGroup) name.push(word);
    } else if (/^[A-ZÄÖÜ]$/.test(word)) continue;
    else {
      // In the middle of a sentence only the first word is sure to be of the name.
      if (!formal) name = name.slice(0, 1);
      end();
      return { people, whole: false };
    }
  }
  end();
  return { people, whole: true };
}

function isNobody(word: string): boolean {
  return NOBODY.test(word) || GROUP.test(word) || CLOSE.test(word) || SAID.test(word);
}

/** A capital and more letters, of whatever alphabet has capitals. */
function isName(word: string): boolean {
  const first = word.charAt(0);
  return word.length > 1 && first !== first.toLowerCase() && !/[\d@<>()[\]{}"“„*_=]/.test(word);
}
