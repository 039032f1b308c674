import { expect, it } from "vitest";
import { IdQuota } from "./IdQuota.ts";

it("admits the first so many IDs, as often as they come, and no others", () => {
  const quota = new IdQuota(20_000);
  const ids = Array.from({ length: 25_000 }, (_, n) => `user-${n}`);
  expect(ids.filter((id) => quota.admits(id))).toEqual(ids.slice(0, 20_000));
  expect(ids.filter((id) => quota.admits(id))).toEqual(ids.slice(0, 20_000));
});
