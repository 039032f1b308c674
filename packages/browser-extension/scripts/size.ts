/** `pnpm run check:size`: weighs what runs in pages, part by part, against what it may weigh. */
import { gzipSync } from "node:zlib";
import { contentFiles, fileNames } from "../src/manifest/fileNames.ts";
import { buildParts } from "./buildParts.ts";

/** Bytes at gzip's level 9. May go down; up only for a reason. */
const budgets: Readonly<Record<string, number>> = {
  // On every page that the extension may run on.
  [fileNames.content]: 3300,
  // On pages of code hosts, and one of those that read them.
  [fileNames.react]: 67_800,
  [fileNames.page]: 57_600,
  "github.js": 5100,
  "gitlab.js": 3300,
  "bitbucket-server.js": 2400,
  "bitbucket-cloud.js": 2600,
  "phabricator.js": 2200,
  "gerrit.js": 2000,
  // When they are wanted.
  [fileNames.palette]: 18_600,
  [fileNames.hover]: 19_400,
  // While errors may be reported.
  [fileNames.errors]: 3800,
};

const files = await buildParts();
for (const name of contentFiles) {
  const code = files.find(({ fileName, type }) => fileName === name && type === "chunk");
  const text = code?.type === "chunk" ? code.code : "";
  const size = gzipSync(text, { level: 9 }).length;
  const budget = budgets[name] ?? 0;
  process.stdout.write(
    `${name.padEnd(19)} ${text.length} bytes minified, ${size} compressed; the budget is ${budget}.\n`,
  );
  if (text === "" || size > budget) process.exitCode = 1;
}
