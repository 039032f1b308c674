import type { KeyboardPlatform } from "@action-telemetry/actions";
import type { ReactElement } from "react";
import { KeybindingKeys } from "../keyboard/KeybindingKeys.tsx";
import type { ItemLines } from "./describeItem.ts";

/**
 * What the tooltip of an item says.
 * Renders a `<span>` a line.
 * Records nothing.
 */
export function ActionItemTooltip({ lines, platform }: ActionItemTooltipProps): ReactElement {
  const { heading, text, reason, error, alt, keybinding } = lines;
  const first = heading ?? text;
  return (
    <>
      {(first !== undefined || keybinding !== undefined) && (
        <span className="at-tooltip-line" data-kind="heading">
          {first !== undefined && <span className="at-tooltip-text">{first}</span>}
          {keybinding !== undefined && (
            <KeybindingKeys keybinding={keybinding} platform={platform} />
          )}
        </span>
      )}
      {heading !== undefined && text !== undefined && (
        <span className="at-tooltip-line">{text}</span>
      )}
      {error !== undefined && (
        <span className="at-tooltip-line" data-kind="error">
          {error}
        </span>
      )}
      {reason !== undefined && (
        <span className="at-tooltip-line" data-kind="reason">
          {reason}
        </span>
      )}
      {alt !== undefined && (
        <span className="at-tooltip-line" data-kind="alt">
          {alt}
        </span>
      )}
    </>
  );
}

/** The props of {@link ActionItemTooltip}. */
export interface ActionItemTooltipProps {
  readonly lines: ItemLines;
  readonly platform: KeyboardPlatform;
}
