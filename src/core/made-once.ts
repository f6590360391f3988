/**
 * Makes what follows from `key` alone the first time it is asked for, and hands the same out again. For what is costly to put
 * together and never changed afterwards; it goes when its key goes.
 */
export function madeOnce<K extends object, V extends object>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const before = made.get(key);
    if (before) return before;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
