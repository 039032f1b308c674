import type { BrowserContext, Page } from "playwright";

/** A page, and the files of the extension that have run in it. */
export interface ListedPage {
  readonly page: Page;
  /** Their names, in order. */
  readonly files: () => readonly string[];
}

/** Opens a page, and lists the files of the extension that run in it. */
export async function listFiles(context: BrowserContext, address: string): Promise<ListedPage> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const files: string[] = [];
  session.on("Debugger.scriptParsed", ({ url }) => {
    if (url.startsWith("chrome-extension://")) files.push(url.replace(/^.*\//u, ""));
  });
  await session.send("Debugger.enable");
  await page.goto(address);
  return { page, files: () => [...files] };
}
