import { inspect } from "node:util";
import { expect, it } from "vitest";
import { NetworkShares } from "./NetworkShares.ts";

it("has room for so many of a network, and keeps networks apart", () => {
  const shares = new NetworkShares(2);
  for (let n = 0; n < 2; n += 1) {
    expect(shares.hasRoom("192.0.2.0/24")).toBe(true);
    shares.add("192.0.2.0/24");
  }
  expect(shares.hasRoom("192.0.2.0/24")).toBe(false);
  // One of ten may share the counter, by a chance of one in seven thousand; all ten cannot.
  const others = Array.from({ length: 10 }, (_, n) => `198.51.${n}.0/24`);
  expect(others.some((network) => shares.hasRoom(network))).toBe(true);
});

it("keeps no address", () => {
  const shares = new NetworkShares(2);
  shares.add("192.0.2.0/24");
  expect(inspect(shares, { depth: 9, showHidden: true })).not.toContain("192.0.2");
});
