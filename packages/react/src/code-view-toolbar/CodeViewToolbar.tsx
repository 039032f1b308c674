"use client";

import type { ContextStore } from "@action-telemetry/actions";
import { clsx } from "clsx";
import {
  useState,
  type FocusEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactElement,
} from "react";
import { ActionItem } from "../action-item/ActionItem.tsx";
import { ActionsScope } from "../actions-provider/ActionsScope.tsx";
import { useActions } from "../actions-provider/useActions.ts";
import { mergeProps } from "../merge-props/mergeProps.ts";
import type { ActionReference } from "../use-action/ActionReference.ts";
import { useMenu } from "../use-menu/useMenu.ts";
import { moveFocus } from "../roving-focus/moveFocus.ts";

/**
 * The actions of one code view: the items of the `editor/title` menu in the view's own scope, and
 * after them those that the application adds, such as "View file on the instance" or "Sign in".
 * Renders a `<div role="toolbar">` with one stop in the tab order; arrows, Home and End move in it.
 * Nothing when there are no items.
 * Records the executions of its items with the surface `toolbar`.
 *
 * @example
 * ```tsx
 * <CodeViewToolbar scope={codeView.context} items={[{ action: viewFileOnInstance }]} />
 * ```
 */
export function CodeViewToolbar(props: CodeViewToolbarProps): ReactElement | null {
  const { scope, items = noItems, surface = "toolbar", className, ...attributes } = props;
  const { messages } = useActions().actions;
  const contributed = useMenu("editor/title", { scope });
  const [current, setCurrent] = useState<string | undefined>(undefined);
  const own = items.map((item) => ({ ...item, key: `own:${idOf(item.action)}` }));
  const all = [...contributed, ...own];
  if (all.length === 0) return null;

  const focusable = all.filter(({ action }) => !isText(action));
  const stop = focusable.some(({ key }) => key === current) ? current : focusable[0]?.key;
  const handlers = {
    onFocus(event: FocusEvent<HTMLDivElement>) {
      const key = event.target.closest<HTMLElement>("[data-key]")?.dataset["key"];
      if (key !== undefined) setCurrent(key);
    },
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => moveFocus(event, "[data-key]:not(span)"),
  };
  return (
    <ActionsScope scope={scope}>
      <div
        aria-label={messages.toolbar}
        {...mergeProps(handlers, attributes)}
        role="toolbar"
        className={clsx("at-toolbar", className)}
      >
        {all.map(({ key, action, alt }) => (
          <ActionItem
            key={key}
            data-key={key}
            action={action}
            alt={alt}
            surface={surface}
            variant="toolbar"
            {...(isText(action) ? {} : { tabIndex: key === stop ? 0 : -1 })}
          />
        ))}
      </div>
    </ActionsScope>
  );
}

const noItems: readonly ToolbarItem[] = [];

function idOf(action: ActionReference): string {
  return typeof action === "string" ? action : action.id;
}

/** Whether an item is a no-op, which is shown as text and takes no focus. */
function isText(action: ActionReference): boolean {
  return typeof action === "object" && "kind" in action && action.kind === "noop";
}

/** An item that an application adds to a toolbar. */
export interface ToolbarItem {
  readonly action: ActionReference;
  readonly alt?: ActionReference | undefined;
}

/** The props of {@link CodeViewToolbar}: its own, and those of a `<div>`. */
export interface CodeViewToolbarProps extends HTMLAttributes<HTMLDivElement> {
  /** The context of the code view. @default the provider's scope */
  readonly scope?: ContextStore | undefined;
  /** Shown after the contributed items, each with an ID of its own. */
  readonly items?: readonly ToolbarItem[] | undefined;
  /** How it is logged where its items were run. @default "toolbar" */
  readonly surface?: string | undefined;
}
