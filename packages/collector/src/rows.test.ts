import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";

const rows = readFileSync(new URL("../docs/rows.md", import.meta.url), "utf8");
const files = readdirSync(new URL(".", import.meta.url), { recursive: true, encoding: "utf8" });

it("names a test that is there for every row", () => {
  const known = new Set(files.map((file) => basename(file)));
  const table = rows.split("\n").filter((line) => /^\| [AC]-\d\d /.test(line));
  expect(table.map((line) => line.slice(2, 6))).toEqual([
    ...Array.from({ length: 24 }, (_, n) => `C-${String(n + 1).padStart(2, "0")}`),
    ...Array.from({ length: 12 }, (_, n) => `A-${String(n + 1).padStart(2, "0")}`),
  ]);
  for (const line of table) {
    const named = [...line.matchAll(/`(\w+\.test\.ts|\w+Tests\.ts)`/g)].map(
      ([, name = ""]) => name,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  }
});
