import { Compass } from "lucide-react";
import type { ReactElement } from "react";
import type { TreeAnswer } from "../../api/TreeAnswer.ts";
import { FilePage } from "../code-view/FilePage.tsx";
import type { AnswerState } from "../data/useAnswer.ts";
import { FolderPage } from "../directory/FolderPage.tsx";
import type { FolderNode } from "../file-tree/FileTreeNode.ts";
import type { Route } from "../navigation/Route.ts";
import { Notice } from "../states/Notice.tsx";
import { TelemetryPage } from "../telemetry/TelemetryPage.tsx";

/** Props of {@link Page}. */
export interface PageProps {
  readonly route: Route;
  readonly tree: AnswerState<TreeAnswer>;
  readonly root: FolderNode | undefined;
}

/** The page that the address names. Renders a `<main>`. */
export function Page({ route, tree, root }: PageProps): ReactElement {
  switch (route.page) {
    case "file":
      return <FilePage place={route} hash={route} />;
    case "folder":
      return <FolderPage place={route} tree={tree} root={root} />;
    case "telemetry":
      return <TelemetryPage />;
    case "unknown":
      return (
        <main className="cb-alone" id="content">
          <h1 className="cb-visually-hidden">Not found</h1>
          <Notice
            icon={<Compass />}
            title="There is nothing at this address"
            actions={
              <a className="cb-button" href="/">
                All files
              </a>
            }
          />
        </main>
      );
  }
}
