/**
 * A thing Outlook does that an add-in can fall into. Each ends as a test that fails when it is stepped
 * into, or as a sentence in docs/deployment.md where no code can help; some as both.
 *
 * Compiled from Microsoft's documentation (OfficeDev/office-js-docs-pr and office-js-docs-reference, as
 * of 2026-08-21) and from issues of OfficeDev/office-js.
 */
export interface Trap {
  readonly trap: string;
  /** `#1234`: issue of OfficeDev/office-js; `docs-pr#1234`: of office-js-docs-pr; else what Microsoft's page is about. */
  readonly from: readonly string[];
  readonly answer: string;
  /** File below test/, and the title as it stands in the source. */
  readonly heldBy?: readonly (readonly [file: string, title: string])[];
  /** Heading in docs/deployment.md. */
  readonly toldIn?: string;
}
