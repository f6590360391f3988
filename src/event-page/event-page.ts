import { runtimeClock } from '../outlook/clock';
import { pageSignIn } from '../sign-in/page-sign-in';
import type { Fetch } from '../client/http';

/*
 * What the page of the browser runtimes has besides the send bundle: requests of the bundle to the service go out with a token
 * where Outlook gives one without a window. The bundle itself, which classic Outlook on Windows runs without this page, is the
 * same everywhere and knows of no sign-in.
 */

const bare: Fetch = window.fetch.bind(window);
const { fetch } = pageSignIn(bare, runtimeClock());
window.fetch = fetch as typeof window.fetch;
