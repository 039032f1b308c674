import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { request as httpRequest } from "node:http";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTestRepository,
  type TestRepository,
} from "../src/server/testing/createTestRepository.ts";
import { openBrowser, openPage } from "./library/openBrowser.ts";
import { readDatabase } from "./library/readDatabase.ts";
import { startServer, type RunningServer } from "./library/startServer.ts";
import { patience } from "./library/patience.ts";

const secret = "text of a file outside";
const lines = 50_000;

let browser: Browser;
let repository: TestRepository;
let outside: string;
let server: RunningServer;

beforeAll(async () => {
  browser = await openBrowser();
  outside = mkdtempSync(join(tmpdir(), "code-browser-outside-"));
  writeFileSync(join(outside, "secret.txt"), secret);
  repository = createTestRepository();
  repository.write("empty.txt", "");
  repository.write(
    "data.bin",
    Uint8Array.from({ length: 3000 }, (_, index) => index % 7),
  );
  repository.write("huge.txt", "a line of a huge file\n".repeat(450_000));
  repository.write(
    "long.ts",
    Array.from({ length: lines }, (_, index) => `export const value${index} = ${index};`).join(
      "\n",
    ),
  );
  repository.write("latin.txt", Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x0a]));
  symlinkSync(join(outside, "secret.txt"), join(repository.folder, "link.txt"));
  symlinkSync(outside, join(repository.folder, "linked"));
  repository.commit("Add files");
  server = await startServer([repository.folder, "--data-dir", join(outside, "data")]);
});
afterAll(async () => {
  await server.stop();
  await browser.close();
  repository.remove();
  rmSync(outside, { recursive: true, force: true });
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
  const address = `${server.url}.api/code/blob?path=latin.txt`;
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

test("binary, huge, empty, missing and refused files say so, and old encodings are read", async () => {
  const { page, close } = await openPage(browser);
  const texts = [
    ["data.bin", "This file is binary"],
    ["huge.txt", "This file is too large to show"],
    ["empty.txt", "This file is empty"],
    ["missing.txt", "There is no such file"],
    [".git/config", "This path is refused"],
    ["latin.txt", "windows-1252"],
    ["latin.txt", "café"],
  ] as const;
  for (const [path, text] of texts) {
    await page.goto(`${server.url}-/blob/${path}`);
    await expect.poll(() => page.getByText(text).count(), patience).toBeGreaterThan(0);
  }
  await close();
});

test("a file that is not shown can be downloaded, by the action that is recorded", async () => {
  const { page, close } = await openPage(browser);
  await page.goto(`${server.url}-/blob/data.bin`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("main").getByRole("button", { name: "Download the file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("data.bin");
  const recorded = () => readDatabase(join(outside, "data"));
  await expect.poll(recorded, patience).toMatchObject([{ name: "codeBrowser.downloadFile" }]);
  await close();
});

test("a file of 50,000 lines shows its last line, with only the lines in view in the document", async () => {
  const { page, problems, close } = await openPage(browser);
  await page.goto(`${server.url}-/blob/long.ts`);
  const code = page.getByRole("textbox", { name: "Code of long.ts" });
  await code.getByText("value0 ").waitFor();
  const slowest = await page.evaluate(async () => {
    const scroller = document.querySelector(".cm-scroller");
    const gaps: number[] = [];
    let last = performance.now();
    for (let step = 0; step < 60; step += 1) {
      scroller?.scrollBy(0, 4000);
      await new Promise(requestAnimationFrame);
      gaps.push(performance.now() - last);
      last = performance.now();
    }
    return gaps.sort((a, b) => a - b)[30] ?? Infinity;
  });
  // The middle of sixty frames; a tenth of a second would be a visible stutter even on a busy machine.
  expect(slowest).toBeLessThan(100);
  expect(await page.locator(".cm-line").count()).toBeLessThan(400);
  await page.goto(`${server.url}-/blob/long.ts#L${lines}`);
  await code.getByText(`value${lines - 1}`).waitFor();
  expect(problems).toEqual([]);
  await close();
});

test("a folder that is no checkout is shown without history and blame, and the page says so", async () => {
  const folder = mkdtempSync(join(tmpdir(), "code-browser-plain-"));
  writeFileSync(join(folder, "note.md"), "# A note\n");
  const plain = await startServer([folder, "--data-dir", join(outside, "data2")]);
  const { page, problems, close } = await openPage(browser);
  try {
    expect(plain.stdout()).toContain("not a Git checkout");
    await page.goto(plain.url);
    await page.getByText("This folder is not a Git checkout").waitFor();
    await page.getByRole("main").getByRole("link", { name: "note.md" }).click();
    await page.getByText("# A note").waitFor();
    await page.getByRole("button", { name: /Wrap/u }).waitFor();
    expect(await page.getByRole("link", { name: "History" }).count()).toBe(0);
    expect(problems).toEqual([]);
  } finally {
    await close();
    await plain.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a page whose server has gone says so, and comes back when it is asked to try again", async () => {
  const { page, close } = await openPage(browser);
  await page.goto(`${server.url}-/blob/latin.txt`);
  await page.getByText("café").waitFor();
  await page.context().setOffline(true);
  await page.getByRole("treeitem", { name: "empty.txt" }).click();
  await page.getByText("The server does not answer").waitFor();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => page.getByText("This file is empty").count(), patience).toBe(1);
  await close();
});

test("a port that is taken is left to whoever has it, and the next free one is used and told", async () => {
  const port = Number(new URL(server.url).port);
  const second = await startServer([
    repository.folder,
    "--port",
    String(port),
    "--data-dir",
    join(outside, "data3"),
  ]);
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  expect(second.stdout()).toContain(`Port ${port} is taken`);
  expect(await second.stop()).toBe(0);
});

async function ask(route: string, path: string) {
  const response = await fetch(`${server.url}.api/code/${route}?path=${path}`);
  return { status: response.status, body: await response.text() };
}
