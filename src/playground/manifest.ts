import type { Language } from '../core/rule';
import type { LaunchEvent } from '../simulator/clients';
import type { ManifestControl } from '../simulator/inside';

/** A button of ours in the ribbon, as the manifest describes it. */
export interface RibbonButton extends ManifestControl {
  readonly label: { readonly [L in Language]: string };
  readonly tip: { readonly [L in Language]: string };
  /** Path of the 32-pixel picture on this origin. */
  readonly icon: string;
}

/** What Outlook takes from the manifest, as far as this page needs it. */
export interface Manifest {
  readonly name: string;
  readonly group: { readonly [L in Language]: string };
  readonly buttons: readonly RibbonButton[];
  readonly events: Partial<Record<LaunchEvent, string>>;
}

/** Reads the add-in's own manifest. A manifest that Outlook could not use either is a mistake and throws. */
export function readManifest(xml: string): Manifest {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const fault = document.querySelector('parsererror');
  if (fault) throw new Error(`The manifest is no XML: ${fault.textContent}`);

  const resources = resourcesOf(document);
  const group = single(document.documentElement, 'Group');
  return {
    name: single(document.documentElement, 'DisplayName').getAttribute('DefaultValue') ?? '',
    group: textOf(resources, residOf(single(group, 'Label'))),
    buttons: all(group, 'Control').map((control) => buttonOf(control, resources)),
    events: Object.fromEntries(all(document.documentElement, 'LaunchEvent').map((each) => [attribute(each, 'Type'), attribute(each, 'FunctionName')])),
  };
}

type Resource = { readonly [L in Language]: string };

function buttonOf(control: Element, resources: ReadonlyMap<string, Resource>): RibbonButton {
  const action = single(control, 'Action');
  const runsFunction = attribute(action, 'xsi:type') === 'ExecuteFunction';
  const picture = all(control, 'Image').find((image) => image.getAttribute('size') === '32');
  return {
    id: attribute(control, 'id'),
    action: runsFunction ? 'function' : 'pane',
    ...(runsFunction ? { functionName: single(action, 'FunctionName').textContent ?? '' } : {}),
    label: textOf(resources, residOf(single(control, 'Label'))),
    tip: textOf(resources, residOf(single(single(control, 'Supertip'), 'Description'))),
    icon: picture ? new URL(textOf(resources, residOf(picture)).en).pathname : '',
  };
}

function resourcesOf(document: Document): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>();
  for (const each of [...all(document.documentElement, 'Image'), ...all(document.documentElement, 'Url'), ...all(document.documentElement, 'String')]) {
    const id = each.getAttribute('id');
    const usual = each.getAttribute('DefaultValue');
    if (id === null || usual === null) continue;
    const german = all(each, 'Override').find((override) => override.getAttribute('Locale')?.startsWith('de'));
    found.set(id, { en: usual, de: german?.getAttribute('Value') ?? usual });
  }
  return found;
}

function textOf(resources: ReadonlyMap<string, Resource>, id: string): Resource {
  const found = resources.get(id);
  if (!found) throw new Error(`The manifest names the resource ${id}, which it does not have.`);
  return found;
}

function residOf(element: Element): string {
  return attribute(element, 'resid');
}

function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null) throw new Error(`The manifest has a ${element.localName} without ${name}.`);
  return value;
}

/** Elements by their local name, whatever namespace version they are of. */
function all(within: Element, name: string): readonly Element[] {
  return [...within.getElementsByTagNameNS('*', name)];
}

function single(within: Element, name: string): Element {
  const [first] = all(within, name);
  if (!first) throw new Error(`The manifest has no ${name} in ${within.localName}.`);
  return first;
}
