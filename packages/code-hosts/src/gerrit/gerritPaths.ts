import type { ShadowPath } from "../dom/queryThroughShadows.ts";

/** The element of Gerrit's application; everything else is in shadow roots below it. */
export const gerritApp = "gr-app#app, gr-app";

const app: ShadowPath = [gerritApp, "#app-element, gr-app-element"];

/** The page of a change. */
export const changeView: ShadowPath = [...app, "gr-change-view"];

/** The list of a change's files, with the diffs of those that are expanded. */
export const fileList: ShadowPath = [...changeView, "#fileList, gr-file-list"];

/** The page of the diff of one file. */
export const diffView: ShadowPath = [...app, "gr-diff-view"];

/** From an element that holds diffs to the table of one. */
export const diffTable: ShadowPath = ["#diffHost, gr-diff-host", "#diff, gr-diff", "#diffTable"];

/** The bar at the top. */
export const mainHeader: ShadowPath = [...app, "#mainHeader, gr-main-header"];

/** Every element in whose shadow root code views and mounts appear. */
export const observedPaths: readonly ShadowPath[] = [
  [gerritApp],
  app,
  changeView,
  fileList,
  diffView,
  mainHeader,
];
