import { describe, expect, onTestFinished, test } from "vitest";
import { userEvent } from "vitest/browser";
import { createShadowHost } from "./createShadowHost.ts";
import { confirmation } from "./guardClicks.ts";
import { visibilityDelay } from "./watchVisibility.ts";

type Shown = ReturnType<typeof show>;

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

/** Resolves when the browser has judged whether an element is seen, as it does of its own accord, a little later. */
function judged(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const options = { threshold: 0, trackVisibility: true, delay: visibilityDelay };
    const observer = new IntersectionObserver(() => {
      observer.disconnect();
      resolve();
    }, options);
    observer.observe(element);
  });
}

/** What a person does before they press: goes there and looks. */
async function lookAt({ element, frame }: Shown): Promise<void> {
  await userEvent.hover(element);
  await judged(frame.querySelector("button")!);
}

async function press(shown: Shown): Promise<void> {
  await lookAt(shown);
  await userEvent.click(shown.element);
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
  const shown = show();
  await press(shown);
  expect(shown.counts).toEqual({ pressed: 1, refused: 0 });
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
    const shown = show();
    disguise();
    await press(shown);
    expect(shown.counts).toEqual({ pressed: 0, refused: 1 });
  });
});

test("Where only the browser has doubts, a second click passes, but no double click", async () => {
  const shown = show();
  const { element, counts } = shown;
  cover("position:fixed;inset:0;z-index:9");
  await lookAt(shown);
  await userEvent.dblClick(element);
  expect(counts).toEqual({ pressed: 0, refused: 2 });
  await new Promise((resolve) => setTimeout(resolve, confirmation.soonest + 100));
  await userEvent.click(element);
  expect(counts).toEqual({ pressed: 1, refused: 2 });
});

test("What can hardly be seen is not run by a second click either", async () => {
  const shown = show();
  const { element, counts } = shown;
  document.body.style.opacity = "0.3";
  await press(shown);
  await new Promise((resolve) => setTimeout(resolve, confirmation.soonest + 100));
  await userEvent.click(element);
  expect(counts).toEqual({ pressed: 0, refused: 2 });
});

test("The element itself cannot be made transparent", async () => {
  const shown = show();
  const { element, counts } = shown;
  element.style.setProperty("opacity", "0", "important");
  expect(getComputedStyle(element).opacity).toBe("0");
  await press(shown);
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
