/** Written in by the build. */
declare const __UMSICHT_VERSION__: string;

/** The version of this program; from the sources there is none. */
export const VERSION = typeof __UMSICHT_VERSION__ === 'string' ? __UMSICHT_VERSION__ : 'development';
