import type { PartName } from "../messages/PartName.ts";

/** The files of the built extension that are named outside of it. */
export const fileNames = {
  background: "background.js",
  content: "content.js",
  react: "react.js",
  page: "page.js",
  palette: "palette.js",
  hover: "hover.js",
  errors: "errors.js",
  options: "options.html",
  managedSchema: "managed-schema.json",
} as const;

const page = [fileNames.react, fileNames.page] as const;

/** The files of each part of what runs in pages, in the order in which they run; the last is named after it. */
export const partFiles: Readonly<Record<PartName, readonly string[]>> = {
  page,
  palette: [fileNames.palette],
  hover: [fileNames.hover],
  errors: [fileNames.errors],
  github: [...page, "github.js"],
  gitlab: [...page, "gitlab.js"],
  "bitbucket-server": [...page, "bitbucket-server.js"],
  "bitbucket-cloud": [...page, "bitbucket-cloud.js"],
  phabricator: [...page, "phabricator.js"],
  gerrit: [...page, "gerrit.js"],
};

/** Every script that runs in pages. */
export const contentFiles: readonly string[] = [
  ...new Set([fileNames.content, ...Object.values(partFiles).flat()]),
];
