import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { checkURL, type URLProblem } from "./checkURL.ts";

const baseURL = "https://app.example:8443/code/file.ts?q=1#L1";

describe("a URL that is allowed", () => {
  it.each<[string, string, boolean, string]>([
    ["https://docs.example.com", "https://docs.example.com/", true, "docs.example.com"],
    ["http://docs.example.com/a?b#c", "http://docs.example.com/a?b#c", true, "docs.example.com"],
    ["HTTPS://Docs.Example.COM/A", "https://docs.example.com/A", true, "docs.example.com"],
    ["https://example.com:8443/", "https://example.com:8443/", true, "example.com:8443"],
    ["https://example.com:443/", "https://example.com/", true, "example.com"],
    ["  https://example.com/  ", "https://example.com/", true, "example.com"],
    ["https://app.example:8443/x", "https://app.example:8443/x", false, "app.example:8443"],
    ["http://app.example:8443/x", "http://app.example:8443/x", true, "app.example:8443"],
    ["https://app.example/x", "https://app.example/x", true, "app.example"],
    [
      "https://evil.example#.good.example",
      "https://evil.example/#.good.example",
      true,
      "evil.example",
    ],
    [
      "https://evil.example?@good.example",
      "https://evil.example/?@good.example",
      true,
      "evil.example",
    ],
    [
      "https://evil.example/@good.example",
      "https://evil.example/@good.example",
      true,
      "evil.example",
    ],
    [
      "https://good.example.evil.example/",
      "https://good.example.evil.example/",
      true,
      "good.example.evil.example",
    ],
    ["https://good.example./", "https://good.example./", true, "good.example."],
    ["https://аррӏе.com/", "https://xn--80ak6aa92e.com/", true, "xn--80ak6aa92e.com"],
    ["https://bücher.example/", "https://xn--bcher-kva.example/", true, "xn--bcher-kva.example"],
    ["https://%65vil.example/", "https://evil.example/", true, "evil.example"],
    ["https://ｅvil.example/", "https://evil.example/", true, "evil.example"],
    ["https://evil。example/", "https://evil.example/", true, "evil.example"],
    ["https://0x7f.1/", "https://127.0.0.1/", true, "127.0.0.1"],
    ["https://2130706433/", "https://127.0.0.1/", true, "127.0.0.1"],
    ["https://[::1]:3000/", "https://[::1]:3000/", true, "[::1]:3000"],
    ["https://example.com/%00%0a", "https://example.com/%00%0a", true, "example.com"],
    ["https://example.com/a b", "https://example.com/a%20b", true, "example.com"],
    ["https://example.com/\u202Egnp", "https://example.com/%E2%80%AEgnp", true, "example.com"],
    [
      "https://example.com/javascript:alert(1)",
      "https://example.com/javascript:alert(1)",
      true,
      "example.com",
    ],
    ["https://example.com/\uD800", "https://example.com/%EF%BF%BD", true, "example.com"],
    ["mailto:a@example.com", "mailto:a@example.com", false, ""],
    ["mailto:a@example.com?subject=Hi", "mailto:a@example.com?subject=Hi", false, ""],
    ["mailto:?subject=Hi", "mailto:?subject=Hi", false, ""],
    ["#L10", "#L10", false, "app.example:8443"],
    ["#", "#", false, "app.example:8443"],
    ["#javascript:alert(1)", "#javascript:alert(1)", false, "app.example:8443"],
    ["/search?q=a#b", "/search?q=a#b", false, "app.example:8443"],
    ["other.ts", "/code/other.ts", false, "app.example:8443"],
    ["../x", "/x", false, "app.example:8443"],
    ["?q=2", "/code/file.ts?q=2", false, "app.example:8443"],
    ["./a:b", "/code/a:b", false, "app.example:8443"],
    ["/https://evil.example", "/https://evil.example", false, "app.example:8443"],
    ["/a//b", "/a//b", false, "app.example:8443"],
    ["noop", "/code/noop", false, "app.example:8443"],
    ["%6aavascript:alert(1)", "/code/%6aavascript:alert(1)", false, "app.example:8443"],
    ["&#106;avascript:alert(1)", "/code/&#106;avascript:alert(1)", false, "app.example:8443"],
  ])("%j", (url, href, external, host) => {
    expect(checkURL(url, { baseURL })).toStrictEqual({ ok: true, value: { href, external, host } });
  });
});

describe("a URL that is refused", () => {
  it.each<[string, URLProblem["code"]]>([
    ["", "empty"],
    ["   ", "empty"],
    ["//evil.example", "ambiguous-host"],
    [" //evil.example", "ambiguous-host"],
    ["///evil.example", "ambiguous-host"],
    ["/.//evil.example", "ambiguous-host"],
    ["/..//evil.example", "ambiguous-host"],
    ["..//..//evil.example", "ambiguous-host"],
    ["https:evil.example", "ambiguous-host"],
    ["https:/evil.example", "ambiguous-host"],
    ["https:///evil.example", "ambiguous-host"],
    ["https:////evil.example", "ambiguous-host"],
    ["http:evil.example", "ambiguous-host"],
    [String.raw`\\evil.example`, "backslash"],
    [String.raw`/\evil.example`, "backslash"],
    [String.raw`\/evil.example`, "backslash"],
    [String.raw`https:\\evil.example`, "backslash"],
    [String.raw`https://good.example\@evil.example`, "backslash"],
    ["https://good.example@evil.example/", "user-info"],
    ["https://user:password@evil.example/", "user-info"],
    ["https://@evil.example/", "user-info"],
    ["https://:@evil.example/", "user-info"],
    ["https://good.example%40evil.example@evil.example", "user-info"],
    ["https://", "malformed"],
    ["https://?x", "malformed"],
    ["https://exa mple.com", "malformed"],
    ["https://example.com%00.evil.example/", "malformed"],
    ["https://example.com:99999/", "malformed"],
    ["https://[::1", "malformed"],
    ["mailto:", "malformed"],
    ["mailto://a@evil.example", "malformed"],
    ["mailto:/a", "malformed"],
    ["ftp://example.com/", "scheme"],
    ["ws://example.com/", "scheme"],
    ["tel:123", "scheme"],
    ["sms:123", "scheme"],
    ["intent://x#Intent;end", "scheme"],
    ["chrome://settings", "scheme"],
    ["chrome-extension://id/page.html", "scheme"],
    ["about:blank", "scheme"],
    ["ms-settings:", "scheme"],
    ["x:javascript:alert(1)", "scheme"],
    [`https://example.com/${"a".repeat(8192)}`, "too-long"],
    [" ".repeat(1_000_000), "too-long"],
  ])("%j", (url, code) => {
    const result = checkURL(url, { baseURL });
    expect(result).toMatchObject({ ok: false, error: { code } });
  });

  const schemes = ["javascript", "data", "vbscript", "blob", "filesystem", "view-source", "file"];
  const spellings = [
    (scheme: string) => `${scheme}:alert(1)`,
    (scheme: string) => `${scheme}://alert(1)`,
    (scheme: string) => `${scheme}:https://good.example/`,
    (scheme: string) => `${scheme.toUpperCase()}:x`,
    (scheme: string) => `  ${scheme[0]?.toUpperCase()}${scheme.slice(1)}:x`,
    (scheme: string) => `${scheme.slice(0, 2)}\n${scheme.slice(2)}:x`,
    (scheme: string) => `${scheme.slice(0, 2)}\t${scheme.slice(2)}:x`,
    (scheme: string) => `${scheme.slice(0, 2)}\r\n${scheme.slice(2)}:x`,
    (scheme: string) => `${scheme}\n:x`,
    (scheme: string) => `\u0001${scheme}:x`,
    (scheme: string) => `\u0000${scheme}:x`,
    (scheme: string) => `\u001F ${scheme}:x`,
    (scheme: string) => `\u00A0${scheme}:x`,
    (scheme: string) => `\uFEFF${scheme}:x`,
    (scheme: string) => `${scheme}:text/html,<script>alert(1)</script>`,
    (scheme: string) => `${scheme}:\u2028alert(1)`,
  ];
  const corpus = schemes.flatMap((scheme) => spellings.map((spell) => spell(scheme)));

  it.each(corpus)("%j, for its scheme or its controls", (url) => {
    const result = checkURL(url, { baseURL });
    expect(result.ok ? "allowed" : result.error.code).toMatch(/^(?:scheme|control-character)$/);
  });

  it("with a message that does not quote it", () => {
    const result = checkURL("javascript:canary", { baseURL });
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain("canary");
  });
});

describe("every URL", () => {
  const words =
    "https javascript data : / // \\ @ # ? . .. %2f %00 é evil.example app.example mailto 8443";
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.webUrl(),
    fc
      .array(fc.constantFrom("\t", " ", "\u0000", "\uFEFF", "\uD800", ...words.split(" ")), {
        maxLength: 12,
      })
      .map((parts) => parts.join("")),
  );

  it("that is allowed leads a browser where it says", () => {
    fc.assert(
      fc.property(text, (url) => {
        const result = checkURL(url, { baseURL });
        if (!result.ok) return;
        const { href, external, host } = result.value;
        const navigated = new URL(href, baseURL);
        expect(["http:", "https:", "mailto:"]).toContain(navigated.protocol);
        expect(navigated.host).toBe(host);
        expect(navigated.username + navigated.password).toBe("");
        const isMail = navigated.protocol === "mailto:";
        expect(!isMail && navigated.origin !== new URL(baseURL).origin).toBe(external);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("without the URL of the page", () => {
  it("relative URLs stay as they are, for the browser to resolve", () => {
    for (const href of ["#L1", "?q=1", "file.ts", "/search"]) {
      expect(checkURL(href)).toStrictEqual({
        ok: true,
        value: { href, external: false, host: "" },
      });
    }
  });

  it("a host without a scheme is refused, also the one that stands in for the page", () => {
    expect(checkURL("//page.invalid/x").ok).toBe(false);
  });

  it("absolute URLs are external", () => {
    expect(checkURL("https://example.com/")).toMatchObject({ value: { external: true } });
  });

  it.each(["about:blank", "chrome-extension://id/", "nonsense"])(
    "that of a page like %s does not help",
    (pageURL) => {
      expect(checkURL("/x", { baseURL: pageURL })).toMatchObject({
        ok: true,
        value: { href: "/x" },
      });
      expect(checkURL("//evil.example", { baseURL: pageURL }).ok).toBe(false);
    },
  );
});
