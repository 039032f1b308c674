"use client";

import type { ContextStore, ExecutionOutcome, MenuId, Surface } from "@action-telemetry/actions";
import { clsx } from "clsx";
import { useRef, type HTMLAttributes, type ReactElement } from "react";
import { ActionsScope } from "../actions-provider/ActionsScope.tsx";
import { Glyph } from "../icon/Glyph.tsx";
import { useMessages } from "../messages/useMessages.ts";
import type { PopupAnchor } from "../popup/showPopup.ts";
import { useMenu } from "../use-menu/useMenu.ts";
import { HoverActions } from "./HoverActions.tsx";
import { HoverBody } from "./HoverBody.tsx";
import { hasContent, type HoverState } from "./HoverState.ts";
import { useDelayed } from "./useDelayed.ts";
import { useHoverEvent } from "./useHoverEvent.ts";
import { useHoverPopup } from "./useHoverPopup.ts";

/**
 * What is known of a word of code, beside the word, with the actions of the `hover` menu. It can be
 * pointed at, reached and read by keyboard, kept open, and closed with Escape.
 * Renders a `<div role="dialog">`, not modal, in the top layer; nothing while it loads briefly, and
 * nothing when there is neither content nor an action.
 * Records `hover` once for each token whose content was really shown, and the executions of its
 * actions with the surface `hover`.
 *
 * @example
 * ```tsx
 * <HoverOverlay
 *   token={token.offset}
 *   label={token.text}
 *   anchor={tokenElement}
 *   state={{ kind: "ready", content: <Markdown text={hover.markdown} /> }}
 *   scope={tokenContext}
 *   onClose={close}
 * />
 * ```
 */
export function HoverOverlay(props: HoverOverlayProps): ReactElement | null {
  const {
    token,
    label,
    anchor,
    state,
    menu = "hover",
    scope,
    surface = "hover",
    ...others
  } = props;
  const { isPinned = false, onPinnedChange, onRetry, onClose, hasFocus = false, ...more } = others;
  const { loadingDelay = 150, className, ...attributes } = more;
  const messages = useMessages();
  const items = useMenu(menu, { scope });
  const popup = useRef<HTMLDivElement>(null);
  const isLoading = state.kind === "loading";
  const isSlow = useDelayed(isLoading, token, loadingDelay);
  const isReal = hasContent(state);
  const isShown = isLoading ? isSlow : state.kind === "failed" || isReal || items.length > 0;
  const giveBack = useHoverPopup(popup, {
    anchor,
    isShown,
    hasFocus,
    content: state,
    contentName: messages.hoverContent,
    onEscape: onClose,
  });
  useHoverEvent(popup, isShown && isReal, token);
  if (!isShown) return null;

  const close = (reason: HoverCloseReason) => {
    giveBack();
    onClose?.(reason);
  };
  const onExecuted = (_details: unknown, { status }: ExecutionOutcome) => {
    if (!isPinned && (status === "succeeded" || status === "opened")) close("executed");
  };
  return (
    <ActionsScope scope={scope}>
      <div
        {...attributes}
        ref={popup}
        className={clsx("at-hover", className)}
        role="dialog"
        aria-label={messages.hover(label)}
        aria-busy={isLoading ? true : undefined}
        popover="manual"
        tabIndex={-1}
        data-pinned={isPinned ? "" : undefined}
      >
        <div className="at-hover-main">
          <HoverBody state={state} onRetry={onRetry} />
          {onPinnedChange !== undefined && (
            <HoverButton
              name={messages.pin}
              glyph="pin"
              isPressed={isPinned}
              onPress={() => onPinnedChange(!isPinned)}
            />
          )}
          {isPinned && onClose !== undefined && (
            <HoverButton name={messages.close} glyph="close" onPress={() => close("button")} />
          )}
        </div>
        <HoverActions items={items} surface={surface} onExecuted={onExecuted} />
      </div>
    </ActionsScope>
  );
}

interface HoverButtonProps {
  readonly name: string;
  readonly glyph: "pin" | "close";
  readonly isPressed?: boolean;
  readonly onPress: () => void;
}

/** A control of the overlay itself, which is no action. */
function HoverButton({ name, glyph, isPressed, onPress }: HoverButtonProps): ReactElement {
  return (
    <button
      type="button"
      className="at-hover-button"
      aria-label={name}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      <Glyph name={glyph} />
    </button>
  );
}

/** Why a hover closes. */
export type HoverCloseReason = "escape" | "button" | "executed";

/** The props of {@link HoverOverlay}: its own, and those of a `<div>`. */
export interface HoverOverlayProps extends Omit<HTMLAttributes<HTMLDivElement>, "children"> {
  /** What is pointed at: `hover` is recorded once for each. */
  readonly token: string | number;
  /** The word, for the overlay's name. */
  readonly label: string;
  /** The word's element, or where it is in the viewport. Pass the same object on every render. */
  readonly anchor: PopupAnchor;
  readonly state: HoverState;
  /** Where its actions come from. @default "hover" */
  readonly menu?: MenuId | undefined;
  /** The context of its actions. @default the provider's scope */
  readonly scope?: ContextStore | undefined;
  /** How it is logged where its actions were run. @default "hover" */
  readonly surface?: Surface | undefined;
  /** Whether a key asked for it: the focus goes to it, and back when it closes. @default false */
  readonly hasFocus?: boolean | undefined;
  /** Whether it stays after the pointer has left and after an action was run. @default false */
  readonly isPinned?: boolean | undefined;
  /** Called when the person pins it or lets it go; absent: there is no button for that. */
  readonly onPinnedChange?: ((isPinned: boolean) => void) | undefined;
  /** Called to ask again after a failure; absent: there is no button for that. */
  readonly onRetry?: (() => void) | undefined;
  /** Called when it should go: Escape, its button, or an action that ran well. */
  readonly onClose?: ((reason: HoverCloseReason) => void) | undefined;
  /** Milliseconds before it says that it loads. @default 150 */
  readonly loadingDelay?: number | undefined;
}
