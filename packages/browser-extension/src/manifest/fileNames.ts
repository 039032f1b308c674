import type { PartName } from "../messages/PartName.ts";

/** The files of the built extension that are named outside of it. */
export const fileNames = {
  background: "background.js",
  content: "content.js",
  react: "react.js",
  page: "page.js",
  palette: "palette.js",
  hover: "hover.js",
  options: "options.html",
  managedSchema: "managed-schema.json",
} as const;

/** The files of each part of what runs in pages, in the order in which they run. */
export const partFiles: Readonly<Record<PartName, readonly string[]>> = {
  page: [fileNames.react, fileNames.page],
  palette: [fileNames.palette],
  hover: [fileNames.hover],
};

/** Every script that runs in pages. */
export const contentFiles: readonly string[] = [
  fileNames.content,
  ...Object.values(partFiles).flat(),
];
