"use client";

import type { Surface } from "@action-telemetry/actions";
import {
  forwardRef,
  useMemo,
  useRef,
  useState,
  type ButtonHTMLAttributes,
  type ReactElement,
  type Ref,
} from "react";
import { useElementId } from "../element-id/useElementId.ts";
import type { ActionItemVariant } from "../action-item/ActionItemForm.ts";
import { ActionsScope } from "../actions-provider/ActionsScope.tsx";
import type { GlyphName } from "../icon/glyphs.ts";
import { mergeRefs } from "../merge-props/mergeRefs.ts";
import type { PlacementOptions } from "../popup/placePopup.ts";
import { MenuButton } from "./MenuButton.tsx";
import { MenuPopup } from "./MenuPopup.tsx";
import { useEntries, type EntrySource } from "./useEntries.ts";
import { useMenuState } from "./useMenuState.ts";

/**
 * A button that opens a menu of actions. Toggles are check boxes in it, those of a group in
 * `radioGroups` radio buttons; arrows, Home, End and letters move, Escape closes, and the focus is
 * back at the button before an action runs.
 * Renders a `<button>` and, while it is open, a `<div role="menu">`; nothing without entries.
 * Records the executions of its items with the surface `menu`; opening it is no execution.
 *
 * @example
 * ```tsx
 * <ActionMenu label="Help" icon="question" menu="help" />
 * ```
 */
export const ActionMenu = forwardRef<HTMLButtonElement, ActionMenuProps>(function ActionMenu(
  props: ActionMenuProps,
  ref: Ref<HTMLButtonElement>,
): ReactElement | null {
  const { label, menu, items, scope, surface = "menu", variant = "default", ...others } = props;
  const { icon, isIconOnly = variant === "icon", defaultOpen = false, ...more } = others;
  const { radioGroups, align, hasIcons = true, ...attributes } = more;
  const entries = useEntries({ menu, items, scope });
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const state = useMenuState(defaultOpen, popup, opener);
  const id = useElementId();
  const merged = useMemo(() => {
    const own = (element: HTMLButtonElement | null) => {
      opener.current = element;
      setButton(element);
    };
    return mergeRefs<HTMLButtonElement>(own, ref);
  }, [ref]);
  if (entries.length === 0) return null;
  return (
    <>
      <MenuButton
        {...attributes}
        {...{ label, icon, variant, isIconOnly, state }}
        ref={merged}
        menuId={id}
      />
      {state.isMounted && button !== null && (
        <ActionsScope scope={scope}>
          <MenuPopup
            {...{ id, label, popup, entries, surface, opener, align, hasIcons, radioGroups }}
            isOpen={state.isOpen}
            initialFocus={state.initialFocus}
            anchor={button}
            onClose={state.close}
          />
        </ActionsScope>
      )}
    </>
  );
});

/** The props of {@link ActionMenu}: its own, and those of a `<button>`. */
export interface ActionMenuProps
  extends EntrySource, Omit<ButtonHTMLAttributes<HTMLButtonElement>, "type" | "children"> {
  /** The name of the button and of the menu. */
  readonly label: string;
  /** A bundled icon. */
  readonly icon?: GlyphName | undefined;
  /** How it is logged where its items were run. @default "menu" */
  readonly surface?: Surface | undefined;
  /** How the button looks. @default "default" */
  readonly variant?: ActionItemVariant | undefined;
  /** Whether the button shows its icon only. @default whether the variant is `icon` */
  readonly isIconOnly?: boolean | undefined;
  /** Groups whose toggles exclude one another: radio buttons in place of check boxes. */
  readonly radioGroups?: readonly string[] | undefined;
  /** Which edges of button and menu meet, as the text runs. @default "start" */
  readonly align?: PlacementOptions["align"];
  /** Whether there is a column for icons and marks. @default true */
  readonly hasIcons?: boolean | undefined;
  /** Whether it is open from the beginning. @default false */
  readonly defaultOpen?: boolean | undefined;
}
