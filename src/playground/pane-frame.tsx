import { type ReactElement, useCallback } from 'react';
import type { Host } from '../simulator/host';
import { offerLine } from './frame-line';
import { lineTo } from './hidden-frame';
import type { ServiceConditions } from './service-conditions';
import { ADDIN } from './outlook';

/** The add-in's own task pane, in a frame as Outlook shows it. */
export function PaneFrame({ host, service, title }: { readonly host: Host; readonly service: () => ServiceConditions; readonly title: string }): ReactElement {
  // Before the frame is loaded: its first script asks for the line.
  const place = useCallback((frame: HTMLIFrameElement | null) => {
    if (!frame) return undefined;
    const takeBack = offerLine(frame, lineTo(host, 'pane', service, () => undefined));
    frame.src = ADDIN.pane;
    return takeBack;
  }, [host, service]);

  return <iframe ref={place} className="pane-frame" title={title} />;
}
