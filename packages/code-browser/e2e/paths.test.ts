import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { setUpCodeBrowser } from "./fixture/setUpCodeBrowser.ts";

const secret = "text of a file outside";
const outside = mkdtempSync(join(tmpdir(), "code-browser-outside-"));
afterAll(() => rmSync(outside, { recursive: true, force: true }));

const application = setUpCodeBrowser((repository) => {
  writeFileSync(join(outside, "secret.txt"), secret);
  repository.write("empty.txt", "");
  repository.write("latin.txt", Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x0a]));
  symlinkSync(join(outside, "secret.txt"), join(repository.folder, "link.txt"));
  symlinkSync(outside, join(repository.folder, "linked"));
  repository.commit("Add files");
});

test.each([
  "../secret.txt",
  "..%2fsecret.txt",
  "%2e%2e/secret.txt",
  "a/../../secret.txt",
  "/etc/passwd",
  "%2fetc%2fpasswd",
  "..\\secret.txt",
  "..%5csecret.txt",
  ".git/config",
  ".GIT/config",
  ".git%00/config",
  "empty.txt%00.png",
  "./empty.txt",
  "//empty.txt",
])("the path %s is refused by every route", async (path) => {
  for (const route of ["blob", "raw", "blame", "history"]) {
    const { status, body } = await ask(route, path);
    expect([400, 403]).toContain(status);
    expect(body).not.toContain(secret);
  }
});

test.each(["link.txt", "linked/secret.txt", "linked", "%252e%252e/secret.txt"])(
  "the content behind %s is not handed out",
  async (path) => {
    for (const route of ["blob", "raw"]) {
      const { status, body } = await ask(route, path);
      expect([403, 404]).toContain(status);
      expect(body).not.toContain(secret);
      expect(body).not.toContain(outside);
    }
  },
);

test("a page of another origin and another host name are refused; this page's own requests are not", async () => {
  const address = `${application.server.url}.api/code/blob?path=latin.txt`;
  const status = async (headers: Record<string, string>) =>
    new Promise((resolve, reject) => {
      httpRequest(address, { headers }, (response) => resolve(response.statusCode))
        .on("error", reject)
        .end();
    });
  expect(await status({ "Sec-Fetch-Site": "cross-site" })).toBe(403);
  expect(await status({ Host: "attacker.example" })).toBe(421);
  expect(await status({ "Sec-Fetch-Site": "same-origin" })).toBe(200);
});

async function ask(route: string, path: string) {
  const response = await fetch(`${application.server.url}.api/code/${route}?path=${path}`);
  return { status: response.status, body: await response.text() };
}
