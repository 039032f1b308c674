import type { Page } from "playwright";

/**
 * Waits until the browser has judged anew what can be seen of a page: it does so when it paints, and not more often than
 * ten times a second.
 */
export async function waitUntilJudged(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    // However late it paints, an observer that comes after all others is told after them.
    await new Promise<void>((resolve) => {
      const options = { threshold: 0, trackVisibility: true, delay: 100 };
      const observer = new IntersectionObserver(() => {
        observer.disconnect();
        resolve();
      }, options);
      observer.observe(document.body);
    });
  });
}
