import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const files = readdirSync(new URL(".", import.meta.url), { recursive: true, encoding: "utf8" });

/** The layer of each folder, as the README draws it. */
const layerByFolder = new Map(
  [...readme.matchAll(/^\| +(\d+) +\| ((?:`[\w-]+\/`(?:, )?)+)/gm)].flatMap(([, layer, folders]) =>
    [...(folders ?? "").matchAll(/`([\w-]+)\/`/g)].map(([, name = ""]) => [name, Number(layer)]),
  ) as [string, number][],
);

/** Only tests import these. */
const testFolders = new Set(["hostile", "testing"]);

const folderOf = (file: string) => (file.includes("/") ? (file.split("/")[0] ?? "") : "");

/** Imports that do not lead to a lower layer, as sentences. Files beside the folders put all together. */
function findFaults(file: string, text: string): readonly string[] {
  const folder = folderOf(file);
  const layer = folder === "" ? Infinity : (layerByFolder.get(folder) ?? -1);
  return [...text.matchAll(/(?:from|import) "(\.[^"]+)"/g)]
    .map(([, path = ""]) => normalize(join(dirname(file), path)))
    .filter((imported) => folderOf(imported) !== folder)
    .filter((imported) => (layerByFolder.get(folderOf(imported)) ?? Infinity) >= layer)
    .map((imported) => `${file} may not import ${imported}`);
}

const sources = files.filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !testFolders.has(folderOf(file)),
);

it("has a layer for every folder", () => {
  const folders = new Set(sources.map(folderOf).filter((folder) => folder !== ""));
  expect([...layerByFolder.keys()].toSorted()).toEqual([...folders].toSorted());
});

it("imports from lower layers alone", () => {
  const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
  expect(sources.flatMap((file) => findFaults(file, textOf(file)))).toEqual([]);
});

it("would find an import from above, from beside, and of a test's helper", () => {
  const text = ["../server/usage.ts", "../log/Log.ts", "../testing/batches.ts", "../time/Clock.ts"]
    .map((path) => `import { x } from "${path}";`)
    .join("\n");
  expect(findFaults("query/x.ts", text)).toEqual([
    "query/x.ts may not import server/usage.ts",
    "query/x.ts may not import log/Log.ts",
    "query/x.ts may not import testing/batches.ts",
  ]);
});
