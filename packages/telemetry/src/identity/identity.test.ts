import { isEventId } from "@action-telemetry/event-schema";
import { describe, expect, it, vi } from "vitest";
import { systemRandom } from "../platform/systemRandom.ts";
import { createEventIds } from "./createEventIds.ts";
import { createUUID } from "./createUUID.ts";

describe("createEventIds", () => {
  it("puts the time in front, and version and variant where they belong", () => {
    const id = createEventIds((length) => new Uint8Array(length).fill(0xff))(0x01_9a_ac_4c_6a_00);
    expect(id).toBe("019aac4c-6a00-77ff-bfff-ffffffffffff");
    expect(isEventId(id)).toBe(true);
  });

  it("gives different IDs in order within a millisecond", () => {
    const next = createEventIds(systemRandom);
    const ids = Array.from({ length: 2000 }, () => next(1_795_364_400_000));
    expect(new Set(ids).size).toBe(2000);
    expect([...ids].sort()).toEqual(ids);
  });

  it.each([-1, 0, 4_070_908_800_000, 2 ** 60, 1.5])(
    "gives sound and different IDs when the clock says %d",
    (time) => {
      const next = createEventIds(systemRandom);
      const ids = Array.from({ length: 10_000 }, () => next(time));
      expect(ids.every(isEventId)).toBe(true);
      expect(new Set(ids).size).toBe(10_000);
    },
  );
});

describe("createUUID", () => {
  it("sets version and variant, and writes every byte", () => {
    let next = 0;
    const counting = (length: number) => Uint8Array.from({ length }, () => next++);
    expect(createUUID(counting)).toBe("00010203-0405-4607-8809-0a0b0c0d0e0f");
    for (let count = 0; count < 100; count += 1) {
      expect(createUUID(systemRandom)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }
  });
});

describe("systemRandom", () => {
  it("gives as many bytes as it is asked for, and none of them twice", () => {
    const draws = Array.from({ length: 500 }, () => systemRandom(16).join());
    expect(new Set(draws).size).toBe(500);
    expect([0, 1, 2048, 5000].map((length) => systemRandom(length).length)).toEqual([
      0, 1, 2048, 5000,
    ]);
  });

  it("needs no crypto.randomUUID and never falls back to Math.random", () => {
    const weak = vi.spyOn(Math, "random");
    const uuid = vi.spyOn(crypto, "randomUUID");
    createUUID(systemRandom);
    createEventIds(systemRandom)(0);
    expect(weak).not.toHaveBeenCalled();
    expect(uuid).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
