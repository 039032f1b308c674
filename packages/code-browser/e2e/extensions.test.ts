import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { setUpCodeBrowser } from "./fixture/setUpCodeBrowser.ts";
import { withServer } from "./fixture/withServer.ts";
import { openPage } from "./library/openBrowser.ts";
import { patience } from "./library/patience.ts";

const manifest = join(
  import.meta.dirname,
  "../../../../shared/fixtures/manifests/sourcegraph-git-extras.json",
);
const isThere = existsSync(manifest);
const why = isThere ? "" : " (skipped: the manifest is not on this machine)";

const application = setUpCodeBrowser((repository) => {
  repository.write("a.ts", "one\ntwo\n");
  repository.commit("Add lines", "Ada Lovelace");
});

test("the sample extension shows real blame in its three states", async () => {
  expect(await walkThroughStates(application.server.url)).toEqual(threeStates);
});

test.skipIf(!isThere)(
  `the real git-extras shows real blame in its three states${why}`,
  async () => {
    const words = [application.repository.folder, "--extension", manifest];
    const seen = await withServer(words, ({ url }) => walkThroughStates(url));
    expect(seen).toEqual(threeStates);
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

async function walkThroughStates(url: string): Promise<BlameState[]> {
  const { page, problems, close } = await openPage(application.browser);
  const seen: BlameState[] = [];
  try {
    await page.goto(`${url}-/blob/a.ts`);
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
