import { useMemo, useState } from "react";
import type { FolderNode } from "./FileTreeNode.ts";
import { foldersAbove, listRows, type TreeRow } from "./listRows.ts";

/** Which folders of a tree are open and which row has the focus. */
export interface TreeState {
  readonly rows: readonly TreeRow[];
  /** The row with the focus, from 0. */
  readonly focused: number;
  readonly focus: (row: TreeRow) => void;
  /** Opens a folder, or closes it. */
  readonly toggle: (row: TreeRow) => void;
}

/**
 * Keeps the state of a tree. When the page goes elsewhere the folders above `current` open and the focus goes there;
 * folders that the person opened stay open.
 */
export function useTreeState(root: FolderNode, current: string): TreeState {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(() => new Set());
  const [focusedPath, setFocusedPath] = useState(current);
  const [followed, setFollowed] = useState<string>();
  if (followed !== current) {
    setFollowed(current);
    setFocusedPath(current);
    setExpanded(new Set([...expanded, ...foldersAbove(`${current}/`)]));
  }
  const rows = useMemo(() => listRows(root, expanded), [root, expanded]);
  const index = rows.findIndex((row) => row.path === focusedPath);
  return {
    rows,
    focused: Math.max(0, index),
    focus: (row) => setFocusedPath(row.path),
    toggle: ({ path }) => {
      const next = new Set(expanded);
      if (!next.delete(path)) {
        next.add(path);
      }
      setExpanded(next);
    },
  };
}
