import type { Host } from './host';
import type { AttachedRuntime } from './invocation';
import { createOffice } from './office';

/** The Office object of one runtime. */
export type Office = ReturnType<typeof createOffice>['Office'];

/**
 * Runs every event in a runtime of its own, as Outlook starts the add-in anew for each: the item is all that two of
 * them share, and the host can cut each off. `load` runs the add-in's script.
 */
export function freshRuntime(host: Host, kind: AttachedRuntime['kind'], load: (office: Office) => void): AttachedRuntime {
  return {
    kind,
    invoke(functionName, event) {
      const line = host.connect(kind);
      const { Office, invoke } = createOffice(line, host.client, host.runtimeInfo(kind));
      load(Office);
      invoke(functionName, event);
      return () => line.cut();
    },
  };
}
