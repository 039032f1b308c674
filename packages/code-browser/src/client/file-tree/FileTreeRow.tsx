import { ChevronRight, FolderClosed, FolderGit2, FolderOpen } from "lucide-react";
import type { CSSProperties, MouseEvent, ReactElement } from "react";
import { FileIcon } from "./FileIcon.tsx";
import type { TreeRow } from "./listRows.ts";

/** The height of every row, in CSS pixels. */
export const rowHeight = 28;

/** Props of {@link FileTreeRow}. */
export interface FileTreeRowProps {
  readonly id: string;
  readonly row: TreeRow;
  readonly index: number;
  readonly current: boolean;
  readonly focused: boolean;
  /** Where the row leads, for files. */
  readonly address: string | undefined;
  readonly onActivate: (row: TreeRow) => void;
}

/** One row of the file tree. Renders an `<a>` for a file, which opens in a new tab like any link, or a `<div>`. */
export function FileTreeRow(props: FileTreeRowProps): ReactElement {
  const { id, row, index, current, focused, address, onActivate } = props;
  const onClick = (event: MouseEvent) => {
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!modified) {
      event.preventDefault();
      onActivate(row);
    }
  };
  const shared = {
    id,
    role: "treeitem",
    className: "cb-tree-row",
    title: row.kind === "submodule" ? `${row.name} is a repository of its own` : row.path,
    tabIndex: -1,
    "aria-level": row.level,
    "aria-posinset": row.position,
    "aria-setsize": row.setSize,
    "aria-current": current ? ("page" as const) : undefined,
    "aria-selected": current,
    "data-focused": focused ? "" : undefined,
    style: { "--row": index, "--level": row.level } as CSSProperties,
    onClick,
  };
  return address === undefined ? (
    <div {...shared} aria-expanded={row.expanded} aria-disabled={row.kind === "submodule"}>
      <RowContent row={row} />
    </div>
  ) : (
    <a {...shared} href={address}>
      <RowContent row={row} />
    </a>
  );
}

function RowContent({ row }: { readonly row: TreeRow }): ReactElement {
  const Folder = row.expanded === true ? FolderOpen : FolderClosed;
  return (
    <>
      <ChevronRight
        className="cb-tree-chevron"
        data-open={row.expanded === true ? "" : undefined}
        data-hidden={row.expanded === undefined ? "" : undefined}
        aria-hidden="true"
      />
      {row.kind === "folder" && <Folder className="cb-folder-icon" aria-hidden="true" />}
      {row.kind === "submodule" && <FolderGit2 className="cb-folder-icon" aria-hidden="true" />}
      {row.kind === "file" && <FileIcon name={row.name} />}
      <span className="cb-tree-name">{row.name}</span>
    </>
  );
}
