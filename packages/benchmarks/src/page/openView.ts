import type { Browser } from "playwright";
import type { PageOpening } from "./PageOpening.ts";
import type { PageView } from "./PageView.ts";

/** Where the collector is, and how to get in. */
export interface Entrance {
  readonly url: string;
  readonly token: string;
}

/**
 * Opens a view in a browser that has nothing of it in its caches, and measures by the page's own clock when it is of use.
 * Whoever opens it has signed in before.
 */
export async function openView(
  browser: Browser,
  { url, token }: Entrance,
  view: PageView,
): Promise<PageOpening> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const answer = await context.request.post(`${url}/.api/session`, { data: { token } });
  if (answer.status() !== 204) throw new Error(`Signing in was answered ${answer.status()}.`);
  await context.addInitScript(watchPage, view);
  const page = await context.newPage();
  const document = await page.goto(url + view.path, { waitUntil: "commit" });
  if (document?.status() !== 200) throw new Error(`The page was answered ${document?.status()}.`);
  const opening = await page.waitForFunction(() => (window as WatchedWindow).opening);
  const value = await opening.jsonValue();
  await context.close();
  if (value === undefined) throw new Error("The page was left before it could be measured.");
  return value;
}

type WatchedWindow = Window & { opening?: PageOpening };

/** Runs in the page, before its scripts: looks before each frame, so that what it finds is painted in that frame. */
function watchPage({ numbers, control, answered }: PageView): void {
  let shown: number | undefined;
  const isThere = (selector: string) => document.querySelector(selector) !== null;
  const look = () => {
    if (shown === undefined && numbers.every(isThere)) {
      shown = performance.now();
      document.querySelector<HTMLElement>(control)?.click();
    }
    if (shown === undefined || !isThere(answered)) {
      requestAnimationFrame(look);
      return;
    }
    const usable = performance.now();
    const entries = performance
      .getEntries()
      .filter((entry) => entry instanceof PerformanceResourceTiming);
    const bytes = entries.reduce((sum, { transferSize }) => sum + transferSize, 0);
    (window as WatchedWindow).opening = { shown, usable, bytes, requests: entries.length };
  };
  requestAnimationFrame(look);
}
