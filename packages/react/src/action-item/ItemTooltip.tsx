import type { KeyboardPlatform } from "@action-telemetry/actions";
import type { ReactElement } from "react";
import { KeybindingKeys } from "../keyboard/KeybindingKeys.tsx";
import type { Messages } from "../messages/Messages.ts";
import { Tooltip } from "../tooltip/Tooltip.tsx";
import type { TooltipOwner } from "../tooltip/TooltipGroup.ts";
import type { ActionState } from "../use-action/ActionState.ts";
import type { ActionItemForm } from "./ActionItemForm.ts";
import { describeItem } from "./describeItem.ts";

/**
 * The open tooltip of an item: its name where that cannot be read on it, the keybinding, what went
 * wrong, why it is disabled, what it does, and the alternative.
 * Renders a `<div role="tooltip">` with a `<span>` a line; nothing when there is nothing to say.
 * Records nothing.
 */
export function ItemTooltip(props: ItemTooltipProps): ReactElement | null {
  const { anchor, owner, state, form, messages, platform } = props;
  const { heading, text, reason, error, alt } = describeItem(state, form, messages, platform);
  const keybinding = state.action?.keybindings[0];
  const first = heading ?? text;
  const lines = [
    heading !== undefined && text !== undefined && { kind: undefined, line: text },
    error !== undefined && { kind: "error", line: error },
    reason !== undefined && { kind: "reason", line: reason },
    alt !== undefined && { kind: "alt", line: alt },
  ].filter((line) => line !== false);
  if (first === undefined && keybinding === undefined && lines.length === 0) return null;
  return (
    <Tooltip anchor={anchor} owner={owner}>
      {(first !== undefined || keybinding !== undefined) && (
        <span className="at-tooltip-line" data-kind="heading">
          {first !== undefined && <span className="at-tooltip-text">{first}</span>}
          {keybinding !== undefined && (
            <KeybindingKeys keybinding={keybinding} platform={platform} />
          )}
        </span>
      )}
      {lines.map(({ kind, line }) => (
        <span key={line} className="at-tooltip-line" data-kind={kind}>
          {line}
        </span>
      ))}
    </Tooltip>
  );
}

/** The props of {@link ItemTooltip}. */
export interface ItemTooltipProps {
  readonly anchor: Element;
  readonly owner: TooltipOwner;
  readonly state: ActionState;
  readonly form: ActionItemForm;
  readonly messages: Messages;
  readonly platform: KeyboardPlatform;
}
