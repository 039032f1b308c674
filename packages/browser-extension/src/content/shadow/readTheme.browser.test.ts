import { expect, onTestFinished, test } from "vitest";
import { followTheme } from "./followTheme.ts";
import { readTheme } from "./readTheme.ts";

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

test("What follows the theme is told once for many changes, and no more once it has ended", async () => {
  const place = stand("white");
  const themes: string[] = [];
  const other: string[] = [];
  const end = followTheme(place, (theme) => themes.push(theme));
  onTestFinished(followTheme(place, (theme) => other.push(theme)));
  expect(themes).toEqual(["light"]);
  place.parentElement!.style.background = "#0d1117";
  for (let count = 0; count < 20; count++) document.body.className = `theme-${count}`;
  await expect.poll(() => themes).toEqual(["light", "dark"]);
  end();
  place.parentElement!.style.background = "white";
  document.documentElement.dataset["colorMode"] = "light";
  await expect.poll(() => other).toEqual(["light", "dark", "light"]);
  expect(themes).toHaveLength(2);
  delete document.documentElement.dataset["colorMode"];
  document.body.className = "";
});
