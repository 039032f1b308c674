import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright";
import { launchOptions } from "./launchOptions.ts";
import { ProcessKiller } from "./ProcessKiller.ts";
import type { Strangers } from "./Strangers.ts";

/** A browser with a profile on disk, which outlives the browser. */
export class Profile {
  readonly #folder: string;
  readonly #strangers: Strangers;
  #context: BrowserContext | undefined;
  #killer: ProcessKiller | undefined;

  private constructor(folder: string, strangers: Strangers) {
    this.#folder = folder;
    this.#strangers = strangers;
  }

  /** Makes an empty profile and starts a browser on it. */
  static async create(strangers: Strangers): Promise<Profile> {
    const folder = await mkdtemp(join(tmpdir(), "client-benchmark-"));
    const profile = new Profile(folder, strangers);
    try {
      await profile.start();
      return profile;
    } catch (error) {
      await profile.dispose();
      throw error;
    }
  }

  /** Starts the browser again. */
  async start(): Promise<void> {
    const context = await chromium.launchPersistentContext(this.#folder, launchOptions);
    this.#context = context;
    this.#strangers.watch(context);
    this.#killer = await ProcessKiller.attach(context);
  }

  /** Opens a tab and waits until the page is loaded. A script opens it, so that it may close itself. */
  async openPage(url: string): Promise<Page> {
    const opener = await this.#running(this.#context).newPage();
    const [page] = await Promise.all([
      opener.waitForEvent("popup"),
      opener.evaluate(`void open(${JSON.stringify(url)})`),
    ]);
    await page.waitForLoadState();
    return page;
  }

  /** Prepares to end every renderer at once, as the kernel does when memory is short. */
  aimAtRenderers(): Promise<() => void> {
    return this.#running(this.#killer).aimAtRenderers();
  }

  /** Ends the whole browser at once. */
  async killBrowser(): Promise<void> {
    const closed = this.#running(this.#context).waitForEvent("close");
    this.#running(this.#killer).killBrowser();
    await closed;
    this.#context = undefined;
  }

  /** Quits the browser as a person does. */
  async stop(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  /** Quits and deletes the profile. */
  async dispose(): Promise<void> {
    // A browser that is gone already refuses to quit; its profile goes all the same.
    await this.stop().catch(() => undefined);
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #running<T>(part: T | undefined): T {
    if (part === undefined) throw new Error("The browser of this profile does not run.");
    return part;
  }
}
