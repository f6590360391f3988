const NAMES = 'mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schaefer koch bauer richter klein wolf schroeder neumann schwarz zimmermann braun krueger hofmann hartmann lange schmitt werner schmitz krause meier lehmann huber mayer hermann koenig walter schulze maier fuchs kaiser'.split(' ');
const TRADES = 'bau technik werk metall druck transport logistik haus garten elektro holz auto software consulting steuer recht design media stahl glas energie solar wasser pharma'.split(' ');
const ENDINGS = 'de de de de de com com at ch eu net org co.uk fr com.tr'.split(' ');

/** So many different domains as an address book of firms may hold them: few family names, few trades. The same ones each time. */
export function manyDomains(count: number): readonly string[] {
  let state = 42;
  const any = <T>(entries: readonly T[]): T => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return entries[Math.floor((state / 2 ** 32) * entries.length)] as T;
  };
  const domains = new Set<string>();
  while (domains.size < count) {
    const [name, trade, other] = [any(NAMES), any(TRADES), any(NAMES)];
    const form = any([`${name}${trade}`, `${name}-${trade}`, `${trade}-${name}`, `${name}-${other}`, `${name.slice(0, 3)}${trade.slice(0, 4)}${other.slice(0, 2)}`]);
    domains.add(`${any(['', '', '', '', '', '', '', 'mail.'])}${form}.${any(ENDINGS)}`);
  }
  return [...domains];
}
