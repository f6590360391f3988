import { useEffect, useState } from 'react';

/** True once something has been going on for so long that it is worth a word; short waits would only flicker. */
export function useLasting(going: boolean, milliseconds: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!going) return undefined;
    const timer = setTimeout(() => setLasting(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [going, milliseconds]);
  return going && lasting;
}
