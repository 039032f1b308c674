import { describe, expect, it } from "vitest";
import { splitJsonLines } from "./splitJsonLines.ts";

const show = (text: string) =>
  splitJsonLines(text).map(({ depth, key, rest }) => "  ".repeat(depth) + key + rest);

describe("splitJsonLines", () => {
  it("breaks a batch into the lines that a person would write", () => {
    const batch = {
      version: 1,
      client: { name: "a" },
      none: {},
      events: [{ id: "b" }, { id: "c" }],
    };
    expect(show(JSON.stringify(batch))).toEqual([
      "{",
      '  "version":1,',
      '  "client":{',
      '    "name":"a"',
      "  },",
      '  "none":{},',
      '  "events":[',
      "    {",
      '      "id":"b"',
      "    },",
      "    {",
      '      "id":"c"',
      "    }",
      "  ]",
      "}",
    ]);
  });

  it("tells keys from values", () => {
    expect(splitJsonLines('{"a":"b:c"}')[1]).toEqual({ depth: 1, key: '"a":', rest: '"b:c"' });
    expect(splitJsonLines('["a"]')[1]).toEqual({ depth: 1, key: "", rest: '"a"' });
  });

  it.each([
    '{"a":"}{][,\\"","b":["\\\\"]}',
    '{"text":"several  spaces, and a comma","list":[[],[1,[2]]]}',
    JSON.stringify({ a: [1, { b: null }] }, null, 2),
    "not JSON at all",
    '{"unfinished',
    "}}]],,{{[[",
    '"\\',
    "",
  ])("puts nothing in and leaves nothing out of %s", (text) => {
    const lines = splitJsonLines(text);
    expect(lines.map(({ key, rest }) => key + rest).join("")).toBe(text);
    expect(Math.min(0, ...lines.map(({ depth }) => depth))).toBe(0);
  });
});
