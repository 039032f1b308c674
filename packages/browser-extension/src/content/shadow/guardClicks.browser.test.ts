import { describe, expect, onTestFinished, test } from "vitest";
import { userEvent } from "vitest/browser";
import { createShadowHost } from "./createShadowHost.ts";
import { confirmation } from "./guardClicks.ts";
import { visibilityDelay } from "./watchVisibility.ts";

/** A button of ours in the page, and how often it was pressed and refused. */
function show() {
  const counts = { pressed: 0, refused: 0 };
  const host = createShadowHost({
    parent: document.body,
    styleSheets: [],
    surface: "toolbar",
    onRefused: () => counts.refused++,
  });
  host.element.style.display = "inline-block";
  host.frame.innerHTML = "<button>Run</button>";
  host.frame.addEventListener("click", () => counts.pressed++);
  onTestFinished(() => {
    host.remove();
    document.body.removeAttribute("style");
    document.documentElement.removeAttribute("style");
    document.querySelectorAll("[data-cover]").forEach((cover) => cover.remove());
  });
  return { ...host, counts };
}

/** What a person does: goes there, looks, presses. */
async function press(element: HTMLElement): Promise<void> {
  await userEvent.hover(element);
  // The browser judges visibility of its own accord, a little later.
  await new Promise((resolve) => setTimeout(resolve, visibilityDelay * 3));
  await userEvent.click(element);
}

function cover(style: string, popover = false): void {
  const element = document.body.appendChild(document.createElement("div"));
  element.dataset["cover"] = "";
  element.style.cssText = `${style};background:white;pointer-events:none`;
  if (!popover) return;
  element.popover = "manual";
  element.showPopover();
}

test("A click of a person on what they see runs", async () => {
  const { element, counts } = show();
  await press(element);
  expect(counts).toEqual({ pressed: 1, refused: 0 });
});

test("So does one that comes before the browser has judged", async () => {
  const { element, counts } = show();
  await userEvent.click(element);
  expect(counts).toEqual({ pressed: 1, refused: 0 });
});

describe("A click of a person is refused", () => {
  test.each([
    ["the page is near transparent", () => (document.documentElement.style.opacity = "0.01")],
    ["the body is transparent", () => (document.body.style.opacity = "0")],
    ["the page is faded by a filter", () => (document.body.style.filter = "opacity(0)")],
    [
      "something lies over the page and lets clicks through",
      () => cover("position:fixed;inset:0;z-index:9"),
    ],
    ["so does something in the top layer", () => cover("inset:0;width:100%;height:100%", true)],
  ])("when %s", async (_, disguise) => {
    const { element, counts } = show();
    disguise();
    await press(element);
    expect(counts).toEqual({ pressed: 0, refused: 1 });
  });
});

test("Where only the browser has doubts, a second click passes, but no double click", async () => {
  const { element, counts } = show();
  cover("position:fixed;inset:0;z-index:9");
  await press(element);
  await userEvent.click(element);
  expect(counts).toEqual({ pressed: 0, refused: 2 });
  await new Promise((resolve) => setTimeout(resolve, confirmation.soonest + 100));
  await userEvent.click(element);
  expect(counts).toEqual({ pressed: 1, refused: 2 });
});

test("What can hardly be seen is not run by a second click either", async () => {
  const { element, counts } = show();
  document.body.style.opacity = "0.3";
  await press(element);
  await new Promise((resolve) => setTimeout(resolve, confirmation.soonest + 100));
  await userEvent.click(element);
  expect(counts).toEqual({ pressed: 0, refused: 2 });
});

test("The element itself cannot be made transparent", async () => {
  const { element, counts } = show();
  element.style.setProperty("opacity", "0", "important");
  expect(getComputedStyle(element).opacity).toBe("0");
  await press(element);
  expect(counts).toEqual({ pressed: 0, refused: 1 });
});

test("Clicks of scripts go nowhere, and nobody is told", () => {
  const { element, frame, counts } = show();
  element.click();
  frame.querySelector("button")!.click();
  frame.querySelector("button")!.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  expect(counts).toEqual({ pressed: 0, refused: 0 });
});

test("A key runs what the page has covered, but nothing that cannot be seen", async () => {
  const { frame, counts } = show();
  cover("position:fixed;inset:0;z-index:9");
  frame.querySelector("button")!.focus();
  await userEvent.keyboard("{Enter}");
  expect(counts).toEqual({ pressed: 1, refused: 0 });
  document.body.style.opacity = "0.1";
  await userEvent.keyboard("{Enter}");
  expect(counts).toEqual({ pressed: 1, refused: 1 });
});

test("A key presses what of ours is still fading in", async () => {
  const { frame, counts } = show();
  frame.style.opacity = "0.2";
  frame.querySelector("button")?.focus();
  await userEvent.keyboard("{Enter}");
  expect(counts).toEqual({ pressed: 1, refused: 0 });
});
