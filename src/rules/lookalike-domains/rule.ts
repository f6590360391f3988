import { normaliseDomain } from '../../core/address';
import { evidenceOn, type UnknownReason } from '../../core/evidence';
import { mixesScripts } from '../../core/domain-name';
import { isKnownDomain, lookalikesBeside, lookalikesOf } from '../../core/lookalike/lookalikes';
import { type LookalikeIndex, lookalikeIndex } from '../../core/lookalike/lookalike-index';
import type { Lookalike } from '../../core/lookalike/question';
import { patterns } from '../../core/option';
import { defineRule, type Report, type RuleContext } from '../../core/rule';
import { mailProviderDomains } from '../../reference/mail-providers';
import { addressesOf, distinctPeople, grouped, outsidersOf, type Reachable } from '../people';
import { peopleOfThread } from '../thread';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

export const options = {
  /** Domains of firms one deals with; they and what lies below them are never taken for doubles. */
  partners: patterns(),
};

/** Worth a question, worth a hint, or open until the service says whether both are in use by contacts. */
type Weight = 'sure' | 'hint' | 'open';
const WEIGHTS: readonly Weight[] = ['sure', 'hint', 'open'];

/** A domain that is written to, and what it resembles. */
interface Double {
  readonly domain: string;
  readonly message: 'resemblesKnown' | 'resemblesThread' | 'resemblesRecipient' | 'mixesScripts';
  readonly like: Lookalike | null;
  readonly weight: Weight;
}

/**
 * A domain that is nearly the one of somebody known: one's own, a partner's, a contact's, a mail
 * provider's, somebody's of the thread or of the same draft. Known domains resemble nobody.
 *
 * A likeness that two honest firms often have (another ending, a word more) is a notice, except
 * towards one's own domain. Contacts' domains come from the service; while it is silent, two like
 * domains in one draft are undetermined, and where nothing else was found the silence is told; both
 * as notices.
 */
export const lookalikeDomains = defineRule({
  id: 'lookalike-domains',
  topic: 'wrong-person',
  severity: 'warning',
  legal,
  reads: ['recipients'],
  needs: ['domains'],
  options,
  text,
  explanation,

  check(context) {
    const outsiders = outsidersOf(context);
    if (outsiders.length === 0) return 'notApplicable';

    const byDomain = grouped(outsiders, ({ parsed }) => parsed.domain);
    const doubles = doublesAmong(byDomain, context);
    if (doubles.length > 0) return reportsOn(doubles, byDomain);

    const unanswered = grouped(outsiders.filter(({ parsed }) => !evidenceOn(context.evidence.domains, parsed.domain).known), ({ parsed }) => {
      const evidence = evidenceOn(context.evidence.domains, parsed.domain);
      return evidence.known ? null : evidence.reason;
    });
    return Array.from(unanswered.entries()).map(([reason, people]): Report<Messages> =>
      ({ outcome: 'undetermined', message: 'noAnswer', data: { people: distinctPeople(people).length, reason: reason as UnknownReason }, recipients: people, atMost: 'notice' }));
  },
});

type ByDomain = ReadonlyMap<string, readonly Reachable[]>;

function doublesAmong(byDomain: ByDomain, context: RuleContext<{ readonly partners: readonly string[] }>): readonly Double[] {
  const { evidence, isMailProvider, ownDomains, registrableDomain, options: { partners } } = context;
  const inUse: string[] = [];
  const resembled: string[] = [];
  const doubtful: string[] = [];
  byDomain.forEach((_, domain) => {
    const record = evidenceOn(evidence.domains, domain);
    if (isMailProvider(domain)) return;
    if (record.known && record.value.inUse) inUse.push(domain);
    else doubtful.push(domain);
    if (record.known) resembled.push(...record.value.resembles);
  });
  if (doubtful.length === 0) return [];

  const own = new Set(ownDomains);
  const providers = mailProviderDomains();
  const indexOf = (domains: readonly string[]): LookalikeIndex => lookalikeIndex(domains, registrableDomain);
  const known = indexOf([...ownDomains, ...inUse, ...resembled, ...domainsOf(partners), ...Array.from(providers)]);
  const thread = indexOf(peopleOfThread(context).map(({ parsed }) => (parsed.usable ? parsed.domain : '')));
  const strange = doubtful.filter((domain) => !isKnownDomain(known, domain));
  const beside = indexOf(strange);
  // Of two in one draft the one fewer people have is in doubt, then the one that was put in later.
  const size = (domain: string): number => (byDomain.get(domain) as readonly Reachable[]).length;
  const rank = new Map(strange.slice().reverse().sort((one, other) => size(one) - size(other)).map((domain, at): [string, number] => [domain, at]));
  const isLikelier = (domain: string, other: string): boolean => (rank.get(other) as number) > (rank.get(domain) as number);

  const doubles: Double[] = [];
  for (const domain of strange) {
    const double = like(domain, 'resemblesKnown', lookalikesOf(known, domain))
      || like(domain, 'resemblesThread', lookalikesOf(thread, domain))
      || like(domain, 'resemblesRecipient', lookalikesBeside(beside, domain).filter((other) => isLikelier(domain, other.domain)));
    if (double) doubles.push(double);
    else if (mixesScripts(domain)) doubles.push({ domain, message: 'mixesScripts', like: null, weight: 'sure' });
  }
  return doubles;

  function like(domain: string, message: Double['message'], lookalikes: readonly Lookalike[]): Double | null {
    const worth = lookalikes.filter((each) => weightOf(each) !== null);
    const [found] = worth.filter((each) => weightOf(each) === 'sure').concat(worth);
    if (!found) return null;
    const open = message === 'resemblesRecipient' && [domain, found.domain].some((each) => !evidenceOn(evidence.domains, each).known);
    return { domain, message, like: found, weight: open ? 'open' : (weightOf(found) as Weight) };
  }

  /** `null`: not worth a word. */
  function weightOf({ domain, kind, likeness }: Lookalike): Weight | null {
    if (own.has(domain)) return likeness === 'faint' ? 'hint' : 'sure';
    // A provider's other endings are other providers or its own, but slips in their names are the commonest of all.
    if (providers.has(domain)) return kind === 'typo' || likeness === 'strong' ? 'sure' : null;
    return likeness === 'faint' ? null : likeness === 'strong' ? 'sure' : 'hint';
  }
}

/** Of entries of a policy: most are plain domains already, and there may be 10,000 of them. */
function domainsOf(partners: readonly string[]): readonly string[] {
  return partners.map((entry) => {
    const text = entry.trim();
    const domain = text.slice(Math.max(text.lastIndexOf('@') + 1, text.slice(0, 2) === '*.' ? 2 : 0));
    return /^[a-z0-9.-]+$/.test(domain) ? domain : normaliseDomain(domain) || '';
  });
}

/** One report per weight and message; the first domain by name, the others by number. */
function reportsOn(doubles: readonly Double[], byDomain: ByDomain): readonly Report<Messages>[] {
  const reports: Report<Messages>[] = [];
  for (const weight of WEIGHTS) {
    grouped(doubles.filter((double) => double.weight === weight), ({ message }) => message).forEach((all, message) => {
      const [{ domain, like }] = all as readonly [Double, ...Double[]];
      const recipients = all.reduce<readonly Reachable[]>((people, each) => [...people, ...(byDomain.get(each.domain) as readonly Reachable[])], []);
      const data = { people: distinctPeople(byDomain.get(domain) as readonly Reachable[]).length, domain, ...(all.length > 1 ? { more: all.length - 1 } : {}) };
      const weighed: { readonly atMost?: 'notice'; readonly outcome?: 'undetermined' } = weight === 'sure' ? {} : weight === 'hint' ? { atMost: 'notice' } : { atMost: 'notice', outcome: 'undetermined' };
      const rest = { recipients, remedy: { kind: 'removeRecipients', addresses: addressesOf(recipients) }, ...weighed } as const;
      reports.push(message === 'mixesScripts' || !like ? { message: 'mixesScripts', data, ...rest } : { message, data: { ...data, known: like.domain, kind: like.kind }, ...rest });
    });
  }
  return reports;
}
