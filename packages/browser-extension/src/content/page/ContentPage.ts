import type { CodeHost } from "@action-telemetry/code-hosts";
import type { Background } from "../../messages/Background.ts";
import type { ExtensionState } from "../../messages/ExtensionState.ts";
import type { PageParts } from "../parts/PageParts.ts";
import type { Parts } from "../parts/Parts.ts";

/** What a page of a code host is shown with. */
export interface PageStart {
  readonly document: Document;
  readonly host: CodeHost;
  /** What makes ours look like the host: the text of a style sheet. */
  readonly styles: string;
  readonly background: Background;
  /** Loads what is not always needed. */
  readonly parts: Parts<PageParts>;
}

/** What is ours on a page, while the extension is switched on. */
export interface ContentPage {
  /** Follows another state: another instance, session or list of extensions. */
  update(state: ExtensionState): void;
  /** Takes everything of ours off the page. */
  stop(): void;
}
