import { describe, expect, it } from "vitest";

import { checkIcon } from "./checkIcon.ts";

const origins = ["https://icons.example", "http://localhost:3000/"];

describe("an icon", () => {
  it.each(["history", "git-blame", "a1"])("may be bundled: %s", (name) => {
    expect(checkIcon(name)).toStrictEqual({ ok: true, value: { kind: "bundled", name } });
  });

  it.each([
    "data:image/png;base64,AAAA",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
    "data:image/svg+xml;charset=utf-8,%3Csvg/%3E",
    "data:image/webp;base64,AAAA",
    "data:image/gif;base64,AAAA",
    "data:image/jpeg;base64,AAAA",
    "DATA:image/PNG;base64,AAAA",
  ])("may be image data: %s", (url) => {
    expect(checkIcon(url)).toStrictEqual({ ok: true, value: { kind: "image", url } });
  });

  it.each([
    "data:text/html,<script>alert(1)</script>",
    "data:image/pngx;base64,AAAA",
    "data:image/svg,<svg/>",
    "data:image/x-icon;base64,AAAA",
    "data:application/javascript,alert(1)",
    "data:,",
  ])("may be no other data: %s", (url) => {
    expect(checkIcon(url)).toMatchObject({ ok: false, error: { code: "type" } });
  });

  it("may have 32 KiB of data and no more", () => {
    const data = "data:image/png;base64,";
    expect(checkIcon(data.padEnd(32_768, "A")).ok).toBe(true);
    expect(checkIcon(data.padEnd(32_769, "A"))).toMatchObject({ error: { code: "too-large" } });
    expect(checkIcon(data.padEnd(50_000_000, "A"))).toMatchObject({ error: { code: "too-large" } });
  });

  it.each([
    "https://tracker.example/x.png",
    "http://icons.example/x.png",
    "https://icons.example:444/x.png",
    "https://icons.example@tracker.example/x.png",
    "https://user@icons.example/x.png",
    "https://icons.example.tracker.example/x.png",
    "javascript:alert(1)",
    "blob:https://icons.example/1",
    "file:///etc/passwd",
  ])("may not be loaded from elsewhere: %s", (url) => {
    expect(checkIcon(url, { origins })).toMatchObject({ ok: false, error: { code: "remote" } });
  });

  it.each(["https://icons.example/x.png", "http://localhost:3000/x.png"])(
    "may be loaded from an origin that the host allows: %s",
    (url) => {
      expect(checkIcon(url, { origins })).toStrictEqual({
        ok: true,
        value: { kind: "image", url },
      });
      expect(checkIcon(url).ok).toBe(false);
    },
  );

  it.each(["", " ", "/icons/x.png", "//icons.example/x.png", "Not A Name", "x".repeat(65)])(
    "may not be %j",
    (icon) => {
      expect(checkIcon(icon, { origins })).toMatchObject({ error: { code: "malformed" } });
    },
  );
});
