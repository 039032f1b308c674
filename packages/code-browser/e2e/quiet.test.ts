import type { Page } from "playwright";
import { expect, test } from "vitest";
import { deliver } from "./canaries/observation/deliver.ts";
import { openPageStage } from "./canaries/stages/pageStage.ts";
import { secretOf } from "../../../scripts/canaries/secrets/secretOf.ts";
import { setUpCodeBrowser } from "./fixture/setUpCodeBrowser.ts";
import { listenToConsole, type ConsoleLog } from "./library/listenToConsole.ts";
import { openPage } from "./library/openBrowser.ts";
import { patience } from "./library/patience.ts";
import { runTwelveActions } from "./library/runTwelveActions.ts";
import type { RunningProcess } from "./library/startProcess.ts";

const application = setUpCodeBrowser((repository) => {
  repository.write("tsconfig.json", `{ "compilerOptions": { "noEmit": true } }\n`);
  repository.write("add.ts", "/** Adds. */\nexport const add = (a: number, b: number) => a + b;\n");
  repository.write("main.ts", `import { add } from "./add";\n\nexport const sum = add(1, 2);\n`);
  repository.commit("Add");
});

type Printing = Pick<RunningProcess, "stdout" | "stderr" | "print">;

test("a session in the code browser says nothing on the console, and its server prints nothing", async () => {
  const { server, browser } = application;
  const banner = server.stdout();
  const { page, close } = await openPage(browser);
  const log = listenToConsole(page.context());
  await runTwelveActions(page, { url: server.url, file: "main.ts", word: "add" });
  await page.getByRole("main").getByText("toggleColorTheme", { exact: true }).first().waitFor();
  await log.settled();
  expect(log.messages).toEqual([]);
  expect([server.stdout(), server.stderr()]).toEqual([banner, ""]);
  await seeControls(page, log, server);
  await close();
});

test("components and an instance on another site say nothing, whatever actions throw", async () => {
  const stage = await openPageStage(application.browser, "cross-site");
  const { page, console: log, instance } = stage.session;
  // That it has started is all it logs.
  await expect.poll(instance.stderr, patience).toContain(`"event":"started"`);
  const printed = [instance.stdout(), instance.stderr()];
  await stage.walk();
  await deliver(stage.session, stage.runs.length);
  await log.settled();
  // What a handler of the application throws is the application's, and the browser says so.
  const own = `uncaught Error ${secretOf("error of onExecute")}`;
  expect(log.messages.filter((message) => !message.startsWith(own))).toEqual([]);
  expect([instance.stdout(), instance.stderr()]).toEqual(printed);
  await seeControls(page, log, instance);
  await stage.close();
});

/** Proves that a word on the console, of the quietest level, or on either stream would have been seen. */
async function seeControls(page: Page, log: ConsoleLog, process: Printing): Promise<void> {
  await page.evaluate(`console.debug("said")`);
  await expect.poll(() => log.messages.some((text) => text.includes("said")), patience).toBe(true);
  process.print("printed");
  await expect.poll(() => process.stdout().includes("printed"), patience).toBe(true);
  await expect.poll(() => process.stderr().includes("printed"), patience).toBe(true);
}
