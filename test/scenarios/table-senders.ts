import { ANNA, BEN, BOSS, BRAND, CEM, circular, EVA, MARA, ordinary, PRIVATE, SEE_EACH_OTHER } from './cast';
import type { Scenario } from './scenario';
import { asked, SENT, stopped } from './sights';

const own = { organisation: { domains: ['own.example'] } };
const bothBrands = { organisation: { domains: ['own.example', 'brand.example'] } };
const strictForTheBoard = { ...own, groups: [{ name: 'Board', senders: ['boss@own.example'], policy: { rules: { 'visible-recipients': { severity: 'critical' } } } }] };

/** Three clients and a colleague: four strangers if the colleague is taken for one. */
const threeClientsAndEva = { ...ordinary, to: [ANNA, BEN], cc: [CEM, EVA] };

/** Who writes: shared mailboxes, delegates, other accounts. */
export const SENDERS: readonly Scenario[] = [
  {
    id: 'shared-mailbox',
    topic: 'senders',
    says: 'A shared mailbox of the organisation writes to people of four firms',
    item: { ...circular, from: { displayName: 'Sales', emailAddress: 'sales@own.example' } },
    steps: [{ does: 'send', sees: asked('moveToBcc', SEE_EACH_OTHER) }],
  },
  {
    id: 'other-brand',
    topic: 'senders',
    says: 'The mailbox of another brand writes, and the policy names both domains',
    item: { ...threeClientsAndEva, from: BRAND },
    policy: bothBrands,
    steps: [{ does: 'send', sees: SENT }],
  },
  {
    id: 'other-brand-without-policy',
    topic: 'senders',
    says: 'The mailbox of another brand writes, and nobody has named the organisation’s domains',
    item: { ...threeClientsAndEva, from: BRAND },
    policy: null,
    steps: [{ does: 'send', sees: asked('moveToBcc', SEE_EACH_OTHER) }],
    because: 'Without domains in the policy the organisation is that of From, not that of the mailbox: an account in Outlook may belong to another house altogether. So colleagues of the other brand count as outside until an administrator names the domains.',
  },
  {
    id: 'own-brand-without-policy',
    topic: 'senders',
    says: 'Somebody writes from their own mailbox, and nobody has named the organisation’s domains',
    item: threeClientsAndEva,
    policy: null,
    steps: [{ does: 'send', sees: SENT }],
  },
  {
    id: 'private-account-without-policy',
    topic: 'senders',
    says: 'A private account writes, and nobody has named the organisation’s domains',
    item: { ...threeClientsAndEva, from: PRIVATE },
    owner: PRIVATE,
    policy: null,
    steps: [{ does: 'send', sees: asked('moveToBcc', SEE_EACH_OTHER) }],
    because: 'At a mail provider everybody is their own organisation.',
  },
  {
    id: 'delegate',
    topic: 'senders',
    says: 'A delegate writes in the name of somebody for whom the policy is stricter',
    item: { ...circular, from: BOSS },
    owner: MARA,
    policy: strictForTheBoard,
    steps: [{ does: 'send', sees: stopped('moveToBcc', SEE_EACH_OTHER) }],
    because: 'What counts is From: that is whom recipients see, and whose organisation answers for the mail.',
  },
  {
    id: 'sender-changed',
    topic: 'senders',
    says: 'The sender is changed before Send to somebody for whom the policy is stricter',
    item: circular,
    policy: strictForTheBoard,
    steps: [
      { does: { acknowledge: {} } },
      { does: { sendAs: BOSS } },
      { does: 'send', sees: stopped('moveToBcc', SEE_EACH_OTHER) },
    ],
    because: 'From is read anew at Send. Outlook on Mac was seen to tell delegates of wrong changes, so nothing rests on the event.',
    issues: ['4193'],
  },
  {
    id: 'sender-unreadable',
    topic: 'senders',
    says: 'Outlook does not tell who sends',
    item: { ...circular, from: BOSS },
    policy: strictForTheBoard,
    faults: { 'from.getAsync': 'fail' },
    steps: [{ does: 'send', sees: asked('moveToBcc', SEE_EACH_OTHER) }],
    because: 'The mailbox’s own person stands in; rules about the sender say that they do not know.',
  },
  {
    id: 'sender-without-address',
    topic: 'senders',
    says: 'From has no readable address, and the policy means an account for these recipients',
    item: { ...ordinary, from: { displayName: 'Mara', emailAddress: '/o=Own/ou=Exchange/cn=Recipients/cn=mara' } },
    policy: { ...own, rules: { 'unexpected-sender': { accounts: [{ recipients: ['oak.example'], senders: ['brand.example'] }] } } },
    steps: [{ does: 'send', sees: SENT }],
    because: 'That it cannot be told who sends is a notice.',
    issues: ['2590'],
  },
  {
    id: 'wrong-account',
    topic: 'senders',
    says: 'Mara writes to a client for whom the policy means the other brand’s account',
    item: ordinary,
    policy: { ...own, rules: { 'unexpected-sender': { accounts: [{ recipients: ['oak.example'], senders: ['brand.example'] }] } } },
    steps: [
      { does: 'send', sees: asked('review', 'For anna@oak.example the sender is meant to be brand.example, not mara@own.example.') },
      { does: { sendAs: BRAND } },
      { does: 'send', sees: SENT },
    ],
  },
  {
    id: 'hidden-mailbox',
    topic: 'senders',
    says: 'A shared mailbox that is hidden from the address list, so that Outlook hands out no item',
    item: circular,
    oddities: { itemMissing: true },
    onlySimulated: 'the library makes an item of whatever the host says',
    steps: [{ does: 'send', sees: asked('review', 'Outlook did not tell everything about') }],
    because: 'Nothing could be looked at, which is said and never taken for nothing found.',
    issues: ['3654', '3527'],
  },
];
