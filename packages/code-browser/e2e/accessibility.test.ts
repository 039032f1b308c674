import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { setUpCodeBrowser } from "./fixture/setUpCodeBrowser.ts";
import { patience } from "./library/patience.ts";
import { pressKeys } from "./library/pressKeys.ts";

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const file = "src/deep/main.ts";

interface Case {
  readonly name: string;
  readonly path: string;
  /** What the person does before the page is looked at. */
  readonly act?: (page: Page) => Promise<unknown>;
}
const cases: readonly Case[] = [
  { name: "the start page", path: "" },
  { name: "a file", path: `-/blob/${file}#L5-7` },
  { name: "a file with its history", path: `-/blob/${file}#L2&tab=history` },
  { name: "a file with references", path: `-/blob/${file}#L3:19&tab=references` },
  {
    name: "a file with blame",
    path: `-/blob/${file}`,
    act: async (page) => {
      const blame = page.getByRole("button", { name: /Blame/u });
      await blame.click();
      await blame.click();
      await page.locator(".cb-blame").first().waitFor();
    },
  },
  {
    name: "a hover",
    path: `-/blob/${file}`,
    act: async (page) => {
      await page.getByText("compute", { exact: true }).last().hover();
      await page.getByRole("dialog", { name: "About compute" }).waitFor();
    },
  },
  {
    name: "the palette",
    path: `-/blob/${file}`,
    act: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("option").first().waitFor();
    },
  },
  { name: "the telemetry page", path: "-/telemetry" },
  {
    name: "the help menu",
    path: "",
    act: (page) => page.getByRole("button", { name: "Help", exact: true }).click(),
  },
];

const application = setUpCodeBrowser((repository) => {
  repository.write(
    "README.md",
    "# A project\n\n[Code](src/deep/main.ts) and `more`.\n\n```ts\nlet a = 1;\n```\n",
  );
  repository.write(
    "tsconfig.json",
    `{ "include": ["src"], "compilerOptions": { "noEmit": true } }\n`,
  );
  repository.write("src/deep/compute.ts", "/** Computes. */\nexport const compute = () => 1;\n");
  repository.commit("Add compute", "Ada Lovelace");
  repository.write(
    file,
    `// A comment.\nimport { compute } from "./compute";\nexport const x = [compute(), "text", 1.5, true];\n/** More. */\nexport class Thing<T> {\n  field: T | undefined;\n}\n`,
  );
  repository.commit("Use it", "Grace Hopper");
});

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  test.each(cases)("$name has no violation of axe and nothing on the console", async (one) => {
    const { page, problems, close } = await application.open(one.path, { colorScheme });
    await page.getByRole("banner").waitFor();
    await page.getByRole("main").getByRole("heading", { level: 1 }).first().waitFor();
    await page.waitForLoadState("networkidle");
    await one.act?.(page);
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

test("a page of 390 pixels scrolls nowhere sideways", async () => {
  const { page, close } = await application.open("", { viewport: { width: 390, height: 800 } });
  for (const path of ["", `-/blob/${file}#tab=history`, "-/telemetry"]) {
    await page.goto(application.server.url + path);
    await page.getByRole("main").getByRole("heading", { level: 1 }).first().waitFor();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), patience)
      .toBe(390);
  }
  await close();
});

test("everything is reached by keyboard: a file is found, its code focused, and the panel closed", async () => {
  const { page, close } = await application.open();
  await page.getByRole("tree").waitFor();
  await page.keyboard.press("t");
  await page.keyboard.type("main.ts");
  await page.keyboard.press("Enter");
  const code = page.getByRole("textbox", { name: `Code of ${file}` });
  await code.waitFor();
  await pressKeys(page, "g h");
  await page.getByRole("region", { name: "History" }).waitFor();
  await page.getByRole("button", { name: "Close the panel" }).press("Enter");
  await expect
    .poll(() => code.evaluate((element) => element === document.activeElement), patience)
    .toBe(true);
  await close();
});

test("shortcuts of single keys are switched off for good, and those with a modifier stay", async () => {
  const { page, close } = await application.open();
  const shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await page.getByRole("tree").waitFor();
  await page.keyboard.press("?");
  await shortcuts.waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("single keys");
  await page.getByRole("option", { name: "Switch shortcuts of single keys off" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("combobox").waitFor({ state: "hidden" });
  await page.reload();
  await page.getByRole("tree").waitFor();
  await page.keyboard.press("?");
  await page.keyboard.press("Control+k");
  await page.getByRole("option").first().waitFor();
  expect(await shortcuts.isVisible()).toBe(false);
  await close();
});

test("nothing that is reached with Tab is covered by what stays in place", async () => {
  const { page, close } = await application.open(`-/blob/${file}#tab=history`, {
    viewport: { width: 700, height: 420 },
  });
  await page.getByRole("region", { name: "History" }).waitFor();
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press("Tab");
    await expect.poll(() => page.evaluate(coveredPoints), patience).toEqual([]);
  }
  await close();
});

/** Which of the centre and the corners of the focused element something else lies over. Runs in the page. */
function coveredPoints(): string[] {
  const element = document.activeElement;
  // Neither the window between the last stop and the first, nor code, which is as long as its file, nor a border of one
  // pixel.
  const skipped = "body, .cm-content, [role=separator]";
  if (element === null || element.matches(skipped)) return [];
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const inset = 3;
  const points = [
    [(left + right) / 2, (top + bottom) / 2],
    [left + inset, top + inset],
    [right - inset, top + inset],
    [left + inset, bottom - inset],
    [right - inset, bottom - inset],
  ] as const;
  return points
    .filter(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit === null || !(element.contains(hit) || hit.contains(element));
    })
    .map(([x, y]) => `${element.outerHTML.slice(0, 80)} at ${Math.round(x)}, ${Math.round(y)}`);
}

async function violations(page: Page): Promise<string[]> {
  // What fades in is judged when it is there.
  await page.evaluate(async () => {
    const ends = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      .map((animation) => animation.finished.catch(() => undefined));
    await Promise.all(ends);
  });
  // The policy of the page forbids script elements; the protocol's own evaluation is not bound by it.
  await page.evaluate(axeSource);
  const results = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } };
    return axe.run();
  });
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
  );
}
