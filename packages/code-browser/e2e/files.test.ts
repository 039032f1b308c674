import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { setUpCodeBrowser } from "./fixture/setUpCodeBrowser.ts";
import { startServerWithData } from "./fixture/startServerWithData.ts";
import { openPage } from "./library/openBrowser.ts";
import { patience } from "./library/patience.ts";
import { readEvents } from "./library/readEvents.ts";

const lines = 50_000;

const application = setUpCodeBrowser((repository) => {
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
  repository.commit("Add files");
});

test("binary, huge, empty, missing and refused files say so, and old encodings are read", async () => {
  const { page, close } = await application.open();
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
    await page.goto(`${application.server.url}-/blob/${path}`);
    await expect.poll(() => page.getByText(text).count(), patience).toBeGreaterThan(0);
  }
  await close();
});

test("a file that is not shown can be downloaded, by the action that is recorded", async () => {
  const { page, close } = await application.open("-/blob/data.bin");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("main").getByRole("button", { name: "Download the file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("data.bin");
  const recorded = () => readEvents(application.server.url);
  await expect.poll(recorded, patience).toMatchObject([{ name: "codeBrowser.downloadFile" }]);
  await close();
});

test("a file of 50,000 lines shows its last line, with only the lines in view in the document", async () => {
  const { page, problems, close } = await application.open("-/blob/long.ts");
  const code = page.getByRole("textbox", { name: "Code of long.ts" });
  await code.getByText("value0 ").waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const readWork = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Infinity) * 1000;
  };
  const steps = 60;
  const before = await readWork();
  await page.evaluate(async (count) => {
    const scroller = document.querySelector(".cm-scroller");
    for (let step = 0; step < count; step += 1) {
      scroller?.scrollBy(0, 4000);
      await new Promise(requestAnimationFrame);
    }
  }, steps);
  // Of the processor, which other work on this machine does not slow down; a tenth of a second would be a visible stutter.
  expect(((await readWork()) - before) / steps).toBeLessThan(100);
  expect(await page.locator(".cm-line").count()).toBeLessThan(400);
  await page.goto(`${application.server.url}-/blob/long.ts#L${lines}`);
  await code.getByText(`value${lines - 1}`).waitFor();
  expect(problems).toEqual([]);
  await close();
});

test("a folder that is no checkout is shown without history and blame, and the page says so", async () => {
  const folder = mkdtempSync(join(tmpdir(), "code-browser-plain-"));
  writeFileSync(join(folder, "note.md"), "# A note\n");
  const plain = await startServerWithData([folder]);
  const { page, problems, close } = await openPage(application.browser);
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
  const { page, close } = await application.open("-/blob/latin.txt");
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
  const port = Number(new URL(application.server.url).port);
  const words = [application.repository.folder, "--port", String(port)];
  const second = await startServerWithData(words);
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  expect(second.stdout()).toContain(`Port ${port} is taken`);
  expect(await second.stop()).toBe(0);
});
