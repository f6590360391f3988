import { createOffice } from '../simulator/office';
import { EXCHANGE } from './frame-line';
import { fetchUnder } from './service-conditions';

/*
 * What stands in for office.js in a frame of the add-in: asks the playground around it for Outlook
 * and sets `Office`, before the page's own scripts run. In a page of its own it does nothing, as
 * if office.js had not loaded.
 */

const line = window.parent === window ? null : window.parent[EXCHANGE]?.lineFor(window) ?? null;

if (line) {
  const { Office, invoke } = createOffice(line.connection, line.client, line.runtime);
  Object.assign(window, { Office });
  window.addEventListener('load', () => line.loaded(invoke));

  const reach = window.fetch.bind(window);
  window.fetch = (address, init) => fetchUnder(line.service(), reach, String(address), init);
}
