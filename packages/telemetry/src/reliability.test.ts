import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const rows = readFileSync(join(root, "docs/reliability.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| S-"))
  .map((line) => line.split(" | "));

describe("The table of what the client withstands", () => {
  it("has a row for everything, in order", () => {
    const names = Array.from(
      { length: 15 },
      (_, index) => `S-${String(index + 1).padStart(2, "0")}`,
    );
    expect(rows.map(([name]) => name?.replace("| ", "").trim())).toEqual(names);
  });

  it.each(rows.map((cells) => [cells[0]?.slice(2), cells.at(-1) ?? ""]))(
    "%s names tests that there are",
    (_row, tests) => {
      const files = [...tests.matchAll(/`([^`]+)`: ((?:"[^"]+"(?:, )?)+)/g)];
      expect(files.length).toBeGreaterThan(0);
      for (const [, file = "", titles = ""] of files) {
        const source = readFileSync(join(root, file), "utf8");
        for (const [, title = ""] of titles.matchAll(/"([^"]+)"/g)) expect(source).toContain(title);
      }
    },
  );
});
