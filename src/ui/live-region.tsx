import { type ReactElement, useEffect, useRef, useState } from 'react';
import { styles } from './styles';

/**
 * Says a new verdict to screen readers, politely, and nothing when the pane is opened: then they
 * read the page anyway.
 */
export function LiveRegion({ announcement }: { readonly announcement: string }): ReactElement {
  const last = useRef(announcement);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (last.current === announcement) return;
    last.current = announcement;
    setSaid(announcement);
  }, [announcement]);
  return <div role="status" aria-live="polite" className={styles.hidden}>{said}</div>;
}
