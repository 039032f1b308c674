import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPageRoutes, pagePath } from "./createPageRoutes.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "collector-"));
  mkdirSync(join(folder, "page", "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.html"), "secret");
  writeFileSync(join(folder, "page", "index.html"), "<!doctype html>");
  writeFileSync(join(folder, "page", "assets", "index-1.js"), "export {};");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the page's files", () => {
  it("come with a strict policy and caching by kind", async () => {
    const routes = createPageRoutes(join(folder, "page"));
    const page = await routes.request("/");
    expect(await page.text()).toBe("<!doctype html>");
    expect(page.headers.get("content-security-policy")?.split("; ")).toEqual([
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(page.headers.get("cache-control")).toBe("no-cache");
    const script = await routes.request("/assets/index-1.js");
    expect(script.headers.get("content-type")).toContain("text/javascript");
    expect(script.headers.get("cache-control")).toContain("immutable");
    const zipped = await routes.request("/assets/index-1.js", {
      headers: { "accept-encoding": "gzip" },
    });
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
  });

  it("come by Brotli where the build has written them so", async () => {
    writeFileSync(join(folder, "page", "assets", "index-1.js.br"), "tight");
    const routes = createPageRoutes(join(folder, "page"));
    const ask = (accepted: string) =>
      routes.request("/assets/index-1.js", { headers: { "accept-encoding": accepted } });
    const tight = await ask("gzip, deflate, br, zstd");
    expect(tight.headers.get("content-encoding")).toBe("br");
    expect(tight.headers.get("content-type")).toContain("text/javascript");
    expect(await tight.text()).toBe("tight");
    expect((await ask("gzip")).headers.get("content-encoding")).toBe("gzip");
    expect((await routes.request("/assets/index-1.js.br")).status).toBe(404);
  });

  it("name what the view will ask for, unless its address has to be mended", async () => {
    const routes = createPageRoutes(join(folder, "page"));
    const linkOf = async (path: string) => (await routes.request(path)).headers.get("link");
    const preload = (path: string) =>
      `</.api/analytics/${path}>; rel=preload; as=fetch; crossorigin`;
    expect(await linkOf("/?range=30d&surface=hover&sort=id")).toBe(
      ["overview", "actions"].map((name) => preload(`${name}?range=30d&surface=hover`)).join(", "),
    );
    expect(await linkOf("/actions/a%2Fb.run")).toBe(preload("actions/a%2Fb.run?"));
    for (const path of ["/?range=1x", "/actions/%3Cb%3E", "/live", "/instance"]) {
      expect(await linkOf(path)).toBe(null);
    }
  });

  it.each(["/assets/..%2F..%2Fsecret.html", "/assets/%2e%2e%2findex.html", "/../secret.html"])(
    "answers 404 for %s",
    async (path) => {
      const answer = await createPageRoutes(join(folder, "page")).request(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain("secret");
    },
  );

  it.each([
    ["/analytics/", "/analytics"],
    ["/analytics/live/?range=7d", "/analytics/live?range=7d"],
    ["/analytics//elsewhere.example/", "/analytics//elsewhere.example"],
  ])("are at %s without the slash, on the same host", async (typed, address) => {
    const app = new Hono().route(pagePath, createPageRoutes(join(folder, "page")));
    const answer = await app.request(typed);
    expect(answer.status).toBe(308);
    expect(answer.headers.get("location")).toBe(address);
  });

  it("are told how to be built when they are not there", async () => {
    const answer = await createPageRoutes(join(folder, "nowhere")).request("/");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("build:page");
  });
});
