import { queryThroughShadows, type ShadowPath } from "../dom/queryThroughShadows.ts";
import { gerritApp } from "./gerritApp.ts";

const appElement = "#app-element, gr-app-element";

/** The page of a change. */
export const changeView: ShadowPath = ["gr-change-view"];

/** The list of a change's files, with the diffs of those that are expanded. */
export const fileList: ShadowPath = [...changeView, "#fileList, gr-file-list"];

/** The page of the diff of one file. */
export const diffView: ShadowPath = ["gr-diff-view"];

/** The elements that have a diff: `gr-diff` alone in version 2. */
export const diffHosts = "#diffHost, gr-diff-host, gr-diff";

/** From an element that holds diffs to the table of one. */
export const diffTables: readonly ShadowPath[] = [
  ["#diffHost, gr-diff-host", "#diff, gr-diff", "#diffTable"],
  ["#diff, gr-diff", "#diffTable"],
];

/** The bar at the top. */
export const mainHeader: ShadowPath = ["#mainHeader, gr-main-header"];

/** Every element in whose shadow root code views and mounts appear. */
export const observedPaths: readonly ShadowPath[] = [
  [],
  changeView,
  fileList,
  diffView,
  mainHeader,
];

/** The elements at the end of a path in Gerrit's application, which is an element in an element since version 3. */
export function queryGerrit(container: ParentNode, path: ShadowPath): readonly HTMLElement[] {
  const paths = [
    [gerritApp, appElement, ...path],
    [gerritApp, ...path],
  ];
  return [...new Set(paths.flatMap((whole) => queryThroughShadows(container, whole)))];
}
