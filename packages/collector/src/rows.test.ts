import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";

const rows = readFileSync(new URL("../docs/rows.md", import.meta.url), "utf8");
const files = readdirSync(new URL(".", import.meta.url), { recursive: true, encoding: "utf8" });
const table = rows.split("\n").filter((line) => /^\| [AC]-\d\d /.test(line));
const testNames = (line: string) =>
  [...line.matchAll(/`(\w+\.test\.ts|\w+Tests\.ts)`/g)].map(([, name = ""]) => name);

it("names a test that is there for every row", () => {
  const known = new Set(files.map((file) => basename(file)));
  expect(table.map((line) => line.slice(2, 6))).toEqual([
    ...Array.from({ length: 24 }, (_, n) => `C-${String(n + 1).padStart(2, "0")}`),
    ...Array.from({ length: 12 }, (_, n) => `A-${String(n + 1).padStart(2, "0")}`),
  ]);
  for (const line of table) {
    const named = testNames(line);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  }
});

it("quotes no title that is not in one of the tests of its row", () => {
  let quotes = 0;
  for (const line of table) {
    const sources = files
      .filter((file) => testNames(line).includes(basename(file)))
      .map((file) => readFileSync(new URL(file, import.meta.url), "utf8"))
      .join("\n");
    const shownBy = line.split(" | ").at(-1) ?? "";
    const quoted = shownBy.split("`").filter((_, at) => at % 2 === 1);
    for (const text of quoted.filter((some) => some.includes(" "))) {
      quotes += 1;
      const title = text.replace(/ …$/, "");
      expect([line.slice(2, 6), title, sources.includes(title)]).toEqual([
        line.slice(2, 6),
        title,
        true,
      ]);
    }
  }
  expect(quotes).toBeGreaterThan(15);
});
