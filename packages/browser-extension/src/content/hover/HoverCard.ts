import type { ContextStore } from "@action-telemetry/actions";
import type { CodeToken } from "@action-telemetry/code-hosts";

/** What the instance says of a word. */
export type HoverAnswer =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly message: string }
  /** Types and documentation, in Markdown of unknown origin. */
  | { readonly kind: "ready"; readonly markdown: string };

/** A card about one word of the code. */
export interface HoverCard {
  /** Tells words apart, and the same word pointed at again after a while. */
  readonly id: number;
  readonly token: CodeToken;
  readonly codeView: HTMLElement;
  readonly answer: HoverAnswer;
  /** The context of the card's own actions. */
  readonly scope: ContextStore;
  /** Whether a key asked for it, so that the focus goes to it. */
  readonly byKeyboard: boolean;
  /** Whether it stays when the pointer is elsewhere. */
  readonly isPinned: boolean;
}
