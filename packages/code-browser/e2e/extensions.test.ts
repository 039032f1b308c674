import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTestRepository,
  type TestRepository,
} from "../src/server/testing/createTestRepository.ts";
import { openBrowser, openPage } from "./library/openBrowser.ts";
import { patience } from "./library/patience.ts";
import { startServer } from "./library/startServer.ts";

const manifest = join(
  import.meta.dirname,
  "../../../../shared/fixtures/manifests/sourcegraph-git-extras.json",
);
const isThere = existsSync(manifest);
const why = isThere ? "" : " (skipped: the manifest is not on this machine)";

let browser: Browser;
let repository: TestRepository;
let dataFolder: string;
beforeAll(async () => {
  browser = await openBrowser();
  dataFolder = mkdtempSync(join(tmpdir(), "code-browser-data-"));
  repository = createTestRepository();
  repository.write("a.ts", "one\ntwo\n");
  repository.commit("Add lines", "Ada Lovelace");
});
afterAll(async () => {
  await browser.close();
  repository.remove();
  rmSync(dataFolder, { recursive: true, force: true });
});

test("the sample extension shows real blame in its three states", async () => {
  await expectThreeStates([]);
});

test.skipIf(!isThere)(
  `the real git-extras shows real blame in its three states${why}`,
  async () => {
    await expectThreeStates(["--extension", manifest]);
  },
);

async function expectThreeStates(words: readonly string[]): Promise<void> {
  const server = await startServer([repository.folder, "--data-dir", dataFolder, ...words]);
  const { page, problems, close } = await openPage(browser);
  try {
    await page.goto(`${server.url}-/blob/a.ts`);
    const blame = page.getByRole("button", { name: /Blame/u });
    await blame.waitFor();
    expect(await state(page)).toEqual({ pressed: "false", notes: 0, rows: 0 });
    await blame.click();
    await expect.poll(() => state(page), patience).toEqual({ pressed: "true", notes: 1, rows: 0 });
    await blame.click();
    await expect.poll(() => state(page), patience).toEqual({ pressed: "true", notes: 0, rows: 1 });
    await page.getByText("Ada Lovelace").first().waitFor();
    await blame.click();
    await expect.poll(() => state(page), patience).toEqual({ pressed: "false", notes: 0, rows: 0 });
    expect(problems).toEqual([]);
  } finally {
    await close();
    await server.stop();
  }
}

async function state(page: Page) {
  return {
    pressed: await page.getByRole("button", { name: /Blame/u }).getAttribute("aria-pressed"),
    notes: await page.locator(".cb-blame-note").count(),
    rows: await page.locator(".cb-blame-author:visible").count(),
  };
}
