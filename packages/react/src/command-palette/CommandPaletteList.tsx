import {
  useLayoutEffect,
  useRef,
  useState,
  type PointerEvent,
  type ReactElement,
  type RefObject,
} from "react";
import { useActions } from "../actions-provider/useActions.ts";
import { CommandPaletteOption } from "./CommandPaletteOption.tsx";
import { usePalette } from "./PaletteContext.ts";
import type { PaletteList } from "./usePaletteList.ts";
import { isOption } from "./PaletteRow.ts";
import { headingHeight, optionHeight, scrollToRow, visibleRows } from "./RowLayout.ts";
import type { RunRow } from "./useRunRow.ts";

/**
 * The list of a palette. Only the rows that can be seen, and the selected one, are rendered.
 * Renders a `<div role="listbox">`.
 * Records nothing itself.
 */
export function CommandPaletteList({ list, run, scroller }: CommandPaletteListProps): ReactElement {
  const { messages } = useActions().actions;
  const { id } = usePalette("List");
  const [scrollTop, setScrollTop] = useState(0);
  const { rows, layout, selected } = list;
  const selectedRow = selected === undefined ? -1 : rows.indexOf(selected);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTo(0, scrollToRow(rows, layout, selectedRow, element));
    setScrollTop(element.scrollTop);
  }, [rows, layout, selectedRow, scroller]);
  const hasMoved = usePointerMoved();
  const { first, last } = visibleRows(layout, scrollTop);
  const indexes = [];
  for (let index = first; index < last; index += 1) indexes.push(index);
  if (selectedRow >= 0 && (selectedRow < first || selectedRow >= last)) indexes.push(selectedRow);
  return (
    <div
      ref={scroller}
      className="at-palette-list"
      role="listbox"
      id={`${id}list`}
      aria-label={messages.paletteList}
      tabIndex={-1}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div role="presentation" className="at-palette-canvas" style={{ height: layout.height }}>
        {indexes.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          const top = layout.tops[index] ?? 0;
          if (!isOption(row)) {
            const style = { top, height: headingHeight };
            return (
              <div key={row.key} role="presentation" className="at-palette-heading" style={style}>
                {row.text}
              </div>
            );
          }
          return (
            <CommandPaletteOption
              key={row.key}
              option={row}
              id={`${id}option:${row.key}`}
              count={list.count}
              selected={row === selected}
              style={{ top, height: optionHeight }}
              run={run}
              onPoint={(event) => hasMoved(event) && list.select(row.key)}
            />
          );
        })}
      </div>
    </div>
  );
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
  readonly list: PaletteList;
  readonly run: RunRow;
  readonly scroller: RefObject<HTMLDivElement | null>;
}
