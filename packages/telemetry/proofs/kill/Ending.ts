import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright";
import type { Browser } from "./Browser.ts";
import type { Instance } from "./Instance.ts";

/** A way in which a page ends. */
export interface Ending {
  readonly title: string;
  /** Whether it waits by the wall clock. */
  readonly pauses?: true;
  /** Whether a client whose database did not exist yet may be too late. */
  readonly needsDatabase?: true;
  /** Runs the script that records, and ends the page. */
  end(page: Page, script: string, browser: Browser, instance: Instance): Promise<void>;
}

/** The page may take the answer with it. */
const run = (page: Page, script: string) => page.evaluate(script).catch(() => undefined);

/** Every way in which a page ends. */
export const endings: readonly Ending[] = [
  {
    title: "navigates in the same task",
    end: async (page, script) => {
      await run(page, `${script}; location.href = "/elsewhere"`);
      await page.waitForURL("**/elsewhere");
    },
  },
  {
    title: "closes its tab in the same task",
    end: async (page, script) => {
      const closed = page.waitForEvent("close");
      await run(page, `${script}; close()`);
      await closed;
    },
  },
  {
    title: "renderer killed as soon as the task is over",
    end: async (page, script, browser) => {
      const kill = await browser.aimAtRenderers();
      const crashed = page.waitForEvent("crash");
      await run(page, script);
      await Promise.all([kill(), crashed]);
    },
  },
  {
    title: "browser killed 50 ms after the task",
    pauses: true,
    needsDatabase: true,
    end: async (page, script, browser) => {
      await run(page, script);
      await sleep(50);
      await browser.kill();
    },
  },
  {
    title: "instance down, browser killed 50 ms after the task",
    pauses: true,
    needsDatabase: true,
    end: async (page, script, browser, instance) => {
      instance.isDown = true;
      await run(page, script);
      await sleep(50);
      await browser.kill();
      instance.isDown = false;
    },
  },
  {
    title: "instance down, navigates, browser quits, instance back",
    end: async (page, script, browser, instance) => {
      instance.isDown = true;
      await run(page, `${script}; location.href = "/elsewhere"`);
      await browser.quit();
      instance.isDown = false;
    },
  },
];
