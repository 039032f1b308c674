import { queueBytes } from "@action-telemetry/event-schema";
import { describe, expect, it } from "vitest";
import { readRow } from "./readRow.ts";

const id = (index: number) => `019aac4c-6a00-7000-8000-${String(index).padStart(12, "0")}`;
const text = (index: number, more: object = {}) =>
  JSON.stringify({ id: id(index), name: "a", time: "2026-11-22T12:00:00.000Z", ...more });
const read = (...lines: readonly string[]) => readRow({ id: id(0), text: lines.join("\n") });

describe("A stored row", () => {
  it("gives back what was written, event by event", () => {
    const lines = [
      text(1),
      text(2, { surface: "toolbar", trigger: "pointer", alt: true, trusted: false }),
      text(3, { arguments: { list: [1, "ä"] } }),
      text(4, { outcome: "failed", durationMs: 1.5, of: id(1) }),
    ];
    expect(read(...lines)).toEqual({ texts: lines, damaged: 0 });
  });

  it.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["null", "null"],
    ["an ID of another kind", text(1).replace("-7", "-4")],
    ["a time that is none", text(1).replace("2026-11-22T12:00:00.000Z", "yesterday")],
    ["a time that is written otherwise", text(1).replace(".000Z", "Z")],
    ["no name", text(1).replace('"name":"a",', "")],
    ["another field", text(1, { title: "SECRET" })],
    ["white space", `${text(1)} `],
    ["arguments beyond the limit", text(1, { arguments: { a: "x".repeat(1024) } })],
    ["a name of a megabyte", text(1, { name: "x".repeat(1_000_000) })],
  ])("loses an event with %s, and no other", (_what, damaged) => {
    expect(read(text(1), damaged, text(2))).toEqual({ texts: [text(1), text(2)], damaged: 1 });
  });

  it("holds a thousand events at most", () => {
    const lines = Array.from({ length: 1000 }, (_, index) => text(index));
    expect(read(...lines)).toEqual({ texts: lines, damaged: 0 });
    expect(read(...lines, text(1000))).toEqual({ texts: [], damaged: 1 });
  });

  it("is shorter than twice what a queue holds", () => {
    const junk = "x".repeat(2 * queueBytes - text(1).length - 2);
    expect(read(text(1), junk)).toEqual({ texts: [text(1)], damaged: 1 });
    expect(read(text(1), `${junk}x`)).toEqual({ texts: [], damaged: 1 });
  });

  it.each([
    ["a key that is no ID", { id: "a", text: text(1) }],
    ["a key that is no text", { id: 7, text: text(1) }],
    ["no text", { id: id(0), text: undefined }],
    ["a list", { id: id(0), text: [text(1)] }],
    ["something with a length", { id: id(0), text: { length: 1 } }],
  ])("with %s counts as one that is damaged", (_what, row) => {
    expect(readRow(row)).toEqual({ texts: [], damaged: 1 });
  });
});
