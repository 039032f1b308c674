import type { CodeHost, CodeHostKind } from "@action-telemetry/code-hosts";
import type { ContentPage, PageStart } from "../page/ContentPage.ts";
import type { PageParts } from "./PageParts.ts";

/** What all parts of the content script hold. */
export interface ContentParts extends PageParts, Record<CodeHostKind, HostPart> {
  readonly page: { readonly showPage: (start: PageStart) => ContentPage };
}

/** What reads the pages of one kind of code host, and makes ours look like them. */
export interface HostPart {
  readonly host: CodeHost;
  /** The text of a style sheet. */
  readonly styles: string;
}
