import type { ResolvedAction } from "../registry/ResolvedAction.ts";
import type { Gesture } from "./Gesture.ts";

/** What a gesture on a rendered action amounts to. */
export type GestureDecision =
  /** Nothing runs and nothing is logged. */
  | { readonly run: "nothing" }
  /**
   * The action, or its alternative, runs. `navigation` is `browser` when the browser's own handling
   * of the anchor opens the right URL; otherwise prevent the default and let the executor do it.
   */
  | {
      readonly run: "action" | "alt";
      readonly navigation: "browser" | "executor";
      readonly newTab: boolean;
    };

const nothing: GestureDecision = { run: "nothing" };

/**
 * Decides what a gesture on an action runs, for a link (rendered as an anchor with its own `href`)
 * and for a button. Disabled and no-op actions run nothing.
 *
 * @param gesture - The event, as plain facts.
 * @param action - The action as rendered.
 * @param alt - The alternative action of the item.
 */
export function decideGesture(
  gesture: Gesture,
  action: ResolvedAction,
  alt?: ResolvedAction,
): GestureDecision {
  if (action.disabled || action.kind === "noop") return nothing;
  const middle = gesture.type === "auxclick" && gesture.button === 1;
  if (!middle && (gesture.type !== "click" || gesture.button !== 0)) return nothing;
  const usableAlt = alt !== undefined && !alt.disabled && alt.kind !== "noop" ? alt : undefined;
  return action.kind === "link"
    ? decideLink(gesture, middle, usableAlt)
    : decideButton(gesture, middle, usableAlt);
}

/** A modifier or the middle button asks for a tab; the alternative fills it when it is a link. */
function decideLink(
  gesture: Gesture,
  middle: boolean,
  alt: ResolvedAction | undefined,
): GestureDecision {
  const newTab = middle || gesture.ctrlKey || gesture.metaKey;
  if (newTab && alt?.kind === "link") return { run: "alt", navigation: "executor", newTab: true };
  // Alt+click on an anchor downloads in some browsers, which nobody wants of an alternative.
  if (gesture.altKey && alt !== undefined) {
    return { run: "alt", navigation: "executor", newTab: false };
  }
  return { run: "action", navigation: "browser", newTab };
}

function decideButton(
  gesture: Gesture,
  middle: boolean,
  alt: ResolvedAction | undefined,
): GestureDecision {
  const modified = middle || gesture.altKey || gesture.ctrlKey || gesture.metaKey;
  if (modified && alt !== undefined) {
    return { run: "alt", navigation: "executor", newTab: alt.kind === "link" };
  }
  return middle ? nothing : { run: "action", navigation: "executor", newTab: false };
}
