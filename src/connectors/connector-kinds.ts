import type { ConnectorKind } from './connector-kind';
import { rest } from './rest/kind';
import { sqlView } from './sql-view/kind';

/** Every kind of CRM that can be asked, one folder each. */
export const CONNECTOR_KINDS: readonly ConnectorKind[] = [sqlView, rest];
