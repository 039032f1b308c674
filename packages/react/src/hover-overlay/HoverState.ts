import type { ReactNode } from "react";

/** What is known of the thing that is pointed at. */
export type HoverState =
  /** It is being asked for; shown when that takes a while. */
  | { readonly kind: "loading" }
  /** Asking for it went wrong; `message` is a sentence for the person. */
  | { readonly kind: "failed"; readonly message: string }
  /** The answer. Without content only the actions are shown, and without those nothing. */
  | { readonly kind: "ready"; readonly content?: ReactNode };

/** Whether there is something to read: what makes a hover one that counts. */
export function hasContent(state: HoverState): boolean {
  if (state.kind !== "ready") return false;
  const { content } = state;
  return content !== undefined && content !== null && content !== false && content !== "";
}
