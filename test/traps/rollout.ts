import type { Trap } from './trap';

/** The manifest, and how it gets to people. */
export const ROLLOUT: readonly Trap[] = [
  { trap: 'Misspelt events and send modes, missing resources and wrong order pass Microsoft’s own validation.', from: ['Manifest reference', '#5125', '#2529', '#3092'], answer: 'A checker of our own, `umsicht manifest check`.', heldBy: [['manifest/manifest.test.ts', 'nothing is to be said of it'], ['manifest/broken-manifests.ts', 'a misspelt event'], ['manifest/broken-manifests.ts', 'a misspelt send mode'], ['manifest/check-xml.test.ts', 'every check of XML manifests bites in some broken manifest']] },
  { trap: 'The runtime’s page and the events’ page have to be one.', from: ['Manifest reference'], answer: 'Checked.', heldBy: [['manifest/broken-manifests.ts', 'events from another page']] },
  { trap: 'Icons of a wrong size, as SVG, or sent with no-store are not shown.', from: ['Manifest reference'], answer: 'Sizes are read from the files; the service lets them be kept.', heldBy: [['cli/manifest-command.test.ts', 'are there, in the sizes the manifest says'], ['manifest/broken-manifests.ts', 'an icon as SVG'], ['service/service.test.ts', '%s comes as %s, may be kept, and is asked for again in vain']] },
  { trap: 'A permission for the whole mailbox costs the administrator’s consent.', from: ['Permissions'], answer: 'ReadWriteItem.', heldBy: [['manifest/manifest.test.ts', 'it asks for no more than changing the recipients needs, and works in shared mailboxes']] },
  { trap: 'Events run only where an administrator has deployed the add-in.', from: ['Event-based activation'], answer: 'The pane says so until the check has shown itself for the draft; told.', heldBy: [['presentation/client-view.test.ts', 'a check that has not shown itself for this draft is no promise: the add-in may not be deployed']], toldIn: 'Who has it, and from when' },
  { trap: 'A changed manifest asks for consent again, and blocks meanwhile.', from: ['Maintain add-ins'], answer: 'Told.', toldIn: 'Who has it, and from when' },
  { trap: 'A roll-out takes up to a day, nested groups are not resolved.', from: ['Deployment'], answer: 'Told.', toldIn: 'Who has it, and from when' },
  { trap: 'A dev tenant refuses manifests with events; a unified one does not load them.', from: ['#6829', 'docs-pr#5632'], answer: 'An XML manifest; test the upload early. Told.', toldIn: 'Who has it, and from when' },
  { trap: 'At most five add-ins with events run, in no fixed order.', from: ['Event-based activation'], answer: 'Told.', toldIn: 'Who has it, and from when' },
  { trap: 'Group mailboxes, archives, files from disk and protected mail run no add-ins.', from: ['Overview'], answer: 'Told.', toldIn: 'Who has it, and from when' },
  { trap: 'LTSC 2021, the classic interface on a Mac and Exchange on premises lack Smart Alerts or clients.', from: ['Requirement sets'], answer: 'Told; the pane says so where it runs.', heldBy: [['presentation/client-view.test.ts', 'where Office cannot say anything, nothing is claimed']], toldIn: 'Who has it, and from when' },
];
