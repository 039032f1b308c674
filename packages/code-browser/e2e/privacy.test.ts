import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page, Request } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTestRepository,
  type TestRepository,
} from "../src/server/testing/createTestRepository.ts";
import { canaries, canaryManifest } from "./library/canaries.ts";
import { openBrowser, openPage } from "./library/openBrowser.ts";
import { readBrowserStorage } from "./library/readBrowserStorage.ts";
import { readDatabase } from "./library/readDatabase.ts";
import { searchFolder } from "./library/searchFolder.ts";
import { startServer, type RunningServer } from "./library/startServer.ts";
import { patience } from "./library/patience.ts";

const texts = Object.values(canaries);
const file = `src/${canaries.fileName}.ts`;

let browser: Browser;
let repository: TestRepository;
let dataFolder: string;
let server: RunningServer;

beforeAll(async () => {
  browser = await openBrowser();
  repository = createTestRepository();
  repository.write(
    file,
    `/** ${canaries.content} */\nexport const value = 1;\nexport default value;\n`,
  );
  repository.commit(`Add ${canaries.commit}`);
  dataFolder = mkdtempSync(join(tmpdir(), "code-browser-data-"));
  const manifest = join(repository.folder, "..", `canary-${process.pid}.json`);
  writeFileSync(manifest, JSON.stringify(canaryManifest));
  server = await startServer([
    repository.folder,
    "--data-dir",
    dataFolder,
    "--extension",
    manifest,
  ]);
  rmSync(manifest);
});
afterAll(async () => {
  await server.stop();
  await browser.close();
  repository.remove();
  rmSync(dataFolder, { recursive: true, force: true });
});

test("no planted text leaves the page, and the one action that opts in has exactly its record", async () => {
  const { page, requests, close } = await openPage(browser);
  const seen: string[] = [];
  await page.goto(`${server.url}-/blob/${file}?q=${canaries.query}#L2&tab=history`);
  await page.getByText(canaries.commit).first().waitFor();
  seen.push(await everythingOn(page), page.url(), JSON.stringify(canaryManifest));

  for (const name of ["Configure", "Fail", "Define"]) {
    await page.getByRole("button", { name: new RegExp(`^${name} canary`, "u") }).click();
  }
  // The last two fail, and the person is told; the failures hold planted texts.
  await expect.poll(() => page.getByRole("alert").count(), patience).toBeGreaterThanOrEqual(2);
  seen.push(await everythingOn(page));
  await page.keyboard.press("Alt+Shift+L");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("Configure canary");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: /^Link canary/u }).click();
  await page.getByRole("heading", { name: "Telemetry", exact: true }).waitFor();
  seen.push(page.url());
  await expect.poll(() => readDatabase(dataFolder).length, patience).toBe(6);

  // The planting worked: each of them was on the page, in its address or in what the extension was given.
  expect(texts.filter((text) => !seen.some((part) => part.includes(text)))).toEqual([]);

  const toInstance = requests.filter(isForInstance);
  expect(toInstance.length).toBeGreaterThan(0);
  const sent = await Promise.all(toInstance.map(everythingIn));
  expect(texts.filter((text) => sent.some((part) => part.includes(text)))).toEqual([]);
  const stored = await readBrowserStorage(page);
  expect(texts.filter((text) => stored.includes(text))).toEqual([]);
  expect(searchFolder(dataFolder, texts)).toEqual([]);
  expect(texts.filter((text) => server.output().includes(text))).toEqual([]);

  // The same searches find what was recorded on purpose.
  expect(sent.some((part) => part.includes("canary.configure"))).toBe(true);
  expect(stored).toContain("codeBrowser.codeSize");
  expect(searchFolder(dataFolder, ["canary.configure"])).not.toEqual([]);
  expect(server.output()).toContain("analytics");

  const record = `{"size":"large"}`;
  expect(readDatabase(dataFolder).map((row) => [row.name, row.surface, row.arguments])).toEqual([
    ["canary.configure", "toolbar", null],
    ["canary.fail", "toolbar", null],
    ["canary.define", "toolbar", null],
    ["codeBrowser.setCodeSize", "shortcut", record],
    ["canary.configure", "palette", null],
    ["canary.link", "toolbar", null],
  ]);
  expect(sent.join("").split(`"arguments":${record}`)).toHaveLength(2);
  await close();
});

test("the telemetry page shows the very bytes that were sent", async () => {
  const { page, requests, close } = await openPage(browser);
  await page.goto(`${server.url}-/telemetry`);
  await page.getByRole("button", { name: "Color theme" }).click();
  await page.getByText("delivered").first().click();
  const shown = await page.locator("pre").textContent();
  expect(shown).toContain("toggleColorTheme");
  expect(requests.filter(isForInstance).map((request) => request.postData())).toContain(shown);
  await close();
});

test("what was refused is erased, and nothing more is sent until it is allowed again", async () => {
  const { page, requests, close } = await openPage(browser);
  const before = readDatabase(dataFolder).length;
  await page.goto(`${server.url}-/telemetry`);
  await page.getByRole("switch").click();
  await page.getByText("off because Send telemetry is off").waitFor();
  await page.getByRole("button", { name: "Color theme" }).click();
  await page.reload();
  await page.getByText("off because Send telemetry is off").waitFor();
  await page.getByRole("button", { name: "Color theme" }).click();
  expect(requests.filter(isForInstance)).toEqual([]);
  await page.getByRole("switch").click();
  await page.getByRole("button", { name: "Color theme" }).click();
  await expect.poll(() => readDatabase(dataFolder).length, patience).toBe(before + 1);
  expect(requests.some(isForInstance)).toBe(true);
  await close();
});

function isForInstance(request: Request): boolean {
  return new URL(request.url()).pathname === "/.api/action-events";
}

async function everythingIn(request: Request): Promise<string> {
  const headers = JSON.stringify(await request.allHeaders());
  return `${request.url()} ${headers} ${request.postData() ?? ""}`;
}

async function everythingOn(page: Page): Promise<string> {
  return page.content();
}
