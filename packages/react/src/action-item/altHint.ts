import type { KeyboardPlatform } from "@action-telemetry/actions";
import type { Messages } from "../messages/Messages.ts";
import type { ActionState } from "../use-action/ActionState.ts";

/**
 * The line that tells how to reach the alternative: "Ctrl-click: View on Codecov". Undefined when
 * there is none that may run.
 */
export function altHint(
  { alt, kind, disabled }: ActionState,
  messages: Messages,
  platform: KeyboardPlatform,
): string | undefined {
  if (alt === undefined || alt.disabled || alt.kind === "noop" || disabled) return undefined;
  const click = isReachedByAlt(kind, alt.kind) ? messages.altClick : messages.modifierClick;
  return messages.altHint(click(platform), alt.title);
}

/**
 * Whether only the Alt key reaches an alternative: any other modifier asks a browser for a new tab of
 * a link, which only another link can fill.
 */
export function isReachedByAlt(kind: ActionState["kind"], altKind: ActionState["kind"]): boolean {
  return kind === "link" && altKind !== "link";
}
