import { type Draft, EMPTY_DRAFT } from '../../src/core/draft';
import { evaluate, type World } from '../../src/core/evaluate';
import { type DomainRecord, type Evidence, NO_EVIDENCE } from '../../src/core/evidence';
import { parsePolicy } from '../../src/core/policy';
import { compactWorld } from '../../src/reference/world-compact';
import { lookalikeDomains } from '../../src/rules/lookalike-domains/rule';
import { manyDomains } from '../core/many-domains';

const PARTNERS = manyDomains(10_000);
const UNUSED: Evidence<DomainRecord> = { known: true, value: { inUse: false, resembles: [] } };

function outcomesOn(addresses: readonly string[], partners: readonly string[], world: World = compactWorld) {
  const parsed = parsePolicy({ organisation: { domains: ['own.example'] }, rules: { 'lookalike-domains': { partners } } }, [lookalikeDomains], world.registrableDomain);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const draft: Draft = { ...EMPTY_DRAFT, from: { address: 'mara@own.example', name: 'Mara Own' }, recipients: addresses.map((address) => ({ address, name: '', field: 'bcc' })) };
  const domains = new Map(addresses.map((address) => [address.slice(address.indexOf('@') + 1), UNUSED]));
  return evaluate({ draft, policy: parsed.policy, evidence: { ...NO_EVIDENCE, domains }, now: 0, world }, [lookalikeDomains]);
}

test('among 500 people at 500 partners the two mistyped ones are found', () => {
  const addresses = PARTNERS.slice(0, 500).map((domain, index) => `person${index}@${domain}`);
  const partners = [...PARTNERS, 'gartenzauber.example', 'nordlichtdruck.example'];
  expect(outcomesOn(addresses, partners).map(({ outcome }) => outcome)).toEqual(['passed']);
  const [found, ...more] = outcomesOn([...addresses, 'anna@gartenzuaber.example', 'ben@nordlichdruck.example'], partners);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ outcome: 'failed', severity: 'warning', data: { domain: 'gartenzuaber.example', known: 'gartenzauber.example', more: 1 } });
  expect(found?.recipients.map(({ address }) => address)).toEqual(['anna@gartenzuaber.example', 'ben@nordlichdruck.example']);
});

test('while every domain is known nothing is looked up for 10,000 partners', () => {
  let asked = 0;
  const counting: World = { ...compactWorld, registrableDomain: (domain) => { asked += 1; return compactWorld.registrableDomain(domain); } };
  const partners = PARTNERS.map((domain) => `mail.${domain}`);
  const onlyProviders = outcomesOn(['a@gmx.de', 'b@web.de'], partners, counting);
  expect(onlyProviders.map(({ outcome }) => outcome)).toEqual(['passed']);
  const withoutStrangers = asked;
  asked = 0;
  outcomesOn(['a@gmx.de', 'b@web.de', 'anna@gartenzuaber.example'], partners, counting);
  expect(asked).toBeGreaterThan(withoutStrangers + 5_000);
});

test('500 strange domains in one draft are not held against each other one by one', () => {
  const domains = manyDomains(11_000).slice(10_000, 10_500);
  const outcomes = outcomesOn(domains.map((domain) => `anna@${domain}`), PARTNERS);
  expect(outcomes.length).toBeGreaterThan(0);
  expect(outcomes.length).toBeLessThanOrEqual(4);
  for (const { recipients } of outcomes) expect(recipients.length).toBeLessThan(500);
});
