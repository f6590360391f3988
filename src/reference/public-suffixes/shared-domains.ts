/**
 * Domains below which strangers have mailboxes under names of their own, although the ICANN section
 * of the public suffix list does not say so: the tenants of Microsoft 365 (firm.onmicrosoft.com, and
 * firm.mail.onmicrosoft.com in hybrid operation; Microsoft, "Add your domain", 2026), and resold
 * second levels from the list's private section (CentralNic and others, state: November 2026).
 * Without them every tenant would be a colleague of every other one.
 */
const SHARED: ReadonlySet<string> = new Set(('onmicrosoft.com mail.onmicrosoft.com onmicrosoft.de onmicrosoft.us partner.onmschina.cn'
  + ' ae.org africa.com br.com cn.com co.com co.nl co.no com.de com.se de.com eu.com eu.org gb.net gr.com hu.net in.net jp.net jpn.com mex.com priv.at'
  + ' ru.com sa.com se.net uk.com uk.net us.com us.org za.com').split(' '));

/** Takes a domain in ASCII lower case. */
export function isShared(domain: string): boolean {
  return SHARED.has(domain);
}
