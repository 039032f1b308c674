import { afterAll, beforeAll, expect, test } from "vitest";
import { noncePlaceholder } from "../api/noncePlaceholder.ts";
import { createApplication } from "./createApplication.ts";
import { createTypeScriptService } from "./language/createTypeScriptService.ts";
import { openRepository } from "./repository/openRepository.ts";
import { createTestRepository, type TestRepository } from "./testing/createTestRepository.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const pageFiles = new Map([
  ["/index.html", { bytes: encode(`<p nonce="${noncePlaceholder}">`), mediaType: "text/html" }],
  ["/assets/a.js", { bytes: encode("1"), mediaType: "text/javascript; charset=utf-8" }],
]);

let made: TestRepository;
let app: ReturnType<typeof createApplication>;

beforeAll(async () => {
  made = createTestRepository();
  made.write("page.html", "<script>alert(1)</script>");
  made.write("data.bin", Uint8Array.of(0, 1, 2));
  made.write("sub/d'é (1).txt", "text");
  made.commit("Add");
  const opened = await openRepository(made.folder);
  if (!opened.ok) {
    throw new Error(opened.error.message);
  }
  app = createApplication({
    repository: opened.value,
    language: createTypeScriptService(opened.value),
    extensions: { extensions: [] },
    pageFiles,
    instance: { fetch: () => new Response("instance") },
  });
});
afterAll(() => made.remove());

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://127.0.0.1${path}`, { headers });

test("each document has a nonce of its own, the same in its policy, and scripts have none", async () => {
  const [first, second] = await Promise.all([get("/"), get("/-/blob/a.ts")]);
  const nonces = await Promise.all(
    [first, second].map(async (response) => /nonce="([^"]+)"/u.exec(await response.text())?.[1]),
  );
  expect(nonces[0]).not.toBe(nonces[1]);
  const policy = first.headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain(`style-src 'self' 'nonce-${nonces[0]}'`);
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain("unsafe");
});

test("the page answers every address, those it knows with 200 and others with 404", async () => {
  for (const path of [
    "/",
    "/-/blob/a",
    "/-/tree/a",
    "/@abc/-/blob/a",
    "/@abc/-/tree/",
    "/-/telemetry",
  ]) {
    expect((await get(path)).status).toBe(200);
  }
  for (const path of ["/nothing", "/assets/missing.js", "/index"]) {
    expect((await get(path)).status).toBe(404);
  }
});

test("built files are kept for ever, answers of routes never", async () => {
  expect((await get("/assets/a.js")).headers.get("Cache-Control")).toContain("immutable");
  expect((await get("/.api/code/tree")).headers.get("Cache-Control")).toBe("no-store");
});

test("what is not the application's goes to the instance", async () => {
  for (const path of ["/.api/action-events", "/analytics", "/healthz", "/metrics"]) {
    expect(await (await get(path)).text()).toBe("instance");
  }
  expect((await get("/.api/code/nothing")).status).toBe(404);
});

test("a raw file runs nothing: HTML is plain text in a sandbox, other bytes are a download", async () => {
  const html = await get("/.api/code/raw?path=page.html");
  expect(html.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
  expect(html.headers.get("Content-Security-Policy")).toContain("sandbox");
  expect(html.headers.get("X-Content-Type-Options")).toBe("nosniff");
  const binary = await get("/.api/code/raw?path=data.bin");
  expect(binary.headers.get("Content-Disposition")).toBe("attachment; filename*=UTF-8''data.bin");
  const odd = await get(`/.api/code/raw?path=${encodeURIComponent("sub/d'é (1).txt")}`);
  expect(odd.headers.get("Content-Disposition")).toBe(
    "inline; filename*=UTF-8''d%27%C3%A9%20%281%29.txt",
  );
});

test("another host name and other sites are refused", async () => {
  expect((await app.request("http://rebound.example/")).status).toBe(421);
  expect((await app.request("http://localhost/")).status).toBe(200);
  expect((await get("/.api/code/tree", { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  expect((await get("/.api/code/tree", { "Sec-Fetch-Site": "same-site" })).status).toBe(403);
});

test("no address of a page is told to anybody", async () => {
  expect((await get("/")).headers.get("Referrer-Policy")).toBe("no-referrer");
});
