import type { Language } from '../core/rule';
import type { LaunchEvent } from '../simulator/clients';
import type { ManifestControl } from '../simulator/inside';
import type { ItemKind } from '../simulator/item';

/** A button of ours in the ribbon, as the manifest describes it. */
export interface RibbonButton extends ManifestControl {
  readonly where: ItemKind;
  readonly label: { readonly [L in Language]: string };
  readonly tip: { readonly [L in Language]: string };
  /** Path of the 32-pixel picture on this origin. */
  readonly icon: string;
}

/** Our part of the ribbon in one kind of window. */
export interface RibbonGroup {
  readonly label: { readonly [L in Language]: string };
  readonly buttons: readonly RibbonButton[];
}

/** What Outlook takes from the manifest, as far as this page needs it. */
export interface Manifest {
  readonly name: string;
  readonly ribbon: { readonly [K in ItemKind]: RibbonGroup };
  /** Function names by event. Phones are told of fewer, and have no buttons of ours. */
  readonly events: { readonly [F in 'desktop' | 'phone']: Partial<Record<LaunchEvent, string>> };
}

const SURFACES: { readonly [K in ItemKind]: string } = { message: 'MessageComposeCommandSurface', meeting: 'AppointmentOrganizerCommandSurface' };

/** Reads the add-in's own manifest. A manifest that Outlook could not use either is a mistake and throws. */
export function readManifest(xml: string): Manifest {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const fault = document.querySelector('parsererror');
  if (fault) throw new Error(`The manifest is no XML: ${fault.textContent}`);

  const resources = resourcesOf(document);
  const desktop = single(document.documentElement, 'DesktopFormFactor');
  // An administrator may leave phones out.
  const [phone] = all(document.documentElement, 'MobileFormFactor');
  return {
    name: single(document.documentElement, 'DisplayName').getAttribute('DefaultValue') ?? '',
    ribbon: { message: ribbonOf(desktop, 'message', resources), meeting: ribbonOf(desktop, 'meeting', resources) },
    events: { desktop: eventsOf(desktop), phone: phone ? eventsOf(phone) : {} },
  };
}

/** The pane's button in that kind of window. */
export function paneButton({ ribbon }: Manifest, kind: ItemKind): RibbonButton | undefined {
  return ribbon[kind].buttons.find(({ action }) => action === 'pane');
}

type Resource = { readonly [L in Language]: string };

function eventsOf(formFactor: Element): Manifest['events']['phone'] {
  return Object.fromEntries(all(formFactor, 'LaunchEvent').map((each) => [attribute(each, 'Type'), attribute(each, 'FunctionName')]));
}

function ribbonOf(desktop: Element, where: ItemKind, resources: ReadonlyMap<string, Resource>): RibbonGroup {
  const surface = all(desktop, 'ExtensionPoint').find((each) => attribute(each, 'xsi:type') === SURFACES[where]);
  if (!surface) throw new Error(`The manifest has no ${SURFACES[where]}.`);
  const group = single(surface, 'Group');
  return {
    label: textOf(resources, residOf(single(group, 'Label'))),
    buttons: all(group, 'Control').map((control) => buttonOf(control, where, resources)),
  };
}

function buttonOf(control: Element, where: ItemKind, resources: ReadonlyMap<string, Resource>): RibbonButton {
  const action = single(control, 'Action');
  const runsFunction = attribute(action, 'xsi:type') === 'ExecuteFunction';
  const picture = all(control, 'Image').find((image) => image.getAttribute('size') === '32');
  return {
    id: attribute(control, 'id'),
    where,
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
