import { describe, expect, it } from "vitest";
import { testEventId } from "../../../testing/batches.ts";
import { delivery, record } from "../../../testing/conformance/storeRecords.ts";
import { packDelivery, unpackDelivery } from "./packDelivery.ts";

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
