"use client";

import type { Surface } from "@action-telemetry/actions";
import { clsx } from "clsx";
import { forwardRef, useMemo, type ReactElement, type Ref } from "react";
import { ActionItem, type ActionItemProps } from "../action-item/ActionItem.tsx";
import { useMessages } from "../messages/useMessages.ts";
import { ActionMenu } from "./ActionMenu.tsx";
import type { MenuEntry } from "./MenuEntry.ts";

/**
 * A button for one action, and beside it one that opens its alternative and related actions.
 * Renders a `<div role="group">` with two `<button>`s.
 * Records the executions of both with one surface; an action that is chosen in the menu is itself, and
 * not logged as an alternative.
 *
 * @example
 * ```tsx
 * <ActionSplitButton action="file.copyLink" alt="file.copyPermalink" label="Copy options" />
 * ```
 */
export const ActionSplitButton = forwardRef<HTMLDivElement, ActionSplitButtonProps>(
  function ActionSplitButton(
    props: ActionSplitButtonProps,
    ref: Ref<HTMLDivElement>,
  ): ReactElement {
    const { label, items, className, menuSurface, ...item } = props;
    const { alt, surface = "page", variant = "default" } = item;
    const messages = useMessages();
    const entries = useMemo(
      () => [...(alt === undefined ? [] : [{ action: alt }]), ...(items ?? [])],
      [alt, items],
    );
    const name = label ?? messages.moreActions;
    return (
      <div
        ref={ref}
        role="group"
        aria-label={name}
        className={clsx("at-split", className)}
        data-variant={variant}
      >
        <ActionItem {...item} surface={surface} variant={variant} />
        <ActionMenu
          label={name}
          icon="chevron-down"
          items={entries}
          surface={menuSurface ?? surface}
          variant={variant}
          align="end"
          isIconOnly
        />
      </div>
    );
  },
);

/** The props of {@link ActionSplitButton}: its own, and those of the `ActionItem`. */
export interface ActionSplitButtonProps extends ActionItemProps {
  /** The name of the button that opens the menu. @default "More actions" */
  readonly label?: string | undefined;
  /** In the menu, after the alternative. */
  readonly items?: readonly MenuEntry[] | undefined;
  /** How it is logged what was run in the menu. @default that of the button */
  readonly menuSurface?: Surface | undefined;
}
