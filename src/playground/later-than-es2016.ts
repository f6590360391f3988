/*
 * Built-ins that came after ECMAScript 2016, by the object they hang on. Classic Outlook on Windows
 * before version 2403 has none of them. Source: the editions of ECMA-262 from 2017 to 2025.
 */

/** Names on the global object. */
export const LATER_GLOBALS: readonly string[] = [
  'globalThis', 'SharedArrayBuffer', 'Atomics', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'WeakRef', 'FinalizationRegistry',
  'AggregateError', 'Iterator', 'Float16Array', 'AsyncIterator', 'SuppressedError', 'DisposableStack', 'AsyncDisposableStack', 'Temporal',
];

/** Names on objects that stay, by the path to the object. */
export const LATER_MEMBERS: { readonly [path: string]: readonly string[] } = {
  Object: ['values', 'entries', 'getOwnPropertyDescriptors', 'fromEntries', 'hasOwn', 'groupBy'],
  'String.prototype': ['padStart', 'padEnd', 'trimStart', 'trimEnd', 'matchAll', 'replaceAll', 'at', 'isWellFormed', 'toWellFormed'],
  Array: ['fromAsync'],
  'Array.prototype': ['flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
  'Uint8Array.prototype.__proto__': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'],
  Promise: ['allSettled', 'any', 'withResolvers', 'try'],
  'Promise.prototype': ['finally'],
  Symbol: ['asyncIterator', 'matchAll', 'dispose', 'asyncDispose'],
  'Symbol.prototype': ['description'],
  'RegExp.prototype': ['dotAll', 'hasIndices', 'unicodeSets'],
  RegExp: ['escape'],
  Map: ['groupBy'],
  'Set.prototype': ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
  'ArrayBuffer.prototype': ['resize', 'resizable', 'maxByteLength', 'transfer', 'transferToFixedLength', 'detached'],
  Math: ['f16round', 'sumPrecise'],
  Error: ['isError'],
};
