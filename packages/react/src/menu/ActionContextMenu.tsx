"use client";

import type { Surface } from "@action-telemetry/actions";
import {
  forwardRef,
  useRef,
  useState,
  type HTMLAttributes,
  type MouseEvent,
  type ReactElement,
  type Ref,
} from "react";
import { useElementId } from "../element-id/useElementId.ts";
import { ActionsScope } from "../actions-provider/ActionsScope.tsx";
import type { PopupAnchor } from "../popup/showPopup.ts";
import { MenuPopup } from "./MenuPopup.tsx";
import { useEntries, type EntrySource } from "./useEntries.ts";
import { useMenuState } from "./useMenuState.ts";

/**
 * An area with a menu of actions of its own, for the right button, a long press, and the menu key. With
 * Shift, or without entries, it is the browser's own menu.
 * Renders a `<div>` around its children and, while it is open, a `<div role="menu">`.
 * Records the executions of its items with the surface `menu`; opening it is no execution.
 *
 * @example
 * ```tsx
 * <ActionContextMenu label="Line 12" items={lineActions}>…</ActionContextMenu>
 * ```
 */
export const ActionContextMenu = forwardRef<HTMLDivElement, ActionContextMenuProps>(
  function ActionContextMenu(
    props: ActionContextMenuProps,
    ref: Ref<HTMLDivElement>,
  ): ReactElement {
    const {
      label,
      menu,
      items,
      scope,
      surface = "menu",
      radioGroups,
      children,
      ...attributes
    } = props;
    const entries = useEntries({ menu, items, scope });
    const popup = useRef<HTMLDivElement>(null);
    const before = useRef<HTMLElement>(null);
    const [anchor, setAnchor] = useState<PopupAnchor | undefined>(undefined);
    const state = useMenuState(false, popup, before);
    const id = useElementId();
    const openAt = (event: MouseEvent<HTMLDivElement>) => {
      attributes.onContextMenu?.(event);
      if (event.defaultPrevented || event.shiftKey || entries.length === 0) return;
      event.preventDefault();
      before.current = focusedIn(event.currentTarget);
      const { clientX, clientY } = event;
      setAnchor({ getBoundingClientRect: () => new DOMRect(clientX, clientY, 0, 0) });
      // Only the right button has a pointer that could rest on an item.
      state.open(event.button === 2 ? "none" : "first");
    };
    return (
      <>
        <div {...attributes} ref={ref} onContextMenu={openAt}>
          {children}
        </div>
        {state.isMounted && anchor !== undefined && (
          <ActionsScope scope={scope}>
            <MenuPopup
              {...state}
              id={id}
              label={label}
              popup={popup}
              entries={entries}
              surface={surface}
              anchor={anchor}
              opener={nothing}
              hasIcons
              radioGroups={radioGroups}
              onClose={state.close}
            />
          </ActionsScope>
        )}
      </>
    );
  },
);

const nothing = { current: null };

function focusedIn(element: Element): HTMLElement | null {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  return activeElement as HTMLElement | null;
}

/** The props of {@link ActionContextMenu}: its own, and those of a `<div>`. */
export interface ActionContextMenuProps extends EntrySource, HTMLAttributes<HTMLDivElement> {
  /** The name of the menu. */
  readonly label: string;
  /** How it is logged where its items were run. @default "menu" */
  readonly surface?: Surface | undefined;
  /** Groups whose toggles exclude one another: radio buttons in place of check boxes. */
  readonly radioGroups?: readonly string[] | undefined;
}
