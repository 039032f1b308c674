import { expect, test } from "vitest";
import { describeCoverage } from "./describeCoverage.ts";
import { encodings } from "../../../../scripts/canaries/encodings/encodings.ts";
import { sinks } from "./sinks/sinks.ts";
import { applicationSources } from "./sources/applicationSources.ts";
import { pageSources } from "./sources/pageSources.ts";

const codeBrowserSources = applicationSources("");

test("the documentation says what the canaries cover", async () => {
  await expect(describeCoverage()).toMatchFileSnapshot("../../docs/canaries.md");
});

test.each([
  ["sources of the code browser", codeBrowserSources, 36],
  ["sources of the page of components", pageSources, 36],
  ["sinks", sinks, 20],
  ["encodings", encodings, 10],
])("there are enough %s, each by a name of its own", (_what, items, enough) => {
  const names = items.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(enough);
});
