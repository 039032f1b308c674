import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "../kill/Browser.ts";
import type { Instance } from "../kill/Instance.ts";
import type { WorkerPage } from "./WorkerPage.ts";

/** A way in which a worker ends. */
export interface WorkerEnding {
  readonly title: string;
  /** Lets the worker record so many events, and end. */
  end(page: WorkerPage, count: number, browser: Browser, instance: Instance): Promise<void>;
}

/** Every way in which a worker ends. */
export const workerEndings: readonly WorkerEnding[] = [
  {
    title: "stopped in the middle of a batch, which had arrived",
    end: async (page, count, _browser, instance) => {
      instance.isSilent = true;
      await page.ask("record", count);
      await instance.arrival(1);
      await page.stopWorker();
      instance.isSilent = false;
    },
  },
  {
    title: "instance down, stopped at once",
    end: async (page, count, _browser, instance) => {
      instance.isDown = true;
      await page.ask("record", count);
      await page.stopWorker();
      instance.isDown = false;
    },
  },
  {
    title: "instance down, its process killed at once",
    end: async (page, count, browser, instance) => {
      instance.isDown = true;
      const kill = await browser.aimAtRenderers();
      await page.ask("record", count);
      const crashed = browser.crashed();
      await Promise.all([kill(), crashed]);
      instance.isDown = false;
    },
  },
  {
    title: "instance down, browser killed 50 ms after the task",
    end: async (page, count, browser, instance) => {
      instance.isDown = true;
      await page.ask("record", count);
      await sleep(50);
      await browser.kill();
      instance.isDown = false;
    },
  },
];
