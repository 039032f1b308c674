import type { ResolvedMenuItem } from "@action-telemetry/actions";
import { ActionItem } from "@action-telemetry/react";
import type { ReactElement } from "react";

/** Props of {@link HoverActions}. */
export interface HoverActionsProps {
  readonly items: readonly ResolvedMenuItem[];
  /** Called when one of them has run well. */
  readonly onDone: () => void;
}

/** The actions for a word. Renders a `<div>`, or nothing when there are none. */
export function HoverActions({ items, onDone }: HoverActionsProps): ReactElement | null {
  if (items.length === 0) {
    return null;
  }
  return (
    <div className="cb-hover-actions">
      {items.map(({ key, action, alt }) => (
        <ActionItem
          key={key}
          action={action}
          alt={alt}
          surface="hover"
          variant="toolbar"
          onExecuted={(_details, outcome) => {
            if (outcome.status === "succeeded" || outcome.status === "opened") {
              onDone();
            }
          }}
        />
      ))}
    </div>
  );
}
