import {
  Fragment,
  useLayoutEffect,
  useRef,
  useState,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import { useActions } from "../../actions-provider/useActions.ts";
import { listId } from "../OpenPalette.ts";
import { useOpenPalette } from "../PaletteContext.ts";
import type { PaletteOption } from "../rows/PaletteRow.ts";
import type { PlacedRow, RowList } from "../rows/RowList.ts";
import {
  headingHeight,
  listPadding,
  overscan,
  optionHeight,
  tallestList,
} from "../rows/rowSizes.ts";
import { CommandPaletteItem } from "./CommandPaletteItem.tsx";
import { PlacedOptionContext } from "./PlacedOption.ts";

/**
 * The list of a palette. Only the rows that can be seen, and the selected one, are rendered.
 * Renders a `<div role="listbox">`, or nothing where there is no row.
 * Records nothing itself.
 */
export function CommandPaletteList({ children = renderItem }: CommandPaletteListProps): ReactNode {
  const { messages } = useActions().actions;
  const palette = useOpenPalette("List");
  const { session, scroller, state } = palette;
  const { rows, selected, status } = state;
  const [scrollTop, setScrollTop] = useState(0);
  const [lastHeight, setLastHeight] = useState<number | undefined>(undefined);
  const hasMoved = usePointerMoved();
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || rows.count === 0) return;
    element.scrollTo(0, scrollToShow(rows, selected, element));
    setScrollTop(element.scrollTop);
    setLastHeight(element.clientHeight);
  }, [rows, selected, scroller]);
  if (rows.count === 0) {
    // What comes in a moment should not make the panel jump.
    if (status !== "searching" && status !== "loading") return null;
    return (
      <div className="at-palette-list" aria-busy style={{ height: lastHeight }}>
        {status === "loading" && (
          <div className="at-palette-loading" aria-hidden>
            {messages.pageLoading(state.title ?? "")}
          </div>
        )}
      </div>
    );
  }
  return (
    <div
      ref={scroller}
      className="at-palette-list"
      role="listbox"
      id={listId(palette)}
      aria-label={state.title ?? messages.paletteList}
      aria-busy={status === "loading" || undefined}
      tabIndex={-1}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div role="presentation" className="at-palette-canvas" style={{ height: rows.height }}>
        {rowsToRender(rows, selected, scrollTop).map(({ row, top }) =>
          row.kind === "heading" ? (
            <div
              key={row.key}
              role="presentation"
              className="at-palette-heading"
              style={{ top, height: headingHeight }}
            >
              {row.text}
            </div>
          ) : (
            <PlacedOptionContext.Provider
              key={row.key}
              value={{ top, onPoint: (event) => hasMoved(event) && session.select(row.index) }}
            >
              <Fragment>{children(row)}</Fragment>
            </PlacedOptionContext.Provider>
          ),
        )}
      </div>
    </div>
  );
}

function renderItem(option: PaletteOption): ReactElement {
  return <CommandPaletteItem option={option} />;
}

/** Those that can be seen, some around them, and the selected one, which must be there to be named. */
function rowsToRender(rows: RowList, selected: number, scrollTop: number): readonly PlacedRow[] {
  const around = overscan * optionHeight;
  const seen = rows.between(scrollTop - around, scrollTop + tallestList + around);
  const option = rows.option(selected);
  if (option === undefined || seen.some(({ row }) => row === option)) return seen;
  return [...seen, { row: option, top: rows.stretchOf(selected).bottom - optionHeight }];
}

/** How far to scroll for an option to be seen with the heading above it, as little as possible. */
function scrollToShow(
  rows: RowList,
  index: number,
  list: { readonly scrollTop: number; readonly clientHeight: number },
): number {
  if (index < 0) return 0;
  const { top, bottom } = rows.stretchOf(index);
  if (top - listPadding < list.scrollTop) return top - listPadding;
  return Math.max(list.scrollTop, bottom + listPadding - list.clientHeight);
}

/**
 * Tells a pointer that moves from one that rests while the list opens or scrolls under it: browsers
 * report both.
 */
function usePointerMoved(): (event: PointerEvent) => boolean {
  const last = useRef<string | undefined>(undefined);
  return ({ screenX, screenY, movementX, movementY }) => {
    const now = `${screenX},${screenY}`;
    const hasMovement = movementX !== 0 || movementY !== 0;
    const moved = last.current === undefined ? hasMovement : last.current !== now;
    last.current = now;
    return moved;
  };
}

/** The props of {@link CommandPaletteList}. */
export interface CommandPaletteListProps {
  /** Renders a row, as a `CommandPalette.Item` with content of its own. @default the standard one */
  readonly children?: (option: PaletteOption) => ReactNode;
}
