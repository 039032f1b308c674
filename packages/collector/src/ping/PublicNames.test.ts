import { expect, it } from "vitest";
import { publicNames } from "./PublicNames.ts";

it.each(["toolbar", "palette", "hover", "shortcut", "menu", "omnibox", "page"])(
  "names the surface %s, which many applications have",
  (surface) => {
    expect(publicNames().surface).toContain(surface);
  },
);

it("names neither an application's own surface nor its own platform", () => {
  const { surface, platform } = publicNames(["permitted.run"]);
  expect(surface).not.toContain("my-panel");
  expect(platform).not.toContain("my-editor");
});

it("names an action that is permitted, as an action only", () => {
  const { name, surface } = publicNames(["my.run"]);
  expect(name).toContain("my.run");
  expect(name).toContain("goToDefinition");
  expect(surface).not.toContain("my.run");
});
