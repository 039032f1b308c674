import { queueBytes } from "@action-telemetry/event-schema";
import { describe, expect, it } from "vitest";
import type { StoredRow } from "./QueueStore.ts";
import { trimRows } from "./trimRows.ts";

const id = (index: number) => `019aac4c-6a00-7000-8000-${String(index).padStart(12, "0")}`;
const text = (index: number, size = 0) => {
  const event = { id: id(index), name: "a", time: "2026-11-22T12:00:00.000Z" };
  const plain = JSON.stringify(event);
  const filled = JSON.stringify({ ...event, arguments: { a: "" } });
  if (size === 0) return plain;
  return JSON.stringify({ ...event, arguments: { a: "x".repeat(size - filled.length) } });
};
/** A row of so many events, each numbered. */
const row = (first: number, count: number, size?: (index: number) => number) => ({
  id: id(first),
  text: Array.from({ length: count }, (_, index) =>
    text(first + index, size?.(first + index)),
  ).join("\n"),
});
const everybody = () => true;
const lengths = (rows: readonly StoredRow[]) =>
  rows.map((one) => [one.id, one.text === "" ? 0 : String(one.text).split("\n").length]);

describe("A queue within its limits", () => {
  it("of a thousand events stays as it is", () => {
    const rows = [row(0, 600), row(600, 400)];
    const trimmed = trimRows(rows, 2, everybody);
    expect(trimmed).toEqual({
      rows,
      changed: [],
      dropped: { "queue-full": 0, "storage-corrupt": 0 },
      left: 1000,
    });
  });

  it("of exactly a megabyte stays as it is", () => {
    // 576 × 1049 + 424 × 1048 bytes are exactly a megabyte.
    const rows = [row(0, 1000, (index) => (index < 576 ? 1049 : 1048))];
    expect(queueBytes).toBe(576 * 1049 + 424 * 1048);
    expect(trimRows(rows, 1, everybody)).toMatchObject({ changed: [], left: 1000 });
    const more = [row(0, 1000, (index) => (index < 577 ? 1049 : 1048))];
    expect(trimRows(more, 1, everybody)).toMatchObject({
      dropped: { "queue-full": 1 },
      left: 999,
    });
  });
});

describe("A queue beyond its limits", () => {
  it("loses its oldest events, which are counted, and no more of them than it must", () => {
    const { rows, changed, dropped, left } = trimRows([row(0, 3), row(3, 1000)], 2, everybody);
    expect(dropped).toEqual({ "queue-full": 3, "storage-corrupt": 0 });
    expect(changed).toEqual([{ id: id(0), text: "" }]);
    expect(rows).toEqual([row(3, 1000)]);
    expect(left).toBe(1000);
  });

  it("keeps the end of a row whose beginning must go, under its key", () => {
    const { rows, changed } = trimRows([row(0, 5), row(5, 998)], 2, everybody);
    expect(lengths(changed)).toEqual([[id(0), 2]]);
    expect(rows[0]).toEqual({ id: id(0), text: [text(3), text(4)].join("\n") });
  });

  it("leaves what is being sent alone, and takes the next", () => {
    const isFree = (one: string) => one !== id(0);
    const { changed, left } = trimRows([row(0, 5), row(5, 998)], 2, isFree);
    expect(lengths(changed)).toEqual([[id(5), 995]]);
    expect(left).toBe(1000);
    expect(trimRows([row(0, 5), row(5, 998)], 2, () => false)).toMatchObject({
      changed: [],
      left: 1003,
    });
  });

  it("counts rows that it was not given as an event each", () => {
    const { dropped, left } = trimRows([row(0, 10)], 1000, everybody);
    expect(dropped).toEqual({ "queue-full": 9, "storage-corrupt": 0 });
    expect(left).toBe(1000);
  });

  it("measures bytes, not characters", () => {
    const wide = (index: number) =>
      JSON.stringify({
        id: id(index),
        name: "a",
        time: "2026-11-22T12:00:00.000Z",
        arguments: { a: "€".repeat(330) },
      });
    const stored = {
      id: id(0),
      text: Array.from({ length: 1000 }, (_, at) => wide(at)).join("\n"),
    };
    const most = Math.floor(queueBytes / (wide(0).length + 660));
    expect(trimRows([stored], 1, everybody)).toMatchObject({
      left: most,
      dropped: { "queue-full": 1000 - most },
    });
  });

  it("does not count damaged events, nor rows that are too long, as any of its own", () => {
    const damaged = { id: id(0), text: `{\n${row(0, 1000).text}` };
    expect(trimRows([damaged], 1, everybody)).toEqual({
      rows: [],
      changed: [{ id: id(0), text: "" }],
      dropped: { "queue-full": 0, "storage-corrupt": 1 },
      left: 0,
    });
    const sound = { id: id(0), text: `{\n${row(0, 999).text}` };
    expect(trimRows([sound], 1, everybody)).toEqual({
      rows: [row(0, 999)],
      changed: [row(0, 999)],
      dropped: { "queue-full": 0, "storage-corrupt": 1 },
      left: 999,
    });
  });
});
