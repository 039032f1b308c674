import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { setUpCodeBrowser } from "./fixture/setUpCodeBrowser.ts";
import { patience } from "./library/patience.ts";

const application = setUpCodeBrowser((repository) => {
  repository.write("a.ts", "export const value = 1;\n");
  repository.commit("Add code");
});

const sourceMaps = join(import.meta.dirname, "../dist/sourcemaps");
const secret = "correct-horse-battery-staple";

/** An error report as the instance keeps it. */
interface KeptReport {
  readonly type: string;
  readonly release: string;
  readonly action?: string;
  readonly frames: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  }[];
}

/** The error reports that the instance has, newest first. */
async function reports(): Promise<readonly KeptReport[]> {
  const answer = await fetch(`${application.server.url}.api/analytics/errors`);
  return ((await answer.json()) as { readonly errors: readonly KeptReport[] }).errors;
}

/** Allows error reporting, or takes that back. */
async function allow(page: Page, isAllowed: boolean): Promise<void> {
  const name = "Allow error reporting";
  await page.getByRole("switch", { name, checked: !isAllowed }).click();
  await page.getByRole("switch", { name, checked: isAllowed }).waitFor();
}

/** Makes copying to the clipboard fail, with a secret in the error. */
async function breakClipboard(page: Page): Promise<void> {
  await page.addInitScript((message) => {
    const writeText = () => Promise.reject(new TypeError(message));
    Object.defineProperty(navigator.clipboard, "writeText", { value: writeText });
  }, secret);
}

const copyPath = async (page: Page) => {
  await page.goto(`${application.server.url}-/blob/a.ts`);
  await page.locator(".cm-line").first().waitFor();
  await page.keyboard.press("Control+Alt+KeyC");
  // The person is told what went wrong; nobody else is.
  await page.getByText(secret).first().waitFor();
};

test("nothing of error reporting is loaded or sent before it is allowed", async () => {
  const { page, requests, close } = await application.open();
  await breakClipboard(page);
  await copyPath(page);
  const asked = requests.map((request) => new URL(request.url()).pathname);
  expect(asked.filter((path) => /error-reports|Sentry|scripts\.json/u.test(path))).toEqual([]);
  expect(await reports()).toEqual([]);
  await close();
});

test("an action that fails is reported by its ID, without a word of what went wrong, until that is refused", async () => {
  const { page, requests, close } = await application.open("-/telemetry");
  await allow(page, true);
  await breakClipboard(page);
  await copyPath(page);
  await expect.poll(async () => (await reports()).length, patience).toBe(1);
  expect(await reports()).toMatchObject([
    { type: "TypeError", release: "code-browser@0.1.0", action: "codeBrowser.copyPath" },
  ]);
  const sent = requests.filter((request) => request.url().endsWith("/.api/error-reports"));
  expect(sent.map((request) => request.postData()).join("")).not.toContain(secret);
  expect(sent.map((request) => request.postData()).join("")).not.toContain("a.ts");

  await page.goto(`${application.server.url}-/telemetry`);
  await allow(page, false);
  await copyPath(page);
  await page.reload();
  expect(await reports()).toHaveLength(1);
  await close();
});

test("a page that fails to render says so and can be tried again; its report leads to the line that threw", async () => {
  const { page, close } = await application.open("-/telemetry");
  await allow(page, true);
  let isBroken = true;
  await page.route("**/.api/code/tree*", async (route) => {
    const body = { files: isBroken ? [secret, null] : [], submodules: [], omitted: 0 };
    await route.fulfill({ json: body });
  });
  const before = (await reports()).length;
  await page.goto(application.server.url);
  const alert = page.getByRole("alert").filter({ hasText: "Something went wrong here" });
  await alert.waitFor();
  await expect.poll(async () => (await reports()).length, patience).toBe(before + 1);
  const [report] = await reports();
  expect(report?.type).toBe("TypeError");
  const { file = "", line = 0, column = 0 } = report?.frames[0] ?? {};
  const name = file.replace("app:///", "");
  const map = JSON.parse(readFileSync(join(sourceMaps, `${name}.map`), "utf8")) as SourceMapPayload;
  const entry = new SourceMap(map).findEntry(line - 1, column - 1);
  expect(entry).toMatchObject({
    originalSource: expect.stringMatching(/file-tree\/buildFileTree\.ts$/u),
  });
  isBroken = false;
  await page.getByRole("button", { name: "Reload the page" }).click();
  await alert.waitFor({ state: "detached" });
  await page.getByRole("banner").waitFor();
  await close();
});
