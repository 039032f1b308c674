import { afterEach, beforeEach, expect, test } from "vitest";
import { mountAttribute } from "../dom/ensureMount.ts";
import { gitHub } from "../github/gitHub.ts";
import type { CodeHost } from "../host/CodeHost.ts";
import { createFakeClock } from "../testing/createFakeClock.ts";
import { gitHubBlobPage } from "../testing/gitHubPages.ts";
import { watchCodeViews } from "./watchCodeViews.ts";

const clock = createFakeClock();
let errors: unknown[] = [];
let stop = () => {};

beforeEach(() => {
  errors = [];
  document.body.innerHTML = gitHubBlobPage;
});
afterEach(() => stop());

const fail = () => {
  throw new Error("An adapter is wrong.");
};
const mounts = () =>
  [...document.querySelectorAll(`[${mountAttribute}]`)].map((mount) =>
    String(mount.getAttribute(mountAttribute)),
  );

/** Watches with an adapter of which some methods fail, and shows everything that there is to show. */
function watch(broken: Partial<CodeHost>): readonly string[] {
  stop = watchCodeViews(
    document,
    { ...gitHub, readRepository: () => "github.com/a/b", ...broken },
    {
      onCodeView: () => () => undefined,
      onRepository: () => () => undefined,
      onPalette: () => () => undefined,
      onError: (error) => errors.push(error),
      clock,
    },
  );
  clock.advance(100);
  return mounts();
}

test.each([
  ["findCodeViews", ["palette", "repository"]],
  ["readFileFacts", ["palette", "repository", "toolbar"]],
  ["readRepository", ["palette", "toolbar"]],
  ["getToolbarMount", ["palette", "repository"]],
  ["getRepositoryMount", ["palette", "toolbar"]],
  ["getPaletteMount", ["repository", "toolbar"]],
  ["findShadowRoots", ["palette", "repository", "toolbar"]],
  ["isSettling", ["palette", "repository", "toolbar"]],
] as const)("An adapter whose %s fails is told of, and the rest is shown", (method, shown) => {
  expect(watch({ [method]: fail }).toSorted()).toEqual(shown);
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.every((error) => String(error).includes("An adapter is wrong."))).toBe(true);
});

test("One in which nothing fails has nothing to tell", () => {
  expect(watch({}).toSorted()).toEqual(["palette", "repository", "toolbar"]);
  expect(errors).toEqual([]);
});

test("A page that is about to settle is looked at again soon, and then no more", () => {
  let looks = 0;
  watch({
    isSettling() {
      looks += 1;
      return looks < 3;
    },
  });
  clock.advance(5000);
  expect(looks).toBe(3);
  expect(clock.pending()).toBe(0);
});

test("A page that never settles is let be after a while", () => {
  let looks = 0;
  watch({
    isSettling() {
      looks += 1;
      return true;
    },
  });
  clock.advance(60_000);
  expect(looks).toBe(20);
  expect(clock.pending()).toBe(0);
});
