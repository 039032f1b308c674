import { describe, expect, test } from "vitest";
import { findForeignPaths, findImportCycles, readImports } from "./imports.ts";
import { isCode, readSourceFiles } from "./sourceFiles.ts";
import { workspaceRoot } from "./WorkspacePackage.ts";

const files = readSourceFiles(workspaceRoot).filter(isCode);

describe("The sources of this workspace", () => {
  test("are found at all", () => {
    expect(files.map(({ path }) => path)).toContain("packages/actions/src/index.ts");
  });

  test("import no file of another package by its path", () => {
    expect(findForeignPaths(files)).toEqual([]);
  });

  test("never import one another in a circle", () => {
    expect(findImportCycles(files)).toEqual([]);
  });
});

describe("A planted fault is found", () => {
  test("in every form of import", () => {
    const text = [
      'import "./a.ts";',
      'import { b } from "./b.ts";',
      'import type {\n  C,\n} from "./c.ts";',
      'export { d } from "./d.ts";',
      'const e = await import("./e.ts");',
    ].join("\n");
    expect(readImports(text)).toEqual(["./a.ts", "./b.ts", "./c.ts", "./d.ts", "./e.ts"]);
  });

  test("when a file reaches into another package", () => {
    const text = 'import { x } from "../../actions/src/x.ts";';
    expect(findForeignPaths([{ path: "packages/react/src/y.ts", text }])).toEqual([
      "packages/react/src/y.ts imports packages/actions/src/x.ts: import the package by its name",
    ]);
  });

  test("when three files form a circle, of types only", () => {
    const file = (name: string, imported: string) => ({
      path: `packages/react/src/${name}.ts`,
      text: `import type { X } from "./${imported}.ts";`,
    });
    expect(findImportCycles([file("a", "b"), file("b", "c"), file("c", "a")])).toHaveLength(1);
  });
});
