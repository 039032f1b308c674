import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { type BrowserContext, type CDPSession, chromium, type Page } from "playwright";

/** A Chromium whose profile on disk outlives it, and whose processes can be killed: no handler of theirs runs. */
export class Browser {
  readonly #profile: string;
  readonly #args: readonly string[];
  #context: BrowserContext | undefined;
  #session: CDPSession | undefined;
  #process = 0;

  private constructor(profile: string, args: readonly string[]) {
    this.#profile = profile;
    this.#args = args;
  }

  /** Starts it on an empty profile, with more arguments if need be. */
  static async start(args: readonly string[] = []): Promise<Browser> {
    const browser = new Browser(await mkdtemp(join(tmpdir(), "telemetry-")), args);
    await browser.restart();
    return browser;
  }

  /** Starts it again, unless it runs. */
  async restart(): Promise<void> {
    if (this.#context !== undefined) return;
    const context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
      args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), ...this.#args],
    });
    this.#context = context;
    this.#session = await context.browser()?.newBrowserCDPSession();
    this.#process = (await this.#processIds("browser"))[0] ?? 0;
  }

  /** Opens a tab that may close itself, and waits until its page is ready. */
  async open(url: string): Promise<Page> {
    const opener = await this.#running().newPage();
    const [page] = await Promise.all([
      opener.waitForEvent("popup"),
      opener.evaluate(`void open(${JSON.stringify(url)})`),
    ]);
    await page.waitForFunction(() => document.title === "Ready");
    return page;
  }

  /** Opens a page that nothing else has to do with. */
  async openAlone(url: string): Promise<Page> {
    const page = await this.#running().newPage();
    await page.goto(url);
    return page;
  }

  /** Where the files of the one extension that runs are. */
  async extensionUrl(): Promise<string> {
    const context = this.#running();
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    return new URL(".", worker.url()).href;
  }

  /**
   * Looks the renderers up, so that no time passes when they are killed. What it returns kills them at once, and
   * resolves when the browser has noticed: before, it would give one of them to the next page.
   */
  async aimAtRenderers(): Promise<() => Promise<void>> {
    const ids = await this.#processIds("renderer");
    return async () => {
      for (const id of ids) process.kill(id, "SIGKILL");
      while ((await this.#processIds("renderer")).some((id) => ids.includes(id)));
    };
  }

  /** Resolves when the processes of all open pages are gone. */
  async crashed(): Promise<void> {
    await Promise.all(
      this.#running()
        .pages()
        .map((page) => page.waitForEvent("crash")),
    );
  }

  /** Kills all of it: the browser leads a process group, which its helpers are part of. */
  async kill(): Promise<void> {
    const closed = this.#running().waitForEvent("close");
    process.kill(-this.#process, "SIGKILL");
    await closed;
    this.#context = undefined;
  }

  /** Quits as a person does. */
  async quit(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  /** Quits and deletes the profile. */
  async dispose(): Promise<void> {
    await this.quit();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #running(): BrowserContext {
    if (this.#context === undefined) throw new Error("The browser does not run.");
    return this.#context;
  }

  async #processIds(type: string): Promise<readonly number[]> {
    if (this.#session === undefined) throw new Error("This browser does not tell its processes.");
    const { processInfo } = await this.#session.send("SystemInfo.getProcessInfo");
    return processInfo.filter((info) => info.type === type).map(({ id }) => id);
  }
}
