const NAMES = 'mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schaefer koch bauer richter klein wolf schroeder neumann schwarz zimmermann braun krueger hofmann hartmann lange schmitt werner schmitz krause meier lehmann huber mayer hermann koenig walter schulze maier fuchs kaiser'.split(' ');
const TRADES = 'bau technik werk metall druck transport logistik haus garten elektro holz auto software consulting steuer recht design media stahl glas energie solar wasser pharma'.split(' ');
const ENDINGS = 'de de de de de com com at ch eu net org co.uk fr com.tr'.split(' ');

/** One of the entries by chance, the same ones each time. */
type Draw = <T>(entries: readonly T[]) => T;

function draws(): Draw {
  let state = 42;
  return (entries) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return entries[Math.floor((state / 2 ** 32) * entries.length)] as never;
  };
}

/** So many different domains as an address book of firms may hold them: few family names, few trades, so that nearly each resembles another. */
export function manyDomains(count: number): readonly string[] {
  const any = draws();
  const domains = new Set<string>();
  while (domains.size < count) {
    const [name, trade, other] = [any(NAMES), any(TRADES), any(NAMES)];
    const form = any([`${name}${trade}`, `${name}-${trade}`, `${trade}-${name}`, `${name}-${other}`, `${name.slice(0, 3)}${trade.slice(0, 4)}${other.slice(0, 2)}`]);
    domains.add(`${any(['', '', '', '', '', '', '', 'mail.'])}${form}.${any(ENDINGS)}`);
  }
  return [...domains];
}

/** So many different domains with little in common: names of two to five syllables. */
export function unlikeDomains(count: number): readonly string[] {
  const any = draws();
  const domains = new Set<string>();
  while (domains.size < count) {
    const syllables = Array.from({ length: any([2, 3, 4, 5]) }, () => `${any([...'bcdfghklmnprstvwz'])}${any([...'aeiou'])}${any(['', '', '', ...'lmnrst'])}`);
    domains.add(`${syllables.join('')}.${any(ENDINGS)}`);
  }
  return [...domains];
}
