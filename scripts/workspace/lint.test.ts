import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allowedByPackage } from "./layers.ts";
import { workspaceRoot } from "./WorkspacePackage.ts";

const packages = Object.keys(allowedByPackage);
const composers = ["code-browser", "benchmarks"];
const libraries = packages.filter((name) => !composers.includes(name));

/** One file for each import that one package could make of another. */
const crossImports = libraries.flatMap((importer) =>
  libraries
    .filter((imported) => imported !== importer)
    .map((imported) => ({
      path: `packages/${importer}/src/${imported}.ts`,
      text: `import { x } from "@action-telemetry/${imported}";\nexport const y = x;\n`,
      allowed: allowedByPackage[importer]!.includes(imported),
    })),
);

const planted = {
  "eslint(no-console)": 'console.log("x");',
  "typescript(no-explicit-any)": "export const x: any = 1;",
  "import(no-default-export)": "export default 1;",
  "oxc(no-barrel-file)": 'export * from "./long.ts";',
  "eslint(max-lines)": "export {};\n".repeat(301),
  "eslint(no-restricted-imports)":
    'import { x } from "../../actions/src/x.ts";\nexport const y = x;',
  "react-hooks(rules-of-hooks)":
    'import { useState } from "react";\nexport function C({ c }: { readonly c: boolean }) {\n  if (c) useState(1);\n  return null;\n}',
};
const plantedPath = (rule: string) => `packages/react/src/planted-${rule.replace(/\W/gu, "-")}.tsx`;

let folder: string;
let rulesByPath: Map<string, string[]>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lint-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const configuration = JSON.parse(
    readFileSync(join(workspaceRoot, ".oxlintrc.json"), "utf8"),
  ) as object;
  // Without types, since the planted packages have none; no rule that is proved here needs them.
  write(".oxlintrc.json", JSON.stringify({ ...configuration, options: {} }));
  for (const { path, text } of crossImports) write(path, text);
  for (const [rule, text] of Object.entries(planted)) write(plantedPath(rule), text);
  rulesByPath = lint(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(cwd: string): Map<string, string[]> {
  const { stdout } = spawnSync(join(workspaceRoot, "node_modules/.bin/oxlint"), ["--format=json"], {
    cwd,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { code: string; filename: string }[];
  };
  const found = new Map<string, string[]>();
  for (const { code, filename } of diagnostics)
    found.set(filename, [...(found.get(filename) ?? []), code]);
  return found;
}

describe("Lint knows the same layers as the dependencies do", () => {
  test.each(crossImports)("$path is allowed: $allowed", ({ path, allowed }) => {
    const refused = rulesByPath.get(path)?.includes("eslint(no-restricted-imports)") ?? false;
    expect(refused).toBe(!allowed);
  });
});

describe("A planted fault is found", () => {
  test.each(Object.keys(planted))("by %s", (rule) => {
    expect(rulesByPath.get(plantedPath(rule))).toContain(rule);
  });
});
