import { countries } from './countries';
import { isMailProvider } from './mail-providers';
import { registrableDomain } from './public-suffixes/compact';

/** Facts about the world for the send bundle, where every KB counts. */
export const compactWorld = { registrableDomain, isMailProvider, countries };
