"use client";

import type { ContextStore, Surface } from "@action-telemetry/actions";
import { clsx } from "clsx";
import {
  Fragment,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type FocusEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactElement,
} from "react";
import { useBrowserLayoutEffect } from "../effects/useBrowserLayoutEffect.ts";
import { ActionItem } from "../action-item/ActionItem.tsx";
import { ActionsScope } from "../actions-provider/ActionsScope.tsx";
import { useActions } from "../actions-provider/useActions.ts";
import { ActionMenu } from "../menu/ActionMenu.tsx";
import { mergeProps } from "../merge-props/mergeProps.ts";
import { moveFocus } from "../roving-focus/moveFocus.ts";
import { isText, type KeyedItem } from "./KeyedItem.ts";
import { useOverflow } from "./useOverflow.ts";
import { useToolbarItems, type ToolbarItem } from "./useToolbarItems.ts";

const moreKey = "more";
const controls = "[data-key]:not(span, [data-overflow])";
/** With fewer controls than that, arrows to move between them are more to learn than to gain. */
const fewestControls = 3;

/**
 * The actions of one code view: the items of the `editor/title` menu in the view's own scope, and
 * after them those that the application adds, such as "View file on the instance" or "Sign in". Where
 * there is not room for all, those with icons lose their labels, and then the last ones move into a
 * menu.
 * Renders a `<div role="toolbar">` with one stop in the tab order; arrows, Home and End move in it. A
 * `role="group"` for fewer than three controls. Nothing when there are no items.
 * Records the executions of its items with the surface `toolbar`, also of those in the menu.
 *
 * @example
 * ```tsx
 * <CodeViewToolbar scope={codeView.context} items={[{ action: viewFileOnInstance }]} />
 * ```
 */
export function CodeViewToolbar(props: CodeViewToolbarProps): ReactElement | null {
  const { scope, items, includeInactive, surface = "toolbar", ...others } = props;
  const { orientation = "horizontal", className, style, ...attributes } = others;
  const { messages } = useActions().actions;
  const isVertical = orientation === "vertical";
  const all = useToolbarItems({ scope, items, includeInactive });
  const row = useRef<HTMLDivElement>(null);
  const { isCompact, hidden, spare, breadth, focusedBefore } = useOverflow(row, all, isVertical);
  const [current, setCurrent] = useState<string | undefined>(undefined);
  const overflowing = useMemo(() => all.filter(({ key }) => hidden.has(key)), [all, hidden]);
  useBrowserLayoutEffect(
    () => keepFocus(row.current, focusedBefore.current),
    [hidden, focusedBefore],
  );
  if (all.length === 0) return null;

  const keys = all.filter((item) => !isText(item) && !hidden.has(item.key)).map(({ key }) => key);
  if (overflowing.length > 0) keys.push(moreKey);
  const isToolbar = all.filter((item) => !isText(item)).length >= fewestControls;
  const stop = current !== undefined && keys.includes(current) ? current : keys[0];
  const tabIndexOf = (key: string) => (!isToolbar || key === stop ? 0 : -1);
  const handlers = {
    onFocus(event: FocusEvent<HTMLDivElement>) {
      const key = event.target.closest<HTMLElement>("[data-key]")?.dataset["key"];
      if (key !== undefined) setCurrent(key);
    },
    onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
      if (isToolbar) moveFocus(event, controls, isVertical);
    },
  };
  const length = {
    ...(spare > 0 && { "--at-toolbar-spare": `${spare}px` }),
    ...(breadth > 0 && { "--at-toolbar-breadth": `${breadth}px` }),
  };
  const groupOfShown = groupStarts(all.filter(({ key }) => !hidden.has(key)));
  return (
    <ActionsScope scope={scope}>
      <div
        aria-label={messages.toolbar}
        {...mergeProps(handlers, attributes)}
        ref={row}
        role={isToolbar ? "toolbar" : "group"}
        aria-orientation={isToolbar && isVertical ? "vertical" : undefined}
        className={clsx("at-toolbar", className)}
        style={{ ...(length as CSSProperties), ...style }}
        data-orientation={orientation}
        data-compact={isCompact ? "" : undefined}
      >
        {all.map((item) => (
          <Fragment key={item.key}>
            {groupOfShown.has(item.key) && <Line isVertical={!isVertical} />}
            <ActionItem
              data-key={item.key}
              data-overflow={hidden.has(item.key) ? "" : undefined}
              action={item.action}
              alt={item.alt}
              surface={surface}
              variant="toolbar"
              isCompact={isCompact}
              {...(isText(item) ? {} : { tabIndex: tabIndexOf(item.key) })}
            />
          </Fragment>
        ))}
        {overflowing.length > 0 && (
          <ActionMenu
            data-key={moreKey}
            label={messages.moreActions}
            icon="more"
            isIconOnly
            items={overflowing}
            surface={surface}
            variant="toolbar"
            align="end"
            tabIndex={tabIndexOf(moreKey)}
          />
        )}
      </div>
    </ActionsScope>
  );
}

function Line({ isVertical }: { readonly isVertical: boolean }): ReactElement {
  const orientation = isVertical ? "vertical" : "horizontal";
  return <div role="separator" aria-orientation={orientation} className="at-toolbar-separator" />;
}

/** The keys of the items that begin another group than the item before them. */
function groupStarts(items: readonly KeyedItem[]): ReadonlySet<string> {
  const starts = items.filter(({ group }, place) => place > 0 && items[place - 1]?.group !== group);
  return new Set(starts.map(({ key }) => key));
}

/** The focus of an item that moves into the menu goes to the menu's button. */
function keepFocus(row: HTMLElement | null, focusedBefore: Element | null): void {
  if (focusedBefore?.matches("[data-overflow]") !== true) return;
  row?.querySelector<HTMLElement>(`:scope > [data-key="${moreKey}"]`)?.focus();
}

/** The props of {@link CodeViewToolbar}: its own, and those of a `<div>`. */
export interface CodeViewToolbarProps extends HTMLAttributes<HTMLDivElement> {
  /** The context of the code view. @default the provider's scope */
  readonly scope?: ContextStore | undefined;
  /** Shown after the contributed items, each with an ID of its own. */
  readonly items?: readonly ToolbarItem[] | undefined;
  /** Whether contributed items that are inactive are shown, disabled, with the reason. @default false */
  readonly includeInactive?: boolean | undefined;
  /** `vertical` needs an element around it that limits its height. @default "horizontal" */
  readonly orientation?: "horizontal" | "vertical" | undefined;
  /** How it is logged where its items were run. @default "toolbar" */
  readonly surface?: Surface | undefined;
}
