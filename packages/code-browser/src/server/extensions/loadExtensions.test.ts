import { join } from "node:path";
import { expect, test } from "vitest";
import { createTestRepository } from "../testing/createTestRepository.ts";
import { loadExtensions } from "./loadExtensions.ts";

test("files and folders are read, and what cannot be read is told and harms nobody", async () => {
  const folder = createTestRepository();
  folder.write("all/b.json", `{ "name": "b" }`);
  folder.write("all/a.json", `{ "name": "a" }`);
  folder.write("all/note.txt", "not one");
  folder.write("all/broken.json", "{");
  folder.write("huge.json", `"${"x".repeat(300_000)}"`);
  const at = (path: string) => join(folder.folder, path);
  const loaded = await loadExtensions([at("all"), at("huge.json"), at("missing.json")]);
  expect(loaded.extensions).toEqual([
    { file: "a.json", manifest: { name: "a" } },
    { file: "b.json", manifest: { name: "b" } },
  ]);
  expect(loaded.problems.map((line) => line.split(": ").at(-1))).toEqual([
    "it is not JSON.",
    "it is larger than 256 KB.",
    "it cannot be read.",
  ]);
  folder.remove();
});
