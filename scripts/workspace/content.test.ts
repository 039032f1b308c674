import { describe, expect, test } from "vitest";
import { findForbiddenText, findLongFiles, lineLimits } from "./content.ts";
import { readSourceFiles } from "./sourceFiles.ts";
import { workspaceRoot } from "./WorkspacePackage.ts";

const files = readSourceFiles(workspaceRoot);

describe("The files of this workspace", () => {
  test("stay below the line limits", () => {
    expect(findLongFiles(files)).toEqual([]);
  });

  test("name no registry host and no path of one machine, and silence no check", () => {
    expect(findForbiddenText(files)).toEqual([]);
  });
});

describe("A planted fault is found", () => {
  const planted = (text: string, path = "packages/react/src/planted.ts") => [{ path, text }];

  test("when a source or a test is one line too long", () => {
    const source = "x\n".repeat(lineLimits.source + 1);
    const testFile = "x\n".repeat(lineLimits.test + 1);
    expect(findLongFiles(planted(source))).toHaveLength(1);
    expect(findLongFiles(planted(testFile, "packages/react/src/planted.test.ts"))).toHaveLength(1);
    expect(findLongFiles(planted("x\n".repeat(lineLimits.source)))).toEqual([]);
  });

  test.each([
    ["a registry host", `resolution: https://${"registry"}.npmjs.org/react`],
    ["a home folder", `const file = "/${"home"}/someone/file";`],
    ["a temporary folder", `cd /${"tmp"}/build`],
    ["a silenced lint rule", `// oxlint-${"disable"}-next-line no-console`],
    ["a silenced type error", `// @ts-${"ignore"}`],
  ])("when a file has %s", (_, text) => {
    expect(findForbiddenText(planted(text))).toHaveLength(1);
  });

  test("but not in an address that only looks like a path", () => {
    expect(findForbiddenText(planted('fetch("https://example.com/home/page");'))).toEqual([]);
  });
});
