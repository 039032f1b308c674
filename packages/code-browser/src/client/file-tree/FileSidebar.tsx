import { useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import type { TreeAnswer } from "../../api/TreeAnswer.ts";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { useSignal } from "../app/Signal.ts";
import type { AnswerState } from "../data/useAnswer.ts";
import { fileAddress } from "../navigation/Route.ts";
import { Failure } from "../states/Failure.tsx";
import { Loading } from "../states/Loading.tsx";
import { FileFilter } from "./FileFilter.tsx";
import { FileMatches } from "./FileMatches.tsx";
import { FileTree } from "./FileTree.tsx";
import type { FolderNode } from "./FileTreeNode.ts";
import { filterFiles } from "./filterFiles.ts";

/** Props of {@link FileSidebar}. */
export interface FileSidebarProps {
  readonly tree: AnswerState<TreeAnswer>;
  readonly root: FolderNode | undefined;
  readonly current: string;
  readonly revision?: string;
}

/** The files of the repository beside the code: a field to go to one, and the tree. Renders a fragment. */
export function FileSidebar({ tree, root, current, revision }: FileSidebarProps): ReactElement {
  const { navigation, requests } = useCodeBrowser();
  const [query, setQuery] = useState("");
  const [selected, setSelected] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useSignal(requests.filterFiles, () => {
    input.current?.focus();
    input.current?.select();
  });
  const at = revision === undefined ? {} : { revision };
  const files = tree.status === "ready" ? tree.value.files : undefined;
  const matches = useMemo(
    () => (query.trim() === "" || files === undefined ? undefined : filterFiles(files, query)),
    [files, query],
  );
  const change = (next: string) => {
    setQuery(next);
    setSelected(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = matches?.length ?? 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const match = matches?.[selected];
    if (step !== undefined && count > 0) {
      event.preventDefault();
      setSelected((selected + step + count) % count);
    } else if (event.key === "Enter" && match !== undefined) {
      event.preventDefault();
      navigation.go(fileAddress({ path: match.path, ...at }));
      change("");
      // Leaves the field, so that single-key shortcuts work on the file that was opened.
      input.current?.blur();
    } else if (event.key === "Escape") {
      change("");
    }
  };

  return (
    <>
      <FileFilter
        inputRef={input}
        query={query}
        matches={matches?.length}
        onChange={change}
        onKeyDown={onKeyDown}
      />
      {matches !== undefined && (
        <FileMatches query={query.trim()} matches={matches} selected={selected} {...at} />
      )}
      {matches === undefined && root !== undefined && (
        <FileTree root={root} current={current} {...at} />
      )}
      {tree.status === "loading" && <Loading label="Loading the files" />}
      {tree.status === "failed" && (
        <Failure title="The files could not be loaded" error={tree.error} retry={tree.retry} />
      )}
      {tree.status === "ready" && tree.value.omitted > 0 && (
        <p className="cb-tree-note">{tree.value.omitted} more files are not listed.</p>
      )}
    </>
  );
}
