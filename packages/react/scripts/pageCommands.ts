import type { BrowserCommand } from "vitest/node";

/** The addresses of the tabs that a test has opened, in order. */
export const otherPages: BrowserCommand<[]> = ({ context, page }) =>
  context
    .pages()
    .filter((other) => other !== page)
    .map((other) => other.url());

/** Closes the tabs that a test has opened. */
export const closeOtherPages: BrowserCommand<[]> = async ({ context, page }) => {
  for (const other of context.pages()) if (other !== page) await other.close();
};
