import { ErrorBoundary } from "@action-telemetry/error-reporting/react";
import { useEffect, useMemo, type ReactElement } from "react";
import type { ExtensionsAnswer } from "../../api/ExtensionsAnswer.ts";
import type { RepositoryAnswer } from "../../api/RepositoryAnswer.ts";
import type { TreeAnswer } from "../../api/TreeAnswer.ts";
import { codePaths } from "../../api/codePaths.ts";
import { registerExtensions } from "../actions/registerExtensions.ts";
import { sampleExtensions } from "../actions/sampleExtensions.ts";
import { withQuery } from "../data/fetchAnswer.ts";
import { useAnswer, type AnswerState } from "../data/useAnswer.ts";
import { buildFileTree } from "../file-tree/buildFileTree.ts";
import { parseRoute, type Route } from "../navigation/Route.ts";
import { showAlone } from "../states/FailedPage.tsx";
import { Failure } from "../states/Failure.tsx";
import { Loading } from "../states/Loading.tsx";
import { useAddress, useCodeBrowser } from "./CodeBrowser.ts";
import { Header } from "./Header.tsx";
import { Page } from "./Page.tsx";
import { RepositoryContext } from "./RepositoryContext.ts";
import { ShortcutsDialog } from "./ShortcutsDialog.tsx";
import { Sidebar } from "./Sidebar.tsx";

/** The page around everything: header, files, and the page that the address names. Renders a `<div>`. */
export function Shell(): ReactElement {
  const address = useAddress();
  const route = useMemo(() => parseRoute(new URL(address.href)), [address.href]);
  const repository = useAnswer<RepositoryAnswer>(codePaths.repository);
  const { registry } = useCodeBrowser();
  useEffect(
    () => registry.context.update({ "location.hash": address.hash }),
    [address.hash, registry],
  );
  useExtensions();
  useDocumentTitle(route, repository);
  if (repository.status === "failed") {
    return (
      <main className="cb-alone">
        <h1 className="cb-visually-hidden">Code</h1>
        <Failure
          title="The repository could not be opened"
          error={repository.error}
          retry={repository.retry}
        />
      </main>
    );
  }
  if (repository.status !== "ready") {
    return (
      <main className="cb-alone">
        <h1 className="cb-visually-hidden">Code</h1>
        <Loading label="Opening the repository" />
      </main>
    );
  }
  return (
    <RepositoryContext value={repository.value}>
      <OpenShell route={route} />
    </RepositoryContext>
  );
}

function OpenShell({ route }: { readonly route: Route }): ReactElement {
  const { errorReports } = useCodeBrowser();
  const revision = "revision" in route ? route.revision : undefined;
  const tree = useAnswer<TreeAnswer>(withQuery(codePaths.tree, { revision }));
  const value = tree.status === "ready" ? tree.value : undefined;
  const root = useMemo(
    () => (value === undefined ? undefined : buildFileTree(value.files, value.submodules)),
    [value],
  );
  const current = "path" in route ? route.path : "";
  return (
    <div className="cb-shell">
      <a className="cb-skip" href="#content">
        Skip to the content
      </a>
      <Header />
      <div className="cb-columns">
        <Sidebar
          tree={tree}
          root={root}
          current={current}
          {...(revision === undefined ? {} : { revision })}
        />
        <ErrorBoundary reporting={errorReports} resetKey={route} fallback={showAlone}>
          <Page route={route} tree={tree} root={root} />
        </ErrorBoundary>
      </div>
      <ShortcutsDialog />
    </div>
  );
}

/** Registers the extensions that the server was started with and those that come along. */
function useExtensions(): void {
  const { registry } = useCodeBrowser();
  const answer = useAnswer<ExtensionsAnswer>(codePaths.extensions);
  const known = answer.status === "ready" || answer.status === "failed";
  const extensions = answer.status === "ready" ? answer.value.extensions : undefined;
  useEffect(() => {
    if (!known) {
      return undefined;
    }
    const named = (extensions ?? []).map(({ manifest }) => manifest);
    return registerExtensions(registry, named, sampleExtensions);
  }, [extensions, known, registry]);
}

function useDocumentTitle(route: Route, repository: AnswerState<RepositoryAnswer>): void {
  const { registry } = useCodeBrowser();
  const facts = repository.status === "ready" ? repository.value : undefined;
  useEffect(() => {
    const name = facts?.name ?? "Code";
    const path = "path" in route ? route.path : "";
    const page = route.page === "telemetry" ? "Telemetry" : path.slice(path.lastIndexOf("/") + 1);
    document.title = page === "" ? name : `${page} · ${name}`;
    registry.context.update({ "repository.hasHistory": facts?.checkout !== undefined || null });
  }, [facts, registry, route]);
}
