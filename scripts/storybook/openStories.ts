import type { Browser, Page } from "playwright";
import { contextOptions, type Look } from "./Look.ts";

/** A page that shows one story after another. */
export interface StoriesPage {
  readonly page: Page;
  /**
   * Shows a story and plays it to its end.
   *
   * @returns What went wrong, if anything: a failed expectation of its `play`, or an error.
   */
  readonly show: (id: string) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

/** The part of the preview's channel that is needed to drive it. */
interface Channel {
  once(event: string, listener: (payload?: { readonly message?: string }) => void): void;
  emit(event: string, payload: object): void;
}

const patience = 30_000;

/** Opens a page for the stories of a built Storybook, in one look. */
export async function openStories(browser: Browser, url: string, look: Look): Promise<StoriesPage> {
  const context = await browser.newContext(contextOptions(look));
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  // The addon for accessibility is told to stay out of the way: it would look a second time.
  const globals = `theme:${look.theme};direction:${look.direction};a11y.manual:!true`;
  await page.goto(`${url}iframe.html?viewMode=docs&id=${nowhere}&globals=${globals}`);
  await page.waitForFunction(() => "__STORYBOOK_ADDONS_CHANNEL__" in globalThis);
  await page.locator("#error-message, .sb-errordisplay").first().waitFor({ state: "attached" });
  return {
    page,
    show: (id) => page.evaluate(play, id),
    close: () => context.close(),
  };
}

/** No story: the preview loads, and waits to be told what to show. */
const nowhere = "none";

/** Shows a story, and resolves when it was played to its end. Runs in the page. */
function play(storyId: string): Promise<string | undefined> {
  const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as {
    readonly __STORYBOOK_ADDONS_CHANNEL__: Channel;
  };
  return new Promise((resolve) => {
    let problem: string | undefined;
    const failures = ["playFunctionThrewException", "storyThrewException", "storyErrored"];
    for (const failure of failures) {
      channel.once(failure, (error) => {
        problem = error?.message ?? failure;
      });
    }
    channel.once("storyMissing", () => resolve("There is no such story."));
    channel.once("storyFinished", () => resolve(problem));
    channel.emit("setCurrentStory", { storyId, viewMode: "story" });
  });
}
