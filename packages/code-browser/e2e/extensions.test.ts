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
  expect(await walkThroughStates([])).toEqual(threeStates);
});

test.skipIf(!isThere)(
  `the real git-extras shows real blame in its three states${why}`,
  async () => {
    expect(await walkThroughStates(["--extension", manifest])).toEqual(threeStates);
  },
);

interface BlameState {
  readonly pressed: string | null;
  /** How many lines have a note behind them. */
  readonly notes: number;
  /** How many stretches are named beside the code. */
  readonly names: number;
}

const threeStates: readonly BlameState[] = [
  { pressed: "false", notes: 0, names: 0 },
  { pressed: "true", notes: 1, names: 0 },
  { pressed: "true", notes: 0, names: 1 },
  { pressed: "false", notes: 0, names: 0 },
];

async function walkThroughStates(words: readonly string[]): Promise<BlameState[]> {
  const server = await startServer([repository.folder, "--data-dir", dataFolder, ...words]);
  const { page, problems, close } = await openPage(browser);
  const seen: BlameState[] = [];
  try {
    await page.goto(`${server.url}-/blob/a.ts`);
    const blame = page.getByRole("button", { name: /Blame/u });
    await blame.waitFor();
    for (const [index, expected] of threeStates.entries()) {
      if (index > 0) {
        await blame.click();
      }
      await expect.poll(() => readState(page), patience).toEqual(expected);
      seen.push(await readState(page));
    }
    expect(problems).toEqual([]);
    return seen;
  } finally {
    await close();
    await server.stop();
  }
}

async function readState(page: Page): Promise<BlameState> {
  return {
    pressed: await page.getByRole("button", { name: /Blame/u }).getAttribute("aria-pressed"),
    notes: await page.locator(".cb-blame-note").count(),
    names: await page
      .getByText("Ada Lovelace", { exact: true })
      .and(page.locator(":visible"))
      .count(),
  };
}
