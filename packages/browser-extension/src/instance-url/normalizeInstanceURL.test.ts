import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instancePattern } from "./instancePattern.ts";
import { normalizeInstanceURL } from "./normalizeInstanceURL.ts";
import { originPattern } from "./originPattern.ts";

describe("normalizeInstanceURL", () => {
  it.each([
    ["https://sg.example.com", "https://sg.example.com"],
    [" https://sg.example.com// ", "https://sg.example.com"],
    ["SG.example.com", "https://sg.example.com"],
    ["sg.example.com:3443/code/?q=1#x", "https://sg.example.com:3443/code"],
    ["http://localhost:3080", "http://localhost:3080"],
    ["http://sg.localhost", "http://sg.localhost"],
    ["http://127.0.0.1/a/", "http://127.0.0.1/a"],
    ["http://[::1]:3080", "http://[::1]:3080"],
  ])("makes of %j %s", (typed, value) => {
    expect(normalizeInstanceURL(typed)).toEqual({ ok: true, value });
  });

  it.each([
    ["http://sg.example.com", "needs-https"],
    ["http://localhost.evil.example", "needs-https"],
    ["http://127.0.0.1.evil.example", "needs-https"],
    ["", "malformed"],
    ["https://", "malformed"],
    ["https://me:secret@sg.example.com", "malformed"],
    ["javascript://alert(1)", "malformed"],
    ["ftp://sg.example.com", "malformed"],
    ["file:///etc/passwd", "malformed"],
    ["a b", "malformed"],
  ])("refuses %j: %s", (typed, error) => {
    expect(normalizeInstanceURL(typed)).toEqual({ ok: false, error });
  });

  it("reads what is full of slashes in as little time as anything else", () => {
    const typed = `https://sg.example.com${"/".repeat(300_000)}a`;
    expect(normalizeInstanceURL(typed)).toEqual({ ok: false, error: "malformed" });
  });

  it("is settled: what it made, it makes again, and its patterns are of the same host", () => {
    const typed = fc.oneof(
      fc.string(),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const first = normalizeInstanceURL(text);
        if (!first.ok) return;
        expect(normalizeInstanceURL(first.value)).toEqual(first);
        const { protocol, hostname } = new URL(first.value);
        expect(originPattern(first.value)).toBe(`${protocol}//${hostname}/*`);
        expect(instancePattern(first.value).startsWith(`${protocol}//${hostname}/`)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
