import { expect, test } from "vitest";
import { budgets, measureSize } from "./measureSize.ts";

test.each(budgets)(
  "$name, built by a consumer, is at most $limit bytes",
  async ({ source, limit }) => {
    expect(await measureSize(source)).toBeLessThanOrEqual(limit);
  },
);

test("what a consumer does not take is left out", async () => {
  const icon = `export { ActionIcon } from "@action-telemetry/react";`;
  const item = `export { ActionItem } from "@action-telemetry/react";`;
  const all = await measureSize(`export * from "@action-telemetry/react";`);
  expect(await measureSize(icon)).toBeLessThan(2500);
  expect(await measureSize(item)).toBeLessThan(all / 2);
});
