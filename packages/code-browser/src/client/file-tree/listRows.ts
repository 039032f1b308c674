import type { FolderNode } from "./FileTreeNode.ts";

/** One visible row of the file tree. */
export interface TreeRow {
  readonly kind: "folder" | "file" | "submodule";
  readonly name: string;
  readonly path: string;
  /** From 1, as `aria-level` counts. */
  readonly level: number;
  /** Only of folders. */
  readonly expanded?: boolean;
  /** The place among its siblings, from 1. */
  readonly position: number;
  /** How many siblings there are, itself included. */
  readonly setSize: number;
}

/** Lists the rows that are visible while `expanded` folders are open. */
export function listRows(root: FolderNode, expanded: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  addRows(rows, root, expanded, 1);
  return rows;
}

/** Every folder on the way to a path, from the root's child on; the path itself is not one of them. */
export function foldersAbove(path: string): string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

function addRows(
  rows: TreeRow[],
  folder: FolderNode,
  expanded: ReadonlySet<string>,
  level: number,
): void {
  const setSize = folder.folders.length + folder.files.length;
  folder.folders.forEach((child, index) => {
    const open = expanded.has(child.path);
    const position = index + 1;
    const { name, path } = child;
    rows.push({ kind: "folder", name, path, level, expanded: open, position, setSize });
    if (open) {
      addRows(rows, child, expanded, level + 1);
    }
  });
  folder.files.forEach(({ name, path, submodule }, index) => {
    const position = folder.folders.length + index + 1;
    rows.push({ kind: submodule ? "submodule" : "file", name, path, level, position, setSize });
  });
}
