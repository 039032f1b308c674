import type { Page } from "playwright";
import type { Browser } from "../kill/Browser.ts";

/** A page of the extension, through which its worker is reached. */
export class WorkerPage {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Opens the page, and waits until the worker has its storage open. */
  static async open(browser: Browser): Promise<WorkerPage> {
    const page = await browser.openAlone(`${await browser.extensionUrl()}page.html`);
    const opened = new WorkerPage(page);
    await opened.ask("ready");
    return opened;
  }

  /** Lets the worker do something, and starts it before if it does not run. */
  async ask(task: "ready" | "record" | "inspect", argument = 0): Promise<unknown> {
    const message = JSON.stringify({ task, argument });
    return this.#page.evaluate(`chrome.runtime.sendMessage(${message})`);
  }

  /** Ends the worker, as the browser does when it likes to. */
  async stopWorker(): Promise<void> {
    const session = await this.#page.context().newCDPSession(this.#page);
    await session.send("ServiceWorker.enable");
    const stopped = new Promise<void>((resolve) => {
      session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
        if (versions.some(({ runningStatus }) => runningStatus === "stopped")) resolve();
      });
    });
    await session.send("ServiceWorker.stopAllWorkers");
    await stopped;
    await session.detach();
  }
}
