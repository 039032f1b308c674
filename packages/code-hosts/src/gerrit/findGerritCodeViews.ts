import { queryThroughShadows } from "../dom/queryThroughShadows.ts";
import {
  diffHosts,
  diffTables,
  diffView,
  fileList,
  observedPaths,
  queryGerrit,
} from "./gerritPaths.ts";

/** The code views of a page of Gerrit: the diff of one file, or of each file that is expanded in the list of a change. */
export function findGerritCodeViews(document: Document): readonly HTMLElement[] {
  const single = queryGerrit(document, diffView).filter((view) =>
    diffTables.some((path) => queryThroughShadows(view.shadowRoot ?? view, path).length > 0),
  );
  const expanded = queryGerrit(document, [...fileList, ".file-row.expanded"]);
  return [...single, ...expanded.filter((row) => findDiffHost(row) !== null)];
}

/** The element of the diff that belongs to an expanded row; it follows the row, or its wrapper. */
function findDiffHost(row: Element): Element | null {
  const next = row.nextElementSibling ?? row.closest(".stickyArea")?.nextElementSibling;
  return (next?.matches(diffHosts) ? next : next?.querySelector(diffHosts)) ?? null;
}

/** The shadow roots that code views appear in. */
export function findGerritShadowRoots(document: Document): readonly ShadowRoot[] {
  return observedPaths
    .flatMap((path) => queryGerrit(document, path))
    .map((element) => element.shadowRoot)
    .filter((root) => root !== null);
}
