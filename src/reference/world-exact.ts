import { countries } from './countries';
import { isMailProvider } from './mail-providers';
import { registrableDomain } from './public-suffixes/exact';

/** Facts about the world as rules ask for them, with the whole public suffix list. */
export const exactWorld = { registrableDomain, isMailProvider, countries };
