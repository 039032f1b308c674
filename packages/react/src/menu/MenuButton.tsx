import { clsx } from "clsx";
import {
  forwardRef,
  useMemo,
  type ButtonHTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type Ref,
} from "react";
import type { ActionItemVariant } from "../action-item/ActionItemForm.ts";
import { ActionIcon } from "../icon/ActionIcon.tsx";
import { Glyph } from "../icon/Glyph.tsx";
import type { GlyphName } from "../icon/glyphs.ts";
import { mergeProps } from "../merge-props/mergeProps.ts";
import { mergeRefs } from "../merge-props/mergeRefs.ts";
import { useTooltip } from "../tooltip/useTooltip.tsx";
import type { MenuState } from "./useMenuState.ts";

/**
 * The button of a menu: a click opens and closes it, the arrows open it at its ends.
 * Renders a `<button>`, with a tooltip where only its icon is shown.
 * Records nothing.
 */
export const MenuButton = forwardRef<HTMLButtonElement, MenuButtonProps>(function MenuButton(
  props: MenuButtonProps,
  ref: Ref<HTMLButtonElement>,
): ReactElement {
  const { label, icon, variant, isIconOnly, menuId, state, className, ...attributes } = props;
  const { isOpen } = state;
  const { ref: tooltipRef, element: tooltip } = useTooltip(
    isIconOnly && !isOpen ? label : undefined,
  );
  const merged = useMemo(() => mergeRefs<HTMLButtonElement>(tooltipRef, ref), [tooltipRef, ref]);
  const handlers = {
    onClick(event: MouseEvent) {
      if (event.defaultPrevented) return;
      if (isOpen) state.close("escape");
      else state.open(event.detail === 0 ? "first" : "none");
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      state.open(event.key === "ArrowDown" ? "first" : "last");
    },
  };
  return (
    <>
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        aria-label={isIconOnly ? label : undefined}
        {...mergeProps(handlers, attributes)}
        ref={merged}
        className={clsx("at-item", "at-menu-button", className)}
        data-variant={variant}
        data-icon-only={isIconOnly ? "" : undefined}
        data-open={isOpen ? "" : undefined}
      >
        {icon !== undefined && (
          <span className="at-item-icon">
            <ActionIcon icon={{ kind: "bundled", name: icon }} />
          </span>
        )}
        {!isIconOnly && (
          <>
            <span className="at-item-label">{label}</span>
            <Glyph name="chevron-down" className="at-icon at-chevron" />
          </>
        )}
      </button>
      {tooltip}
    </>
  );
});

/** The props of {@link MenuButton}: its own, and those of a `<button>`. */
export interface MenuButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  "type" | "children"
> {
  readonly label: string;
  readonly icon: GlyphName | undefined;
  readonly variant: ActionItemVariant;
  readonly isIconOnly: boolean;
  readonly menuId: string;
  readonly state: MenuState;
}
