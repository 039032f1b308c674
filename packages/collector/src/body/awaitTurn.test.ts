import { expect, it } from "vitest";
import { awaitTurn } from "./awaitTurn.ts";

it("lets small bodies pass between large ones, which go one after another", async () => {
  const order: string[] = [];
  const large = [1, 2, 3].map((n) => awaitTurn(1_048_576).then(() => order.push(`large ${n}`)));
  const small = async (n: number) => {
    await new Promise((resolve) => setImmediate(resolve));
    for (let round = 1; round < n; round += 1)
      await new Promise((resolve) => setImmediate(resolve));
    await awaitTurn(1000);
    order.push(`small ${n}`);
  };
  await Promise.all([...large, small(1), small(2)]);
  expect(order.filter((what) => what.startsWith("large"))).toEqual([
    "large 1",
    "large 2",
    "large 3",
  ]);
  expect(order.indexOf("small 1")).toBeLessThan(order.indexOf("large 3"));
});
