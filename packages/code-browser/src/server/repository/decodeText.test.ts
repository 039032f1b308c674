import { expect, test } from "vitest";
import { decodeText } from "./decodeText.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);

test("UTF-8 is read as such, with any line ending as a newline", () => {
  const text = new TextEncoder().encode("ä\r\nb\r\n");
  expect(decodeText(text)).toEqual({ text: "ä\nb\n", encoding: "UTF-8", lineEnding: "CRLF" });
});

test("mixed line endings are named so", () => {
  expect(decodeText(new TextEncoder().encode("a\r\nb\n"))?.lineEnding).toBe("mixed");
  expect(decodeText(new TextEncoder().encode("a\nb\n"))?.lineEnding).toBe("LF");
});

test.each([
  ["UTF-8 with BOM", bytes(0xef, 0xbb, 0xbf, 0x61)],
  ["UTF-16LE with BOM", bytes(0xff, 0xfe, 0x61, 0x00)],
  ["UTF-16BE with BOM", bytes(0xfe, 0xff, 0x00, 0x61)],
])("a byte order mark decides: %s", (encoding, marked) => {
  expect(decodeText(marked)).toMatchObject({ text: "a", encoding });
});

test("bytes that are not UTF-8 are read as windows-1252", () => {
  expect(decodeText(bytes(0x63, 0x61, 0x66, 0xe9))).toMatchObject({
    text: "café",
    encoding: "windows-1252",
  });
});

test("bytes with a NUL near the start are no text; an empty file is", () => {
  expect(decodeText(bytes(1, 0, 2))).toBeUndefined();
  expect(decodeText(bytes())).toMatchObject({ text: "", encoding: "UTF-8" });
});
