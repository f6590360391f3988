import { type ReactElement, useCallback, useEffect, useRef } from 'react';
import type { Host } from '../simulator/host';
import { offerLine } from './frame-line';
import { lineTo } from './hidden-frame';
import type { ServiceConditions } from './service-conditions';
import { ADDIN } from './outlook';

interface Props {
  readonly host: Host;
  readonly service: () => ServiceConditions;
  readonly title: string;
  /** Grows when a dialog's button has led here, so that the keyboard follows. */
  readonly attention: number;
}

/** The add-in's own task pane, in a frame as Outlook shows it. */
export function PaneFrame({ host, service, title, attention }: Props): ReactElement {
  const element = useRef<HTMLIFrameElement | null>(null);
  // Before the frame is loaded: its first script asks for the line.
  const place = useCallback((frame: HTMLIFrameElement | null) => {
    element.current = frame;
    if (!frame) return undefined;
    const takeBack = offerLine(frame, lineTo(host, 'pane', host.connect('pane'), service, () => undefined));
    frame.src = ADDIN.pane;
    return takeBack;
  }, [host, service]);

  useEffect(() => {
    if (attention > 0) element.current?.contentWindow?.focus();
  }, [attention]);

  return <iframe ref={place} className="pane-frame" title={title} />;
}
