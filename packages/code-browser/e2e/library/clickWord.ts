import type { Page } from "playwright";

/**
 * Clicks in the middle of a word of the code that is shown. Where it is on the screen is asked of the text itself:
 * until the grammar has arrived, the smallest element that holds the word is its whole line.
 */
export async function clickWord(page: Page, line: number, word: string): Promise<void> {
  const middle = await page
    .locator(".cm-line")
    .nth(line - 1)
    .evaluate((element, text) => {
      const nodes = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
        const start = (node.textContent ?? "").indexOf(text);
        if (start >= 0) {
          const range = element.ownerDocument.createRange();
          range.setStart(node, start);
          range.setEnd(node, start + text.length);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
      return undefined;
    }, word);
  if (middle === undefined) {
    throw new Error(`Line ${line} does not hold "${word}".`);
  }
  await page.mouse.click(middle.x, middle.y);
}
