import { ActionItem, useMenu } from "@action-telemetry/react";
import { FolderClosed, FolderGit2, FolderX, GitBranch, Info } from "lucide-react";
import type { ReactElement } from "react";
import type { TreeAnswer } from "../../api/TreeAnswer.ts";
import { Breadcrumbs } from "../app/Breadcrumbs.tsx";
import { useRepository } from "../app/RepositoryContext.ts";
import type { AnswerState } from "../data/useAnswer.ts";
import { findFolder } from "../file-tree/buildFileTree.ts";
import { FileIcon } from "../file-tree/FileIcon.tsx";
import type { FolderNode } from "../file-tree/FileTreeNode.ts";
import { fileAddress, folderAddress, type CodePlace } from "../navigation/Route.ts";
import { Failure } from "../states/Failure.tsx";
import { Loading } from "../states/Loading.tsx";
import { Notice } from "../states/Notice.tsx";
import { Readme } from "./Readme.tsx";

/** Props of {@link FolderPage}. */
export interface FolderPageProps {
  readonly place: CodePlace;
  readonly tree: AnswerState<TreeAnswer>;
  readonly root: FolderNode | undefined;
}

/** A folder: what is in it, and its readme. Renders a `<main>`. */
export function FolderPage({ place, tree, root }: FolderPageProps): ReactElement {
  const { checkout, withoutHistory } = useRepository();
  const items = useMenu("directory/page");
  const folder = root === undefined ? undefined : findFolder(root, place.path);
  return (
    <main className="cb-folder-page" id="content">
      <header className="cb-file-header">
        <div className="cb-file-title">
          <Breadcrumbs place={place} />
          <p className="cb-file-facts">
            {checkout !== undefined && (
              <span className="cb-fact">
                <GitBranch aria-hidden="true" />
                {place.revision?.slice(0, 10) ?? checkout.branch ?? checkout.commit?.slice(0, 10)}
              </span>
            )}
            {tree.status === "ready" && place.path === "" && (
              <span className="cb-fact">
                {(tree.value.files.length + tree.value.omitted).toLocaleString("en")} files
              </span>
            )}
          </p>
        </div>
        <div className="cb-page-actions">
          {items.map(({ key, action, alt }) => (
            <ActionItem key={key} action={action} alt={alt} surface="page" variant="toolbar" />
          ))}
        </div>
      </header>
      <div className="cb-folder-body">
        {withoutHistory !== undefined && (
          <p className="cb-banner">
            <Info aria-hidden="true" /> {withoutHistory}
          </p>
        )}
        {tree.status === "failed" && (
          <Failure title="The files could not be loaded" error={tree.error} retry={tree.retry} />
        )}
        {tree.status === "loading" && <Loading label="Loading the files" />}
        {tree.status === "ready" && <FolderContent folder={folder} place={place} />}
      </div>
    </main>
  );
}

function FolderContent(props: {
  readonly folder: FolderNode | undefined;
  readonly place: CodePlace;
}): ReactElement {
  const { folder, place } = props;
  if (folder === undefined) {
    return (
      <Notice
        icon={<FolderX />}
        title="There is no such folder"
        actions={
          <a className="cb-button" href="/">
            All files
          </a>
        }
      />
    );
  }
  if (folder.files.length + folder.folders.length === 0) {
    return (
      <Notice icon={<FolderClosed />} title="There are no files here">
        Files appear as soon as there are some that Git does not ignore.
      </Notice>
    );
  }
  const at = place.revision === undefined ? {} : { revision: place.revision };
  return (
    <>
      <ul className="cb-entries" aria-label="Content of the folder">
        {folder.folders.map(({ name, path }) => (
          <li key={path}>
            <a className="cb-entry" href={folderAddress({ path, ...at })}>
              <FolderClosed className="cb-folder-icon" aria-hidden="true" />
              {name}
            </a>
          </li>
        ))}
        {folder.files.map(({ name, path, submodule }) => (
          <li key={path}>
            {submodule ? (
              <span className="cb-entry">
                <FolderGit2 className="cb-folder-icon" aria-hidden="true" />
                {name} <span className="cb-muted">a repository of its own</span>
              </span>
            ) : (
              <a className="cb-entry" href={fileAddress({ path, ...at })}>
                <FileIcon name={name} />
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
      <Readme folder={folder} place={place} />
    </>
  );
}
