import type { Page } from "playwright";

/** What others could read of a page besides what the application renders. */
export interface PageTraces {
  /** The document without the application's own element. */
  readonly outside: string;
  readonly windowName: string;
  readonly historyState: string;
  /** Variables that the application has made global. */
  readonly globals: string;
  /** The names and details of the performance timeline. */
  readonly timeline: string;
}

/**
 * Reads them.
 *
 * @param knownGlobals - The names that a page has before any of its scripts run.
 */
export function readPage(page: Page, knownGlobals: readonly string[]): Promise<PageTraces> {
  return page.evaluate((known) => {
    const outside = document.documentElement.cloneNode(true) as Element;
    outside.querySelector("#root")?.replaceChildren();
    const toText = (value: unknown) => {
      try {
        return JSON.stringify(value) ?? String(value);
      } catch {
        return String(value);
      }
    };
    const globals = Object.getOwnPropertyNames(globalThis)
      .filter((name) => !known.includes(name) && !/^\d+$/u.test(name))
      .map((name) => `${name}: ${toText(Reflect.get(globalThis, name))}`);
    return {
      outside: outside.outerHTML,
      windowName: window.name,
      historyState: toText(history.state),
      globals: globals.join("\n"),
      timeline: performance
        .getEntries()
        .map((entry) => toText([entry.toJSON(), Reflect.get(entry, "detail")]))
        .join("\n"),
    };
  }, knownGlobals);
}

/** The names of the global variables that a page has before any of its scripts run. */
export function readGlobals(emptyPage: Page): Promise<string[]> {
  return emptyPage.evaluate(() => Object.getOwnPropertyNames(globalThis));
}
