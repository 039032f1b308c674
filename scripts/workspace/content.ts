import { isCode, type SourceFile } from "./sourceFiles.ts";

/** Lines a source file may have, and those a test file may have. */
export const lineLimits = { source: 300, test: 500 };

const isTest = (path: string) => /\.(?:test|bench)\.tsx?$/u.test(path) || path.includes("/e2e/");

/** The code files that are too long to be one concept, as sentences. */
export function findLongFiles(files: readonly SourceFile[]): readonly string[] {
  return files.filter(isCode).flatMap(({ path, text }) => {
    const lines = text.split("\n").length - 1;
    const limit = isTest(path) ? lineLimits.test : lineLimits.source;
    return lines > limit ? [`${path} has ${lines} lines, ${limit} are allowed`] : [];
  });
}

// Written in pieces, so that this file is not its own first finding.
const forbiddenByKind = {
  "the host of a package registry": new RegExp(
    ["registry", "(?:npmjs|yarnpkg|npmmirror)"].join(String.raw`\.`),
    "u",
  ),
  "a path of one machine": new RegExp(
    String.raw`(?<![\w.~@$}*/-])/(?:(?:home|Users)/\w+|${["root", "work", "tmp"].join("|")})/\w`,
    "u",
  ),
  "a switched-off check": new RegExp(
    ["(?:oxlint|eslint)-disable", `@ts-${"(?:ignore|nocheck)"}`].join("|"),
    "u",
  ),
};

/** The lines that say what belongs to one machine only, or that silence a check, as sentences. */
export function findForbiddenText(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) =>
      Object.entries(forbiddenByKind)
        .filter(([, pattern]) => pattern.test(line))
        .map(([kind]) => `${path}:${index + 1} has ${kind}: ${line.trim().slice(0, 120)}`),
    ),
  );
}
