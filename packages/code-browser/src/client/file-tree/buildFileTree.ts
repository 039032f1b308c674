import type { FileNode, FolderNode } from "./FileTreeNode.ts";

interface OpenFolder {
  readonly name: string;
  readonly path: string;
  readonly folders: Map<string, OpenFolder>;
  readonly files: FileNode[];
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Puts paths together to a tree; in each folder folders come first, names in natural order (`file2` before `file10`). */
export function buildFileTree(
  files: readonly string[],
  submodules: readonly string[] = [],
): FolderNode {
  const root = openFolder("", "");
  for (const path of files) {
    add(root, path, false);
  }
  for (const path of submodules) {
    add(root, path, true);
  }
  return finish(root);
}

/** The folder at a path; `undefined` when there is none. */
export function findFolder(root: FolderNode, path: string): FolderNode | undefined {
  let folder: FolderNode | undefined = root;
  for (const name of path === "" ? [] : path.split("/")) {
    folder = folder?.folders.find((candidate) => candidate.name === name);
  }
  return folder;
}

function add(root: OpenFolder, path: string, submodule: boolean): void {
  const names = path.split("/");
  const name = names.pop() ?? path;
  let folder = root;
  for (const step of names) {
    let next = folder.folders.get(step);
    if (next === undefined) {
      next = openFolder(step, folder.path === "" ? step : `${folder.path}/${step}`);
      folder.folders.set(step, next);
    }
    folder = next;
  }
  folder.files.push({ name, path, submodule });
}

function openFolder(name: string, path: string): OpenFolder {
  return { name, path, folders: new Map(), files: [] };
}

function finish(folder: OpenFolder): FolderNode {
  return {
    name: folder.name,
    path: folder.path,
    folders: [...folder.folders.values()].map(finish).sort(byName),
    files: folder.files.toSorted(byName),
  };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return collator.compare(a.name, b.name);
}
