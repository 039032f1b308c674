import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { mountAttribute } from "../dom/ensureMount.ts";
import { gerrit } from "../gerrit/gerrit.ts";
import { gitHub } from "../github/gitHub.ts";
import { createFakeClock } from "../testing/createFakeClock.ts";
import { attachDiffView, gerritPage } from "../testing/gerritPage.ts";
import { gitHubDiffFile, gitHubPullRequestPage } from "../testing/gitHubPages.ts";
import { watchCodeViews, type ShownCodeView } from "./watchCodeViews.ts";

const clock = createFakeClock();
let shown = new Map<HTMLElement, ShownCodeView>();
let stop = () => {};
let shownTwice = 0;

const onCodeView = vi.fn((codeView: ShownCodeView) => {
  if (shown.has(codeView.element)) shownTwice++;
  shown.set(codeView.element, codeView);
  return () => void shown.delete(codeView.element);
});
const paths = () => [...shown.values()].map(({ facts }) => facts?.path);
const countMounts = () => document.querySelectorAll(`[${mountAttribute}="toolbar"]`).length;
const files = () => document.querySelector("#files")!;

/** Lets the observer hear of the mutations, and the scan take place. */
async function settle() {
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  clock.advance(100);
}

const addressOf = (path: string) =>
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    `https://github.com${path}`,
  );

function start(host = gitHub, options = {}) {
  stop = watchCodeViews(document, host, { onCodeView, clock, ...options });
}

beforeEach(() => {
  addressOf("/a/b/pull/1/files");
  document.documentElement.innerHTML = gitHubPullRequestPage(
    gitHubDiffFile("a.ts"),
    gitHubDiffFile("b.ts"),
  );
  shown = new Map();
  onCodeView.mockClear();
});

afterEach(() => {
  stop();
  stop = () => {};
  if (shownTwice > 0) throw new Error("A code view was shown before it was undone.");
});

describe("Code views", () => {
  test("that are there are shown, each with its facts and one toolbar", async () => {
    start();
    await settle();
    expect(paths()).toEqual(["a.ts", "b.ts"]);
    expect(countMounts()).toBe(2);
    for (const { element, toolbarMount } of shown.values()) {
      expect(element.contains(toolbarMount)).toBe(true);
    }
  });

  test("that come are shown, and those that go are undone", async () => {
    start();
    await settle();
    files().insertAdjacentHTML("beforeend", gitHubDiffFile("c.ts"));
    files().firstElementChild!.remove();
    await settle();
    expect(paths()).toEqual(["b.ts", "c.ts"]);
    expect(countMounts()).toBe(2);
    expect(onCodeView).toHaveBeenCalledTimes(3);
  });

  test("that stay are not shown again, whatever else happens", async () => {
    start();
    await settle();
    for (let count = 0; count < 50; count++) document.body.append(document.createElement("p"));
    await settle();
    expect(onCodeView).toHaveBeenCalledTimes(2);
  });

  test("whose mount the page has swept away get a new one", async () => {
    start();
    await settle();
    document.querySelector(`[${mountAttribute}="toolbar"]`)!.remove();
    await settle();
    expect(countMounts()).toBe(2);
    expect(onCodeView).toHaveBeenCalledTimes(3);
    expect(paths()).toEqual(["b.ts", "a.ts"]);
  });

  test("that show another file in the same element are shown anew, in the same mount", async () => {
    start();
    await settle();
    const header = document.querySelector(".file-header")!;
    const mount = header.querySelector(`[${mountAttribute}]`);
    header.setAttribute("data-path", "z.ts");
    header.querySelector("a")!.replaceWith(document.createElement("a"));
    await settle();
    expect(paths()).toEqual(["b.ts", "z.ts"]);
    expect(header.querySelector(`[${mountAttribute}]`)).toBe(mount);
    expect(countMounts()).toBe(2);
  });
});

describe("Navigation", () => {
  test("by Turbo, which puts in a new body, leaves nothing behind", async () => {
    start();
    await settle();
    const kept = document.body.cloneNode(true);
    const body = document.createElement("body");
    body.innerHTML = gitHubPullRequestPage(gitHubDiffFile("n.ts"));
    document.body.replaceWith(body);
    await settle();
    expect(paths()).toEqual(["n.ts"]);
    // Going back shows a copy of the first body, with copies of the mounts.
    document.body.replaceWith(kept);
    await settle();
    expect(paths()).toEqual(["a.ts", "b.ts"]);
    expect(countMounts()).toBe(2);
  });

  test("to the same page a hundred times leaves one toolbar a code view", async () => {
    start();
    await settle();
    for (let count = 0; count < 100; count++) {
      files().innerHTML = gitHubDiffFile(`f${count}.ts`);
      await settle();
      expect(shown.size).toBe(1);
      expect(countMounts()).toBe(1);
    }
  });

  test("back from the browser's cache is noticed without a mutation", async () => {
    start();
    await settle();
    addressOf("/a/other/pull/1/files");
    window.dispatchEvent(new Event("pageshow"));
    await settle();
    const repositories = [...shown.values()].map(({ facts }) => facts?.repository);
    expect(repositories).toEqual(["github.com/a/other", "github.com/a/other"]);
  });
});

describe("The mounts of the page", () => {
  test("are shown once, and anew for another repository", async () => {
    const undo = vi.fn();
    const onRepository = vi.fn(() => undo);
    const onPalette = vi.fn(() => () => {});
    start(gitHub, { onRepository, onPalette });
    await settle();
    document.body.append(document.createElement("p"));
    await settle();
    expect(onPalette).toHaveBeenCalledOnce();
    expect(onRepository).toHaveBeenCalledOnce();
    addressOf("/a/other/pull/1/files");
    document.body.append(document.createElement("p"));
    await settle();
    expect(undo).toHaveBeenCalledOnce();
    expect(onRepository).toHaveBeenLastCalledWith(expect.anything(), "github.com/a/other");
  });
});

describe("The end", () => {
  test("undoes all, removes all mounts, and leaves no timer and no listener", async () => {
    start(gitHub, { onRepository: () => () => {}, onPalette: () => () => {} });
    await settle();
    expect(document.querySelectorAll(`[${mountAttribute}]`)).toHaveLength(4);
    document.body.append(document.createElement("p"));
    stop();
    expect(shown.size).toBe(0);
    expect(document.querySelectorAll(`[${mountAttribute}]`)).toHaveLength(0);
    expect(clock.pending()).toBe(0);
    window.dispatchEvent(new Event("pageshow"));
    document.body.append(document.createElement("p"));
    await settle();
    expect(clock.pending()).toBe(0);
    expect(shown.size).toBe(0);
  });

  test("does not come from a callback that throws", async () => {
    const onError = vi.fn();
    onCodeView.mockImplementationOnce(() => {
      throw new Error("planted");
    });
    start(gitHub, { onError });
    await settle();
    expect(onError).toHaveBeenCalledOnce();
    expect(paths()).toEqual(["b.ts"]);
    expect(() => stop()).not.toThrow();
    expect(countMounts()).toBe(0);
  });
});

describe("Shadow roots", () => {
  test("that are attached without a mutation are looked at again after a while", async () => {
    addressOf("/c/p/+/1/2/a.ts");
    document.documentElement.innerHTML = gerritPage;
    start(gerrit);
    await settle();
    expect(shown.size).toBe(0);
    attachDiffView(document);
    clock.advance(2000);
    expect(paths()).toEqual(["a.ts"]);
    expect(clock.pending()).toBe(1);
    stop();
    expect(clock.pending()).toBe(0);
  });
});

test("The search field gets one mount, again when its suggestions are made anew, and none at the end", async () => {
  const onSearch = vi.fn(() => () => {});
  document.body.insertAdjacentHTML(
    "beforeend",
    '<input class="header-search-input"><ul id="jump-to-results"></ul>',
  );
  start(gitHub, { onSearch });
  await settle();
  const mounts = () => document.querySelectorAll(`[${mountAttribute}="search"]`).length;
  expect([onSearch.mock.calls.length, mounts()]).toEqual([1, 1]);
  document.querySelector("#jump-to-results")!.replaceChildren();
  await settle();
  expect([onSearch.mock.calls.length, mounts()]).toEqual([2, 1]);
  stop();
  expect(mounts()).toBe(0);
});
