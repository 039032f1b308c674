import { useEffect, useId, useRef, type KeyboardEvent, type ReactElement } from "react";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { fileAddress } from "../navigation/Route.ts";
import type { FolderNode } from "./FileTreeNode.ts";
import { FileTreeRow, rowHeight } from "./FileTreeRow.tsx";
import type { TreeRow } from "./listRows.ts";
import { treeMove } from "./treeKeys.ts";
import { useTreeState } from "./useTreeState.ts";
import { useWindowedRows } from "./useWindowedRows.ts";

/** Props of {@link FileTree}. */
export interface FileTreeProps {
  readonly root: FolderNode;
  /** The file or folder that the page shows; its folders are opened. */
  readonly current: string;
  /** The revision that files open at; absent for the working tree. */
  readonly revision?: string;
}

/** The files of the repository as a tree. Only rows near the visible part are rendered. Renders a `<div role="tree">`. */
export function FileTree({ root, current, revision }: FileTreeProps): ReactElement {
  const { navigation } = useCodeBrowser();
  const { rows, focused, focus, toggle } = useTreeState(root, current);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const { first, end } = useWindowedRows(scroller, rows.length, rowHeight);
  const at = revision === undefined ? {} : { revision };
  const addressOf = ({ path }: TreeRow) => fileAddress({ path, ...at });

  // Only another page scrolls the tree; opening a folder must not.
  const revealed = useRef<string>(undefined);
  useEffect(() => {
    if (revealed.current !== current) {
      revealed.current = current;
      reveal(
        scroller.current,
        rows.findIndex((row) => row.path === current),
      );
    }
  }, [current, rows]);

  const activate = (row: TreeRow) => {
    focus(row);
    if (row.kind === "folder") {
      toggle(row);
    } else if (row.kind === "file") {
      navigation.go(addressOf(row));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    const move = modified ? undefined : treeMove(rows, focused, event.key);
    const row = move === undefined ? undefined : rows[move.index];
    if (move === undefined || row === undefined) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (move.kind === "open") {
      activate(row);
    } else if (move.kind === "focus") {
      focus(row);
      reveal(scroller.current, move.index);
    } else {
      toggle(row);
    }
  };
  // The row with the focus is rendered wherever it is: the tree points to it.
  const shown = rows
    .map((row, index) => ({ row, index }))
    .filter(({ index }) => (index >= first && index < end) || index === focused);
  return (
    <div
      ref={scroller}
      role="tree"
      aria-label="Files"
      className="cb-tree"
      tabIndex={0}
      aria-activedescendant={rows.length === 0 ? undefined : `${id}-${focused}`}
      onKeyDown={onKeyDown}
    >
      <div className="cb-tree-space" role="none" style={{ height: rows.length * rowHeight }}>
        {shown.map(({ row, index }) => (
          <FileTreeRow
            key={row.path}
            id={`${id}-${index}`}
            row={row}
            index={index}
            current={row.path === current}
            focused={index === focused}
            address={row.kind === "file" ? addressOf(row) : undefined}
            onActivate={activate}
          />
        ))}
      </div>
    </div>
  );
}

function reveal(scroller: HTMLElement | null, index: number): void {
  if (scroller === null || index < 0) {
    return;
  }
  const top = index * rowHeight;
  if (top < scroller.scrollTop || top + rowHeight > scroller.scrollTop + scroller.clientHeight) {
    scroller.scrollTop = top - scroller.clientHeight / 2;
  }
}
