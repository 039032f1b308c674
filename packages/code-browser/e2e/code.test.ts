import type { Page } from "playwright";
import { expect, test } from "vitest";
import { setUpCodeBrowser } from "./fixture/setUpCodeBrowser.ts";
import type { WatchedPage } from "./library/openBrowser.ts";
import { clickWord } from "./library/clickWord.ts";
import { patience } from "./library/patience.ts";
import { pressKeys } from "./library/pressKeys.ts";
import { readEvents } from "./library/readEvents.ts";

let commit: string;
const application = setUpCodeBrowser((repository) => {
  repository.write("tsconfig.json", `{ "compilerOptions": { "noEmit": true } }\n`);
  repository.write("compute.ts", "/** Computes. */\nexport function compute() {}\n");
  repository.write("main.ts", `import { compute } from "./compute";\n\ncompute();\ncompute();\n`);
  repository.write("script.py", "value = 1\n");
  commit = repository.commit("Add code");
});

async function openFile(path: string): Promise<WatchedPage> {
  const watched = await application.open(`-/blob/${path}`);
  await watched.page.getByRole("textbox", { name: `Code of ${path.split("#", 1)[0]}` }).waitFor();
  return watched;
}

const address = (page: Page) => page.url().slice(application.server.url.length - 1);

/** Puts the caret on a word and presses keys. */
async function pressAtWord(page: Page, line: number, keys: string) {
  await clickWord(page, line, "compute");
  await pressKeys(page, keys);
}

test("a click on a line's number selects it, Shift a range, and the address says so", async () => {
  const { page, problems, close } = await openFile("main.ts");
  const number = (line: number) =>
    page
      .locator(".cm-lineNumbers:visible")
      .getByText(String(line), { exact: true })
      .and(page.locator(":visible"));
  await number(2).click();
  await expect.poll(() => address(page), patience).toBe("/-/blob/main.ts#L2");
  await number(4).click({ modifiers: ["Shift"] });
  await expect.poll(() => address(page), patience).toBe("/-/blob/main.ts#L2-4");
  await expect.poll(() => page.locator(".cb-selected-line").count(), patience).toBe(3);
  await number(3).click();
  await number(3).click();
  await expect.poll(() => address(page), patience).toBe("/-/blob/main.ts");
  expect(problems).toEqual([]);
  await close();
});

test.each(["F12", "g d"])("%s goes from the word at the caret to its definition", async (keys) => {
  const { page, problems, close } = await openFile("main.ts");
  await pressAtWord(page, 3, keys);
  await expect.poll(() => address(page), patience).toBe("/-/blob/compute.ts#L2:17");
  await page.goBack();
  await expect.poll(() => address(page), patience).toBe("/-/blob/main.ts");
  expect(problems).toEqual([]);
  await close();
});

test.each(["Shift+F12", "g r"])("%s lists every use of the word at the caret", async (keys) => {
  const { page, close } = await openFile("main.ts");
  await pressAtWord(page, 4, keys);
  const panel = page.getByRole("region", { name: "References" });
  await panel.getByText("4 places in 2 files").waitFor();
  await panel.getByRole("listitem").first().click();
  await expect.poll(() => address(page), patience).toMatch(/#L\d+:\d+$/u);
  await close();
});

test("the search is opened by the action wherever the focus is, and recorded once each time", async () => {
  const { page, close } = await openFile("main.ts");
  const found = async () =>
    (await readEvents(application.server.url)).filter(
      ({ name }) => name === "codeBrowser.findInFile",
    );
  const code = page.getByRole("textbox", { name: "Code of main.ts" });
  const field = page.getByRole("textbox", { name: "Find" });
  await code.focus();
  await page.keyboard.press("Control+f");
  await field.waitFor();
  await expect.poll(found, patience).toHaveLength(1);
  // In the search itself too.
  await page.keyboard.press("Control+f");
  await expect.poll(found, patience).toHaveLength(2);
  expect((await found())[1]).toMatchObject({ surface: "shortcut", trigger: "keyboard" });
  await close();
});

test("a hover on a definition itself says that one is there already, and runs nothing", async () => {
  const { page, close } = await openFile("compute.ts");
  await page.getByText("compute", { exact: true }).hover();
  const card = page.getByRole("dialog", { name: "About compute" });
  await card.getByText("Computes.").waitFor();
  const item = card.locator(`[aria-description="You are at the definition."]`);
  await expect.poll(() => item.count(), patience).toBe(1);
  await page.keyboard.press("Escape");
  await page.mouse.move(5, 5);
  await expect.poll(() => card.count(), patience).toBe(0);
  await close();
});

test("a language without a service says so where references are asked for", async () => {
  const { page, close } = await openFile("script.py#L1:1&tab=references");
  const text = page.getByText("References are known in TypeScript and JavaScript files.");
  await expect.poll(() => text.count(), patience).toBe(1);
  await close();
});

test("a permalink names the commit, shows that it is one, and leads back", async () => {
  const { page, close } = await openFile("main.ts#L3");
  await page.keyboard.press("y");
  await expect.poll(() => address(page), patience).toBe(`/@${commit}/-/blob/main.ts#L3`);
  await page.getByText(`As of ${commit.slice(0, 10)}.`).waitFor();
  await page.getByRole("link", { name: "Show the file as it is now" }).click();
  await expect.poll(() => address(page), patience).toBe("/-/blob/main.ts#L3");
  await close();
});
