import { describe, expect, it } from "vitest";
import { testEventId } from "../../../testing/batches.ts";
import { delivery, record } from "../../conformance/storeRecords.ts";
import { packDelivery, unpackDelivery } from "./packDelivery.ts";
import { packSeries, unpackSeries } from "./packSeries.ts";

describe("packDelivery", () => {
  it("loses nothing on the way to another thread", () => {
    const { surface: _, ...withoutSurface } = record(1);
    const completed = { of: testEventId(9), outcome: "failed", durationMs: 0 } as const;
    const whole = delivery(
      [
        withoutSurface,
        record(2, { trigger: "keyboard", alt: true, trusted: false, arguments: "" }),
        record(3, { kind: "event", name: "hover", clock: "past", ...completed }),
      ],
      { tallies: [{ kind: "dropped", reason: "queue-full", count: 3 }] },
    );
    expect(unpackDelivery(structuredClone(packDelivery(whole)))).toEqual(whole);
    expect(unpackDelivery(packDelivery(delivery([])))).toEqual(delivery([]));
  });
});

describe("packSeries", () => {
  it("loses nothing on the way to another thread", () => {
    const series = [
      { bucket: 20_000, key: "a", executions: 3 },
      { bucket: 20_000, key: "", executions: 2 ** 40 },
      { bucket: 20_001, key: "a", executions: 1 },
    ];
    expect(unpackSeries(structuredClone(packSeries(series)))).toEqual(series);
    expect(unpackSeries(packSeries([]))).toEqual([]);
  });
});
