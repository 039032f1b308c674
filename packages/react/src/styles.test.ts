import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

it("the styles ask for no direction by a pseudo-class, which bundlers turn into a list of languages", () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  const styles = files.filter((file) => file.endsWith(".css"));
  expect(styles.length).toBeGreaterThan(10);
  const asking = styles.filter((file) =>
    readFileSync(join(import.meta.dirname, file), "utf8").includes(":dir("),
  );
  expect(asking).toEqual([]);
});
