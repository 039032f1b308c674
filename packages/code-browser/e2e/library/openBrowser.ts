import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Page,
  type Request,
} from "playwright";

/** A page, and what went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors and warnings of the console and of the page, and violations of its content security policy. */
  readonly problems: readonly string[];
  /** Every request the page has made. */
  readonly requests: readonly Request[];
  readonly close: () => Promise<void>;
}

/** Starts Chromium. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
}

/** Opens a page with a profile of its own and watches it. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: Request[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      problems.push(message.text());
    }
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => requests.push(request));
  return { page, problems, requests, close: () => context.close() };
}
