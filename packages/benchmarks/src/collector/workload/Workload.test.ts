import { parseEventBatch } from "@action-telemetry/event-schema";
import { describe, expect, it } from "vitest";
import { RequestTemplate } from "../load/RequestTemplate.ts";
import { Workload } from "./Workload.ts";

const now = Date.UTC(2026, 10, 22, 12);

describe("Workload", () => {
  it("makes batches that the collector takes whole, the same for the same seed", () => {
    const batch = new Workload(7).createBatch(50, now);
    expect(parseEventBatch(structuredClone(batch))).toMatchObject({
      ok: true,
      value: { rejected: [] },
    });
    expect(new Workload(7).createBatch(50, now)).toEqual(batch);
    expect(new Workload(8).createBatch(50, now)).not.toEqual(batch);
  });

  it("uses the second action half as often as the first", () => {
    const workload = new Workload(1);
    const names = Array.from({ length: 400 }, () => workload.createBatch(50, now)).flatMap(
      ({ events }) => events.map(({ name }) => name),
    );
    const count = (name: string) => names.filter((one) => one === name).length;
    expect(count("code.action.1") / count("code.action.0")).toBeCloseTo(0.5, 1);
    expect(new Set(names).size).toBeGreaterThan(250);
  });
});

describe("RequestTemplate", () => {
  it("writes a request that is sound each time, of other events and of another person", () => {
    const template = new RequestTemplate(new Workload(1), { size: 3, host: "127.0.0.1:1" });
    const bodyOf = (first: number, person: number) =>
      JSON.parse(template.write(first, person).toString().split("\r\n\r\n")[1] ?? "") as {
        readonly anonymizedUserId: string;
        readonly events: readonly { readonly id: string }[];
      };
    const [one, other] = [bodyOf(0, 5), bodyOf(3, 6)];
    expect(parseEventBatch(one)).toMatchObject({ ok: true, value: { rejected: [] } });
    const ids = [...one.events, ...other.events].map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
    expect(one.anonymizedUserId).not.toBe(other.anonymizedUserId);
  });
});
