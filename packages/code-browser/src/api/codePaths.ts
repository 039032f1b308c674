/** The paths of the application's own routes; every other path of the origin is the instance's or a page. */
export const codePaths = {
  repository: "/.api/code/repository",
  tree: "/.api/code/tree",
  blob: "/.api/code/blob",
  raw: "/.api/code/raw",
  blame: "/.api/code/blame",
  history: "/.api/code/history",
  hover: "/.api/code/hover",
  definition: "/.api/code/definition",
  references: "/.api/code/references",
  extensions: "/.api/code/extensions",
} as const;
