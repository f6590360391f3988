/** What is being composed. Which half of it is there depends on `itemType`. */
export type ComposedItem = Office.MessageCompose & Office.AppointmentCompose;

/**
 * The item as it is now, held on to: a pane that outlives its draft must not write into the next
 * one. Throws at use, not here, where there is no item.
 */
export function currentItem(): () => ComposedItem {
  let item: ComposedItem | null | undefined;
  try {
    item = Office.context.mailbox.item as unknown as ComposedItem | null | undefined;
  } catch {
    item = null;
  }
  return () => {
    if (!item) throw new Error('no message is open');
    return item;
  };
}
