import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { inflateLimited } from "./inflateLimited.ts";

it("inflates one body at a time: a small one waits for the large ones before it, and gets its turn though they fail", async () => {
  const large = gzipSync(Buffer.alloc(250_000, "a"));
  const small = gzipSync("small");
  const order: string[] = [];
  const noting = (what: string) => () => order.push(what);
  const bodies = [
    inflateLimited(large, "gzip").finally(noting("first")),
    inflateLimited(large.subarray(0, 100), "gzip").catch(noting("broken")),
    inflateLimited(gzipSync(Buffer.alloc(50_000_000)), "gzip").finally(noting("bomb")),
    inflateLimited(small, "gzip").finally(noting("small")),
  ];
  const [first, , bomb, last] = await Promise.all(bodies);
  expect(order).toEqual(["first", "broken", "bomb", "small"]);
  expect((first as Buffer).length).toBe(250_000);
  expect(bomb).toBeUndefined();
  expect(String(last)).toBe("small");
});
