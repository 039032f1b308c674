import { expect, onTestFinished, test } from "vitest";
import { readTheme } from "./readTheme.ts";
import { watchTheme } from "./watchTheme.ts";

function stand(background: string): HTMLElement {
  const outer = document.body.appendChild(document.createElement("div"));
  onTestFinished(() => outer.remove());
  outer.style.background = background;
  return outer.appendChild(document.createElement("div"));
}

test.each([
  ["white", "light"],
  ["rgb(246, 248, 250)", "light"],
  ["#0d1117", "dark"],
  ["#0747a6", "dark"],
  ["color(srgb 0.1 0.1 0.12)", "dark"],
  ["color(srgb 0.9 0.9 0.9 / 0.9)", "light"],
])("What stands on %s is %s", (background, theme) => {
  expect(readTheme(stand(background))).toBe(theme);
});

test("Where the background lets through, the one behind counts, also around shadow roots", () => {
  const dark = stand("#0d1117");
  const root = dark.attachShadow({ mode: "open" });
  const inner = root.appendChild(document.createElement("p"));
  inner.style.background = "rgb(255 255 255 / 0.1)";
  expect(readTheme(inner)).toBe("dark");
});

test("A page that changes its theme is noticed", async () => {
  let changes = 0;
  onTestFinished(watchTheme(document, () => changes++));
  document.documentElement.dataset["colorMode"] = "dark";
  await expect.poll(() => changes).toBe(1);
  delete document.documentElement.dataset["colorMode"];
});
