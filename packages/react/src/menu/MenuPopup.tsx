import type { Surface } from "@action-telemetry/actions";
import {
  Fragment,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type RefObject,
} from "react";
import type { PlacementOptions } from "../popup/placePopup.ts";
import { showPopup, type PopupAnchor } from "../popup/showPopup.ts";
import { useDismiss } from "../popup/useDismiss.ts";
import { moveFocus } from "../roving-focus/moveFocus.ts";
import { createTypeAhead } from "../roving-focus/typeAhead.ts";
import { groupEntries } from "./groupEntries.ts";
import { entryKey, type MenuEntry } from "./MenuEntry.ts";
import { MenuItem } from "./MenuItem.tsx";

/** Which item has the focus when a menu opens; `none` for a pointer, which is on none yet. */
export type InitialFocus = "first" | "last" | "none";

const itemSelector = "[role^=menuitem]";

/**
 * An open menu: arrows, Home, End and letters move in it, Escape and Tab close it.
 * Renders a `<div role="menu">` in the top layer, beside what opened it in the document, so that it
 * inherits theme, direction and shadow root.
 * Records nothing itself.
 */
export function MenuPopup(props: MenuPopupProps): ReactElement {
  const { id, label, popup, entries, surface, anchor, opener, isOpen, onClose } = props;
  const { align = "start", radioGroups = [] } = props;
  const typeAhead = useRef(createTypeAhead());
  const lastKey = useRef("");
  const inside = useMemo(() => [popup, opener], [popup, opener]);
  const closeElsewhere = useCallback(() => onClose("elsewhere"), [onClose]);

  useLayoutEffect(() => {
    if (isOpen && popup.current !== null) showPopup(popup.current, anchor, { align, gap: 4 });
  }, [popup, isOpen, anchor, align, entries]);
  useLayoutEffect(() => {
    if (isOpen) focusFirst(popup.current, props.initialFocus);
  }, [popup, isOpen, props.initialFocus]);
  useReplace(popup, anchor, align);
  useDismiss(isOpen, inside, closeElsewhere);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    lastKey.current = event.key;
    // What is typed in a menu is no shortcut of the page.
    if (event.key !== "Tab") event.stopPropagation();
    if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      onClose(event.key === "Escape" ? "escape" : "tab");
      return;
    }
    if (typeLetter(event, typeAhead.current)) return;
    typeAhead.current.reset();
    moveFocus(event, itemSelector, true);
  };
  const onRun = (isToggle: boolean) => {
    if (!(isToggle && lastKey.current === " ")) onClose("run");
  };
  return (
    <div
      ref={popup}
      id={id}
      className="at-menu"
      role="menu"
      aria-label={label}
      popover="manual"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onPointerDown={() => (lastKey.current = "")}
      onPointerMove={followPointer}
      onPointerLeave={() => popup.current?.focus({ preventScroll: true })}
      onBlur={(event) => {
        if (hasLeft(event, opener.current)) onClose("elsewhere");
      }}
      onContextMenu={(event) => event.preventDefault()}
    >
      {groupEntries(entries).map(({ name, entries: items }, index) => {
        const isRadio = name !== undefined && radioGroups.includes(name);
        const lines = items.map((entry) => (
          <MenuItem
            key={entryKey(entry)}
            entry={entry}
            surface={surface}
            isRadio={isRadio}
            hasIcons={props.hasIcons}
            onRun={onRun}
          />
        ));
        return (
          <Fragment key={items[0] && entryKey(items[0])}>
            {index > 0 && <div role="separator" className="at-menu-separator" />}
            {isRadio ? (
              <div role="group" className="at-menu-group">
                {lines}
              </div>
            ) : (
              lines
            )}
          </Fragment>
        );
      })}
    </div>
  );
}

/** Moves to the item that begins with what is typed; false when the key is none for that. */
function typeLetter(
  event: KeyboardEvent<HTMLElement>,
  typeAhead: ReturnType<typeof createTypeAhead>,
): boolean {
  const { key, timeStamp, currentTarget, target } = event;
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (modified || Array.from(key).length !== 1 || (key === " " && !typeAhead.isTyping(timeStamp))) {
    return false;
  }
  const items = [...currentTarget.querySelectorAll<HTMLElement>(itemSelector)];
  const titles = items.map((item) => item.dataset["label"] ?? "");
  const place = typeAhead.type(key, timeStamp, titles, items.indexOf(target as HTMLElement));
  // A space within a word would press the button.
  event.preventDefault();
  if (place !== undefined) items[place]?.focus();
  return true;
}

function focusFirst(popup: HTMLElement | null, initialFocus: InitialFocus): void {
  const items = popup?.querySelectorAll<HTMLElement>(itemSelector);
  const item =
    initialFocus === "none" ? popup : items?.[initialFocus === "last" ? items.length - 1 : 0];
  item?.focus({ preventScroll: initialFocus === "none" });
}

/** The item under a moving pointer has the focus; one that rests where a menu opens selects nothing. */
function followPointer(event: PointerEvent<HTMLElement>): void {
  if (event.pointerType === "touch") return;
  const item = (event.target as Element).closest<HTMLElement>(itemSelector);
  if (item?.matches(":focus") === false) item.focus({ preventScroll: true });
}

/** Whether the focus goes elsewhere; on the opener it is on its way to close the menu. */
function hasLeft(
  { currentTarget, relatedTarget }: FocusEvent<HTMLElement>,
  opener: Element | null,
): boolean {
  if (relatedTarget === null || relatedTarget === opener) return false;
  return !currentTarget.contains(relatedTarget);
}

/** Keeps a menu at its anchor while the page scrolls or is resized. */
function useReplace(
  popup: RefObject<HTMLElement | null>,
  anchor: PopupAnchor,
  align: PlacementOptions["align"],
): void {
  useEffect(() => {
    const element = popup.current;
    const view = element?.ownerDocument.defaultView;
    if (element === null || view === null || view === undefined) return;
    const replace = (event: Event) => {
      if (event.target !== element) showPopup(element, anchor, { align: align ?? "start", gap: 4 });
    };
    view.addEventListener("scroll", replace, { capture: true, passive: true });
    view.addEventListener("resize", replace);
    return () => {
      view.removeEventListener("scroll", replace, true);
      view.removeEventListener("resize", replace);
    };
  }, [popup, anchor, align]);
}

/** Why a menu closes: the focus goes back to its opener but for `elsewhere` and `tab`. */
export type CloseReason = "run" | "escape" | "tab" | "elsewhere";

/** The props of {@link MenuPopup}. */
export interface MenuPopupProps {
  readonly id: string;
  /** Its accessible name. */
  readonly label: string;
  readonly popup: RefObject<HTMLDivElement | null>;
  readonly isOpen: boolean;
  readonly entries: readonly MenuEntry[];
  readonly surface: Surface;
  readonly anchor: PopupAnchor;
  /** What a press on leaves the menu open. */
  readonly opener: RefObject<Element | null>;
  readonly initialFocus: InitialFocus;
  readonly align?: PlacementOptions["align"];
  /** Whether its items have a column for icons and marks. */
  readonly hasIcons: boolean;
  /** Groups whose toggles exclude one another. */
  readonly radioGroups?: readonly string[] | undefined;
  readonly onClose: (reason: CloseReason) => void;
}
