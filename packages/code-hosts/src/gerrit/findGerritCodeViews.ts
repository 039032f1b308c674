import { queryThroughShadows } from "../dom/queryThroughShadows.ts";
import { diffTable, diffView, fileList, observedPaths } from "./gerritPaths.ts";

/** The code views of a page of Gerrit: the diff of one file, or of each file that is expanded in the list of a change. */
export function findGerritCodeViews(document: Document): readonly HTMLElement[] {
  const single = queryThroughShadows(document, diffView).filter(
    (view) => queryThroughShadows(view.shadowRoot ?? view, diffTable).length > 0,
  );
  const expanded = queryThroughShadows(document, [...fileList, ".file-row.expanded"]);
  return [...single, ...expanded.filter((row) => findDiffHost(row) !== null)];
}

/** The element of the diff that belongs to an expanded row; it follows the row, or its wrapper. */
function findDiffHost(row: Element): Element | null {
  const next = row.nextElementSibling ?? row.closest(".stickyArea")?.nextElementSibling;
  const host = next?.matches("gr-diff-host") ? next : next?.querySelector("gr-diff-host");
  return host ?? null;
}

/** The shadow roots that code views appear in. */
export function findGerritShadowRoots(document: Document): readonly ShadowRoot[] {
  return observedPaths
    .flatMap((path) => queryThroughShadows(document, path))
    .map((element) => element.shadowRoot)
    .filter((root) => root !== null);
}
