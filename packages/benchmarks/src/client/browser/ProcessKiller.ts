import type { BrowserContext, CDPSession } from "playwright";

/** Kills a running browser, or parts of it, with SIGKILL: no handler of theirs runs. */
export class ProcessKiller {
  readonly #session: CDPSession;
  readonly #browserProcess: number;

  private constructor(session: CDPSession, browserProcess: number) {
    this.#session = session;
    this.#browserProcess = browserProcess;
  }

  static async attach(context: BrowserContext): Promise<ProcessKiller> {
    const session = await context.browser()?.newBrowserCDPSession();
    if (session === undefined) throw new Error("This browser cannot be asked for its processes.");
    const [browserProcess] = await processIds(session, "browser");
    if (browserProcess === undefined) throw new Error("The browser does not tell its process.");
    return new ProcessKiller(session, browserProcess);
  }

  /** Looks the renderers up, so that no time passes when they are killed. */
  async aimAtRenderers(): Promise<() => void> {
    const ids = await processIds(this.#session, "renderer");
    return () => {
      for (const id of ids) process.kill(id, "SIGKILL");
    };
  }

  /** The browser leads a process group of its own, which its helpers are part of. */
  killBrowser(): void {
    process.kill(-this.#browserProcess, "SIGKILL");
  }
}

async function processIds(session: CDPSession, type: string): Promise<readonly number[]> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.filter((info) => info.type === type).map(({ id }) => id);
}
