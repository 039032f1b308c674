import type { ResolvedMenuItem, Surface } from "@action-telemetry/actions";
import type { ReactElement } from "react";
import { ActionItem, type ActionItemProps } from "../action-item/ActionItem.tsx";
import { useMessages } from "../messages/useMessages.ts";

/**
 * The actions of a hover.
 * Renders a `<div role="group">`; nothing without actions.
 * Records their executions.
 */
export function HoverActions(props: HoverActionsProps): ReactElement | null {
  const { items, surface, onExecuted } = props;
  const messages = useMessages();
  if (items.length === 0) return null;
  return (
    <div className="at-hover-actions" role="group" aria-label={messages.hoverActions}>
      {items.map(({ key, action, alt }) => (
        <ActionItem
          key={key}
          action={action}
          alt={alt}
          surface={surface}
          variant="toolbar"
          onExecuted={onExecuted}
        />
      ))}
    </div>
  );
}

/** The props of {@link HoverActions}. */
export interface HoverActionsProps extends Pick<ActionItemProps, "onExecuted"> {
  readonly items: readonly ResolvedMenuItem[];
  readonly surface: Surface;
}
