import type { Page } from "playwright";

/**
 * Presses keys one after another, such as `g d`. All of them are on their way before the first is
 * answered for: a busy machine must not take longer between two keys of a chord than the chord waits.
 */
export async function pressKeys(page: Page, keys: string): Promise<void> {
  await Promise.all(keys.split(" ").map((key) => page.keyboard.press(key)));
}
