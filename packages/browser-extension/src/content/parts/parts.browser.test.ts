import { describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { openTestPage, type TestPage } from "../../testing/content/openTestPage.ts";

const pressKey = () => userEvent.keyboard("{Alt>}x{/Alt}");
const input = (page: TestPage) => page.find("input[role=combobox]") as HTMLInputElement | undefined;

/** A page with its toolbar, on which `palette` and `hover` take as long as a test lets them. */
async function open() {
  const page = openTestPage();
  page.background.push();
  await expect.poll(() => page.find("a", "View file")).toBeDefined();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  page.parts.wait = () => promise;
  return { page, arrive: resolve };
}

describe("On a page that no code host is known on", () => {
  test("nothing is loaded but the script that looks", async () => {
    const page = openTestPage("<p>No code here.</p>", "/anything");
    document.body.className = "";
    page.background.push();
    window.dispatchEvent(new Event("load"));
    expect(page.parts.asked).toEqual([]);
    document.body.className = "enterprise";
    window.dispatchEvent(new Event("load"));
    await expect.poll(() => page.parts.asked).toEqual(["github", "page"]);
  });
});

describe("What is shown on a page", () => {
  test("is loaded once, and again with the next word of the worker where that went wrong", async () => {
    const page = openTestPage();
    page.parts.wait = () => Promise.resolve(false);
    page.background.push();
    await expect.poll(() => page.parts.asked).toEqual(["github"]);
    page.parts.wait = () => Promise.resolve(true);
    page.background.push({ markers: false });
    await expect.poll(() => page.find("a", "View file")).toBeDefined();
    page.background.push({ markers: true });
    expect(page.parts.asked).toEqual(["github", "github", "page"]);
  });

  test("is not shown if it was switched off before it came", async () => {
    const page = openTestPage();
    const { promise, resolve } = Promise.withResolvers<boolean>();
    page.parts.wait = () => promise;
    page.background.push();
    page.background.push({ enabled: false });
    resolve(true);
    await promise;
    await new Promise((settled) => setTimeout(settled));
    expect(page.roots()).toEqual([]);
  });
});

describe("The palette", () => {
  test("is loaded when its key is pressed, and gets what was typed meanwhile, of which the page hears nothing", async () => {
    const { page, arrive } = await open();
    const heard: string[] = [];
    const note = ({ key }: KeyboardEvent) => void heard.push(key);
    document.addEventListener("keydown", note);
    await pressKey();
    await userEvent.keyboard("viewx{Backspace} fi");
    expect(input(page)).toBeUndefined();
    arrive(true);
    await expect.poll(() => input(page)?.value).toBe("view fi");
    expect(getComputedStyle(page.find(".at-palette-panel")!).display).toBe("flex");
    await userEvent.keyboard("le");
    await expect.poll(() => input(page)?.value).toBe("view file");
    await expect
      .poll(() => page.find("[role=option][aria-selected=true]", "View file"))
      .toBeDefined();
    document.removeEventListener("keydown", note);
    expect(heard.filter((key) => key !== "Alt")).toEqual([]);
    await userEvent.keyboard("{Escape}");
    await pressKey();
    await expect.poll(() => input(page)?.value).toBe("");
  });

  test("is not opened if the person has changed their mind, and their keys are the page's again", async () => {
    const { page, arrive } = await open();
    await pressKey();
    await userEvent.keyboard("{Escape}");
    arrive(true);
    await pressKey();
    await expect.poll(() => input(page)).toBeDefined();
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => page.find("dialog")).toBeUndefined();
    const field = document.querySelector<HTMLInputElement>(".header-search-input")!;
    field.focus();
    await userEvent.keyboard("abc");
    expect(field.value).toBe("abc");
  });

  test("that cannot be had is said to be missing", async () => {
    const { page, arrive } = await open();
    await pressKey();
    arrive(false);
    await expect.poll(() => page.text()).toContain("Reload the page to connect again.");
    expect(page.find("button", "Command palette")!.getAttribute("aria-expanded")).toBe("false");
  });

  test.each([
    [
      "its button has the focus",
      async (page: TestPage) => page.find("button", "Command palette")!.focus(),
    ],
    ["its modifier is down", () => userEvent.keyboard("{Alt}")],
  ])("is on its way as soon as %s", async (_, act) => {
    const { page } = await open();
    await act(page);
    await expect.poll(() => page.parts.asked).toEqual(["github", "page", "palette"]);
    expect(page.find("dialog")).toBeUndefined();
  });
});

describe("The card of a word", () => {
  test("is loaded while the instance is asked, and shown when both have come", async () => {
    const { page, arrive } = await open();
    expect(page.parts.asked).toEqual(["github", "page"]);
    await userEvent.hover(document.querySelector("#LC1 i")!);
    await expect.poll(() => page.background.asked).toHaveLength(1);
    expect(page.parts.asked).toEqual(["github", "page", "hover"]);
    expect(page.find("[role=dialog]")).toBeUndefined();
    arrive(true);
    await expect.poll(() => page.find("[role=dialog]")?.textContent).toContain("Adds two numbers.");
    expect(getComputedStyle(page.find(".at-hover")!).display).toBe("flex");
  });

  test("that a key asks for says so when it cannot be had", async () => {
    const { page, arrive } = await open();
    arrive(false);
    await userEvent.keyboard("{Alt>}{Shift>}h{/Shift}{/Alt}");
    await expect.poll(() => page.text()).toContain("Reload the page to connect again.");
  });
});
