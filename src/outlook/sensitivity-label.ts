import type { SensitivityLabel } from '../core/draft';
import { supports } from './abilities';
import type { ComposedItem } from './item';
import type { OfficeCalls } from './office-calls';

/** What could be read of a label. Not `complete`: there may be one, or it has a name that Outlook did not tell. */
interface LabelReading {
  readonly label: SensitivityLabel | null;
  readonly complete: boolean;
}

const NOT_LABELLED: LabelReading = { label: null, complete: true };

/**
 * Reads the draft's sensitivity label (Mailbox 1.13, Microsoft Purview). Clients without the API and
 * tenants with labels off have none, which is a full answer. Otherwise a call that fails leaves the
 * label unread, and never rejects. What does not change while a draft is open, whether labels are on
 * and what they are called, is asked once.
 */
export function sensitivityLabels(calls: OfficeCalls, item: () => ComposedItem): () => Promise<LabelReading> {
  let enabled: boolean | null = null;
  let names: ReadonlyMap<string, string> | null = null;

  async function read(): Promise<LabelReading> {
    if (enabled === false) return NOT_LABELLED;
    // Both at once: a send waits for the slowest chain of questions.
    const asking = askLabel(calls, item).catch(() => null);
    if (enabled === null) enabled = await areLabelsOn(calls);
    if (!enabled) return NOT_LABELLED;
    const id = await asking;
    if (id === '') return NOT_LABELLED;
    if (id === null) return { label: null, complete: false };
    try {
      names = names || (await askNames(calls));
    } catch {
      return { label: { id, name: null }, complete: false };
    }
    return { label: { id, name: names.get(id.toLowerCase()) || null }, complete: true };
  }

  return () => (canTell(item) ? read().catch(() => ({ label: null, complete: false })) : Promise.resolve(NOT_LABELLED));
}

function canTell(item: () => ComposedItem): boolean {
  if (!supports('sensitivityLabel')) return false;
  try {
    return typeof item().sensitivityLabel.getAsync === 'function' && typeof Office.context.sensitivityLabelsCatalog.getIsEnabledAsync === 'function';
  } catch {
    return false;
  }
}

/** Where they are off, clients answer with an error to every other question (office-js issue 5321). */
function areLabelsOn(calls: OfficeCalls): Promise<boolean> {
  return calls.ask<boolean, boolean>(
    'sensitivityLabelsCatalog.getIsEnabledAsync',
    (answer) => Office.context.sensitivityLabelsCatalog.getIsEnabledAsync(answer),
    (value) => {
      if (typeof value !== 'boolean') throw new Error('neither on nor off');
      return value;
    },
  );
}

/** The label's id; empty where the draft has none. Microsoft does not say what stands for that, so every success without a text does. */
function askLabel(calls: OfficeCalls, item: () => ComposedItem): Promise<string> {
  return calls.askWhetherAny<string, string>(
    'sensitivityLabel.getAsync',
    (answer) => item().sensitivityLabel.getAsync(answer),
    (value) => {
      if (value === null || value === undefined) return '';
      if (typeof value !== 'string') throw new Error('an id that is no text');
      return value;
    },
  );
}

/** Names by id in lower case; a sublabel is called `Label/Sublabel`, since its own name alone can stand under several labels. */
function askNames(calls: OfficeCalls): Promise<ReadonlyMap<string, string>> {
  return calls.ask<readonly Office.SensitivityLabelDetails[], ReadonlyMap<string, string>>(
    'sensitivityLabelsCatalog.getAsync',
    (answer) => Office.context.sensitivityLabelsCatalog.getAsync(answer),
    (labels) => {
      const names = new Map<string, string>();
      collect(labels, '', names);
      return names;
    },
  );
}

function collect(labels: readonly Office.SensitivityLabelDetails[], above: string, names: Map<string, string>): void {
  for (const { id, name, children } of labels) {
    if (typeof id !== 'string' || typeof name !== 'string') throw new Error('a label without id or name');
    names.set(id.toLowerCase(), above + name);
    // Purview knows one level below; what refers to itself must not run for ever.
    if (above === '' && Array.isArray(children)) collect(children, `${name}/`, names);
  }
}
