/** The origin the add-in is served from, without a trailing slash. Put in by webpack; the service replaces it when it serves another origin. */
declare const __UMSICHT_ORIGIN__: string;

/** The version in package.json. Put in by webpack. */
declare const __UMSICHT_VERSION__: string;
