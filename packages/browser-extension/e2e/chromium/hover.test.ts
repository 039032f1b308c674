import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { filePages } from "./pages/servePages.ts";

const extension = setUpExtension();

/** Points at the last word of the page that reads so, wherever it is, and though GitHub has something of its own over code. */
async function pointAt(page: Page, word: string): Promise<void> {
  await page.locator(`span.n:text-is("${word}")`).last().hover({ force: true });
}

describe.each(Object.entries(filePages))("On a page of %s", (_, { address, repository, link }) => {
  test("a word that is pointed at shows what is known of it, with links to the instance, and is logged once", async () => {
    await extension.change({ instanceURL: ownInstance });
    const before = extension.own.events().length;
    const { page, ui } = await extension.open(address);
    await ui.one("link", link.includes("compare") ? "View diff" : "View file");
    await pointAt(page, "sum");
    await ui.one("dialog", "");
    await expect.poll(ui.text).toContain("two numbers");
    const definition = await ui.href("link", "Go to definition");
    expect(definition.startsWith(`${ownInstance}/${repository}@`)).toBe(true);
    expect(definition).toMatch(/\/-\/blob\/src\/sum\.ts#L2:17$/u);
    expect(await ui.href("link", "Find references")).toMatch(
      /\/-\/blob\/src\/sum\.ts#L6:15&tab=references$/u,
    );
    await extension.stored(extension.own, before + 1);
    await page.mouse.move(5, 5);
    await ui.none("dialog", "");
    expect(extension.own.events().at(-1)).toMatchObject({ name: "hover", surface: "hover" });
    expect(extension.own.events()).toHaveLength(before + 1);
    await page.close();
  });
});

test("Going to the definition opens it, and is logged by the ID of the link", async () => {
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  await pointAt(page, "sum");
  await ui.one("link", "Go to definition");
  const tab = await extension.openBy(() => ui.click("link", "Go to definition"));
  await tab.waitForURL(/#L2:17/u);
  await expect.poll(() => extension.own.events().at(-1)?.name).toBe("goToDefinition.preloaded");
  await tab.close();
  await page.close();
});

test("An error is shown and not logged, and a word that nothing is known of shows nothing", async () => {
  const before = extension.own.events().length;
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  const asked = extension.own.requests.length;
  await pointAt(page, "first");
  await expect.poll(() => extension.own.requests.length).toBeGreaterThan(asked);
  await ui.none("dialog", "");
  await pointAt(page, "broken");
  await ui.one("dialog", "About broken");
  await page.keyboard.press("Escape");
  await ui.none("dialog", "");
  expect(extension.own.events()).toHaveLength(before);
  await page.close();
});

test("The page learns neither what is shown nor what is asked", async () => {
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  await pointAt(page, "sum");
  await expect.poll(ui.text).toContain("two numbers");
  const seen = await page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    text: document.body.innerText,
    loaded: performance.getEntriesByType("resource").map(({ name }) => name),
    globals: Object.keys(globalThis).filter((key) => /chrome|telemetry|sourcegraph/iu.test(key)),
    stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie],
  }));
  expect(seen.html).not.toContain("search.example");
  expect(seen.html + seen.text).not.toContain("and returns what they make");
  expect(seen.loaded).toEqual([]);
  expect(seen.globals.filter((key) => key !== "chrome")).toEqual([]);
  expect(seen.stored).toEqual([""]);
  await page.close();
});

test("Scripts of the page can neither open nor close a card: a person can", async () => {
  await extension.change({ instanceURL: ownInstance });
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  const asked = extension.own.questions.length;
  await page.evaluate(() => {
    const word = document.querySelector("span.n")!;
    const { left, top } = word.getBoundingClientRect();
    const at = { clientX: left + 2, clientY: top + 2, bubbles: true, composed: true };
    for (const type of ["pointerover", "pointermove", "mousemove", "mouseover"])
      word.dispatchEvent(new PointerEvent(type, at));
  });
  await pointAt(page, "sum");
  await ui.one("dialog", "");
  await expect.poll(ui.text).toContain("two numbers");
  // The hover and the definition of one word, which is the person's.
  await expect
    .poll(() => extension.own.questions.slice(asked).filter((body) => body.includes("lsif")))
    .toHaveLength(2);
  await page.evaluate(async () => {
    const targets = [
      globalThis,
      document,
      document.body,
      ...document.querySelectorAll("html > div"),
    ];
    const options = { bubbles: true, composed: true, cancelable: true };
    for (const target of targets) {
      for (const type of ["keydown", "keyup", "keypress"])
        target.dispatchEvent(
          new KeyboardEvent(type, { ...options, key: "Escape", code: "Escape" }),
        );
      for (const type of [
        "pointerout",
        "pointerleave",
        "pointermove",
        "pointerdown",
        "pointercancel",
      ])
        target.dispatchEvent(new PointerEvent(type, { ...options, clientX: 1, clientY: 1 }));
      for (const type of ["mousedown", "mouseup", "click", "mouseout"])
        target.dispatchEvent(new MouseEvent(type, { ...options, clientX: 1, clientY: 1 }));
      for (const type of ["scroll", "scrollend", "blur", "focusout", "resize", "wheel"])
        target.dispatchEvent(new Event(type, options));
    }
    // Longer than a card stays that the pointer has left.
    await new Promise((resolve) => setTimeout(resolve, 600));
  });
  expect(await ui.all("dialog", "About sum")).toHaveLength(1);
  await page.keyboard.press("Escape");
  await ui.none("dialog", "");
  await page.close();
});
