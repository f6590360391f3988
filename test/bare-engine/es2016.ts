/**
 * What ECMA-262, 7th edition (June 2016) gives a script, annex B included: the globals, and per
 * global its own names and those of its prototype. Names in `SAME_AS_OBJECT` are on every object
 * or function and not repeated.
 */
export const ES2016: Readonly<Record<string, { readonly own?: string; readonly prototype?: string }>> = {
  Infinity: {}, NaN: {}, undefined: {},
  eval: {}, isFinite: {}, isNaN: {}, parseFloat: {}, parseInt: {},
  decodeURI: {}, decodeURIComponent: {}, encodeURI: {}, encodeURIComponent: {}, escape: {}, unescape: {},
  Object: {
    own: 'assign create defineProperties defineProperty freeze getOwnPropertyDescriptor getOwnPropertyNames getOwnPropertySymbols getPrototypeOf is isExtensible isFrozen isSealed keys preventExtensions seal setPrototypeOf',
    prototype: 'hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf __proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__',
  },
  Function: { prototype: 'apply arguments bind call caller length name toString' },
  Array: {
    own: 'from isArray of',
    prototype: 'concat copyWithin entries every fill filter find findIndex forEach includes indexOf join keys lastIndexOf length map pop push reduce reduceRight reverse shift slice some sort splice toLocaleString toString unshift values',
  },
  String: {
    own: 'fromCharCode fromCodePoint raw',
    prototype: 'charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf length localeCompare match normalize repeat replace search slice split startsWith substring toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase trim valueOf substr anchor big blink bold fixed fontcolor fontsize italics link small strike sub sup',
  },
  Number: {
    own: 'EPSILON MAX_SAFE_INTEGER MAX_VALUE MIN_SAFE_INTEGER MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY isFinite isInteger isNaN isSafeInteger parseFloat parseInt',
    prototype: 'toExponential toFixed toLocaleString toPrecision toString valueOf',
  },
  Boolean: { prototype: 'toString valueOf' },
  Symbol: {
    own: 'for hasInstance isConcatSpreadable iterator keyFor match replace search species split toPrimitive toStringTag unscopables',
    prototype: 'toString valueOf',
  },
  Math: {
    own: 'E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos acosh asin asinh atan atan2 atanh cbrt ceil clz32 cos cosh exp expm1 floor fround hypot imul log log10 log1p log2 max min pow random round sign sin sinh sqrt tan tanh trunc',
  },
  Date: {
    own: 'UTC now parse',
    prototype: 'getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTime getTimezoneOffset getUTCDate getUTCDay getUTCFullYear getUTCHours getUTCMilliseconds getUTCMinutes getUTCMonth getUTCSeconds getYear setDate setFullYear setHours setMilliseconds setMinutes setMonth setSeconds setTime setUTCDate setUTCFullYear setUTCHours setUTCMilliseconds setUTCMinutes setUTCMonth setUTCSeconds setYear toDateString toGMTString toISOString toJSON toLocaleDateString toLocaleString toLocaleTimeString toString toTimeString toUTCString valueOf',
  },
  RegExp: { prototype: 'compile exec flags global ignoreCase multiline source sticky test toString unicode' },
  Map: { prototype: 'clear delete entries forEach get has keys set size values' },
  Set: { prototype: 'add clear delete entries forEach has keys size values' },
  WeakMap: { prototype: 'delete get has set' },
  WeakSet: { prototype: 'add delete has' },
  Promise: { own: 'all race reject resolve', prototype: 'catch then' },
  Proxy: { own: 'revocable' },
  Reflect: { own: 'apply construct defineProperty deleteProperty get getOwnPropertyDescriptor getPrototypeOf has isExtensible ownKeys preventExtensions set setPrototypeOf' },
  JSON: { own: 'parse stringify' },
  Error: { prototype: 'message name toString' },
  EvalError: { prototype: 'message name' },
  RangeError: { prototype: 'message name' },
  ReferenceError: { prototype: 'message name' },
  SyntaxError: { prototype: 'message name' },
  TypeError: { prototype: 'message name' },
  URIError: { prototype: 'message name' },
  ArrayBuffer: { own: 'isView', prototype: 'byteLength slice' },
  DataView: {
    prototype: 'buffer byteLength byteOffset getFloat32 getFloat64 getInt16 getInt32 getInt8 getUint16 getUint32 getUint8 setFloat32 setFloat64 setInt16 setInt32 setInt8 setUint16 setUint32 setUint8',
  },
  Float32Array: { own: 'BYTES_PER_ELEMENT', prototype: 'BYTES_PER_ELEMENT' },
  Float64Array: { own: 'BYTES_PER_ELEMENT', prototype: 'BYTES_PER_ELEMENT' },
  Int8Array: { own: 'BYTES_PER_ELEMENT', prototype: 'BYTES_PER_ELEMENT' },
  Int16Array: { own: 'BYTES_PER_ELEMENT', prototype: 'BYTES_PER_ELEMENT' },
  Int32Array: { own: 'BYTES_PER_ELEMENT', prototype: 'BYTES_PER_ELEMENT' },
  Uint8Array: { own: 'BYTES_PER_ELEMENT', prototype: 'BYTES_PER_ELEMENT' },
  Uint8ClampedArray: { own: 'BYTES_PER_ELEMENT', prototype: 'BYTES_PER_ELEMENT' },
  Uint16Array: { own: 'BYTES_PER_ELEMENT', prototype: 'BYTES_PER_ELEMENT' },
  Uint32Array: { own: 'BYTES_PER_ELEMENT', prototype: 'BYTES_PER_ELEMENT' },
};

/** The nameless constructor above all typed arrays, reached from any of them. */
export const TYPED_ARRAY = {
  own: 'from of',
  prototype: 'buffer byteLength byteOffset copyWithin entries every fill filter find findIndex forEach includes indexOf join keys lastIndexOf length map reduce reduceRight reverse set slice some sort subarray toLocaleString toString values',
};

/** Names every constructor or prototype has for itself. */
export const SAME_AS_OBJECT = 'arguments caller constructor length name prototype';
