import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findUnpublishedEntries, listPublicEntries } from "./exports.ts";
import { readWorkspacePackages } from "./WorkspacePackage.ts";

const packages = readWorkspacePackages();
const entries = listPublicEntries(packages);
const modules = entries.filter(({ source }) => /\.tsx?$/u.test(source));
const otherFiles = entries.filter((entry) => !modules.includes(entry));

describe("Every public entry", () => {
  test.each(modules)("$name can be imported, and exports something", async ({ source }) => {
    const module: object = await import(source);
    expect(Object.keys(module)).not.toEqual([]);
  });

  test.each(otherFiles)("$name is there", ({ source }) => {
    expect(existsSync(source)).toBe(true);
  });

  test("is published", () => {
    expect(findUnpublishedEntries(packages)).toEqual([]);
  });
});

describe("A planted fault is found", () => {
  const json = { name: "@action-telemetry/planted", exports: { "./missing": "./src/missing.ts" } };
  const planted = [{ folder: "planted", path: import.meta.dirname, json }];

  test("when an entry leads nowhere", async () => {
    const [entry] = listPublicEntries(planted);
    await expect(import(entry!.source)).rejects.toThrow("missing.ts");
  });

  test("when an entry is not published", () => {
    expect(findUnpublishedEntries(planted)).toEqual([
      "@action-telemetry/planted does not publish ./missing: add it to publishConfig.exports",
    ]);
  });
});
