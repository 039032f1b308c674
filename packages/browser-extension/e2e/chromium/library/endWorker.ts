import { readFileSync } from "node:fs";
import type { CDPSession, Page } from "playwright";
import type { OpenChromium } from "./openChromium.ts";

/** How a worker ends. */
export type WorkerEnd = "stopped" | "killed";

/** Ends the extension's worker, wherever it is; resolves when it has ended. */
export type EndWorker = (how: WorkerEnd) => Promise<void>;

/**
 * Prepares to end the worker: `stopped` as the browser does when it likes to, `killed` with its process.
 *
 * @param page - Any page; the browser is told through it.
 */
export async function prepareWorkerEnd(chromium: OpenChromium, page: Page): Promise<EndWorker> {
  const session = await chromium.context.newCDPSession(page);
  const browser = await chromium.context.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error("Chromium can only be reached through its browser.");
  let isRunning = true;
  session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    for (const { scriptURL, runningStatus } of versions) {
      if (scriptURL.startsWith(chromium.extensionOrigin)) isRunning = runningStatus !== "stopped";
    }
  });
  await session.send("ServiceWorker.enable");

  return async (how) => {
    // A worker that has just ended by itself is not told of once more: then this gives up in time.
    for (let attempt = 0; isRunning && attempt < 40; attempt += 1) {
      if (how === "stopped") await session.send("ServiceWorker.stopAllWorkers");
      else for (const id of await findProcesses(browser)) kill(id);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    }
  };
}

/** The processes in which extensions of this browser run. */
async function findProcesses(browser: CDPSession): Promise<readonly number[]> {
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  return processInfo.map(({ id }) => id).filter(isOfExtension);
}

function kill(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}

function isOfExtension(id: number): boolean {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--extension-process");
  } catch {
    // It has ended meanwhile.
    return false;
  }
}
