import { expect } from "vitest";
import type { Page } from "playwright";
import { patience } from "./patience.ts";

/** Where the scripted person goes. */
export interface Walk {
  /** The address of the page, with a slash at its end. */
  readonly url: string;
  /** A file whose lines are long enough to be seen, by its path. */
  readonly file: string;
  /** A word in it that is defined elsewhere; absent where no language service knows the file. */
  readonly word?: string;
}

interface Expected {
  readonly name: string;
  readonly surface: string;
  readonly trigger: string;
}

type Step = readonly [
  name: string,
  surface: string,
  trigger: string,
  run: (page: Page) => Promise<unknown>,
];

/**
 * Runs twelve different actions over five surfaces, or six where there is a hover, as a person would: with a pointer
 * and keys. Ends on the analytics page. Answers what has to be recorded.
 */
export async function runTwelveActions(page: Page, walk: Walk): Promise<Expected[]> {
  const address = `${walk.url}-/blob/${walk.file}`;
  await page.goto(address);
  await page.getByRole("textbox", { name: `Code of ${walk.file}` }).waitFor();
  const steps = [...codeSteps(walk, address), ...hoverSteps(walk, address), ...pageSteps()];
  expect(steps).toHaveLength(12);
  for (const [, , , run] of steps) {
    await run(page);
  }
  return steps.map(([name, surface, trigger]) => ({ name, surface, trigger }));
}

function codeSteps(walk: Walk, address: string): Step[] {
  return [
    ["toggleLineWrap", "toolbar", "pointer", (page) => toolbar(page, "Wrap").click()],
    ["git.blame.toggle", "toolbar", "keyboard", (page) => toolbar(page, "Blame").press("Enter")],
    [
      "codeBrowser.history",
      "toolbar",
      "pointer",
      async (page) => {
        await toolbar(page, "History").click();
        await page.getByRole("region", { name: "History" }).getByRole("listitem").first().waitFor();
      },
    ],
    [
      "codeBrowser.toggleFileTree",
      "palette",
      "keyboard",
      async (page) => {
        await openPalette(page, "Hide the files");
        await page.keyboard.press("Enter");
        await expect.poll(() => page.getByRole("tree").count(), patience).toBe(0);
      },
    ],
    [
      "codeBrowser.copyPath",
      "palette",
      "pointer",
      async (page) => {
        await openPalette(page, "Copy the path");
        await page.getByRole("option", { name: /Copy the path/u }).click();
        await expect
          .poll(() => page.evaluate(() => navigator.clipboard.readText()), patience)
          .toBe(walk.file);
      },
    ],
    [
      "goToPermalink",
      "shortcut",
      "keyboard",
      async (page) => {
        await page.keyboard.press("y");
        await page.waitForURL(/\/@[0-9a-f]{40}\//u);
        await page.goto(address);
      },
    ],
  ];
}

function hoverSteps({ word, file }: Walk, address: string): Step[] {
  if (word === undefined) {
    return [
      [
        "codeBrowser.findInFile",
        "shortcut",
        "keyboard",
        async (page) => {
          await page.getByRole("textbox", { name: `Code of ${file}` }).waitFor();
          await page.keyboard.press("Control+f");
          await page.getByRole("textbox", { name: "Find" }).waitFor();
          await page.keyboard.press("Escape");
        },
      ],
      [
        "codeBrowser.filterFiles",
        "shortcut",
        "keyboard",
        async (page) => {
          await page.keyboard.press("t");
          await page.getByRole("textbox", { name: "Go to a file" }).waitFor();
          await page.keyboard.press("Escape");
        },
      ],
    ];
  }
  return [
    [
      "goToDefinition.preloaded",
      "hover",
      "pointer",
      async (page) => {
        await hover(page, file, word);
        await page.getByRole("dialog").getByRole("link", { name: "Go to definition" }).click();
        await page.waitForURL((url) => /#L\d+:\d+$/u.test(url.hash));
        await page.goto(address);
      },
    ],
    [
      "findReferences",
      "hover",
      "pointer",
      async (page) => {
        await hover(page, file, word);
        await page.getByRole("dialog").getByRole("link", { name: "Find references" }).click();
        await page
          .getByRole("region", { name: "References" })
          .getByRole("listitem")
          .first()
          .waitFor();
      },
    ],
  ];
}

function pageSteps(): Step[] {
  return [
    [
      "codeBrowser.showShortcuts",
      "menu",
      "pointer",
      async (page) => {
        await page.getByRole("button", { name: "Help", exact: true }).click();
        await page.getByRole("menuitem", { name: "Keyboard shortcuts" }).click();
        await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
        await page.keyboard.press("Escape");
      },
    ],
    [
      "codeBrowser.openTelemetry",
      "menu",
      "keyboard",
      async (page) => {
        await page.getByRole("button", { name: "Help", exact: true }).press("Enter");
        await page.getByRole("menuitem", { name: "What is recorded of me" }).press("Enter");
        await page.getByRole("heading", { name: "Telemetry", exact: true }).waitFor();
      },
    ],
    [
      "toggleColorTheme",
      "page",
      "pointer",
      async (page) => {
        await page.getByRole("button", { name: "Color theme" }).click();
        await expect
          .poll(() => page.evaluate(() => document.documentElement.dataset["theme"]), patience)
          .toBe("dark");
      },
    ],
    [
      "codeBrowser.openAnalytics",
      "page",
      "pointer",
      async (page) => {
        await page.getByRole("link", { name: "Analytics", exact: true }).click();
        await page.waitForURL(/\/analytics/u);
      },
    ],
  ];
}

function toolbar(page: Page, name: string) {
  return page
    .getByRole("toolbar", { name: "Code actions" })
    .locator("a, button")
    .filter({ hasText: name });
}

async function openPalette(page: Page, query: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(query);
  await page.getByRole("option").first().waitFor();
}

async function hover(page: Page, file: string, word: string): Promise<void> {
  const code = page.getByRole("textbox", { name: `Code of ${file}` });
  await code.getByText(word, { exact: true }).last().hover();
  await page.getByRole("dialog", { name: `About ${word}` }).waitFor();
}
