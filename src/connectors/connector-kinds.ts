import type { ConnectorKind } from './connector-kind';
import { dataverse } from './dataverse/kind';
import { hubspot } from './hubspot/kind';
import { ldap } from './ldap/kind';
import { odoo } from './odoo/kind';
import { rest } from './rest/kind';
import { salesforce } from './salesforce/kind';
import { sqlView } from './sql-view/kind';

/** Every kind of CRM that can be asked, one folder each. */
export const CONNECTOR_KINDS: readonly ConnectorKind[] = [sqlView, dataverse, hubspot, salesforce, odoo, ldap, rest];
