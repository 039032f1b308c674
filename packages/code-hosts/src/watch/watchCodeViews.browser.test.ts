import { afterEach, expect, test } from "vitest";
import { cdp } from "vitest/browser";
import { mountAttribute } from "../dom/ensureMount.ts";
import type { CodeHost } from "../host/CodeHost.ts";
import { gitHub } from "../github/gitHub.ts";
import { gitHubDiffFile, gitHubPullRequestPage } from "../testing/gitHubPages.ts";
import { watchCodeViews } from "./watchCodeViews.ts";
import { pageClock, type WatchClock } from "./WatchClock.ts";

let stop = () => {};
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

// The tests' page has another address than that of a pull request, and all facts are to be read.
const host: CodeHost = {
  ...gitHub,
  readFileFacts: ({ document: page }, codeView) =>
    gitHub.readFileFacts(
      { document: page, url: new URL("https://github.com/a/b/pull/1/files") },
      codeView,
    ),
};

// The types of the session are those of whichever provider runs it.
const session = () => cdp() as unknown as { send(method: string): Promise<unknown> };

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** The page's clock, which also measures how long each call keeps the page busy. */
function createMeteredClock() {
  const times: number[] = [];
  const clock: WatchClock = {
    now: pageClock.now,
    delay: (callback, milliseconds) =>
      pageClock.delay(() => {
        const start = performance.now();
        callback();
        times.push(performance.now() - start);
      }, milliseconds),
  };
  return { clock, times };
}

test("A thousand mutations a second on a page of a hundred files take less than 5 % of a core", async () => {
  const files = Array.from({ length: 100 }, (_, index) => gitHubDiffFile(`dir/f${index}.ts`));
  document.body.innerHTML = gitHubPullRequestPage(...files);
  const { clock, times } = createMeteredClock();
  let shown = 0;
  stop = watchCodeViews(document, host, {
    clock,
    onCodeView: () => {
      shown++;
      return () => void shown--;
    },
  });
  const ticker = document.body.appendChild(document.createElement("p"));
  // The first looks show everything; how often it is looked at depends on what later ones cost.
  for (; times.length < 3; await nextFrame()) ticker.replaceChildren(document.createElement("b"));
  times.length = 0;
  const start = performance.now();
  let mutations = 0;
  let due = 0;
  // On a slow machine, until there were some looks to compare.
  while (due < 3000 || times.length < 4) {
    due = performance.now() - start;
    // As many as are due since the last frame.
    for (; mutations < due; mutations++) {
      ticker.replaceChildren(document.createElement("b"));
    }
    await nextFrame();
  }
  const elapsed = performance.now() - start;
  expect(shown).toBe(100);
  expect(document.querySelectorAll(`[${mountAttribute}="toolbar"]`)).toHaveLength(100);
  expect(mutations).toBeGreaterThanOrEqual(3000);
  // Looks that the machine has interrupted took no longer for that: the quickest tells what one costs.
  expect((Math.min(...times) * times.length) / elapsed).toBeLessThan(0.05);
});

test("A page that does not change is not looked at", async () => {
  document.body.innerHTML = gitHubPullRequestPage(gitHubDiffFile("a.ts"));
  const { clock, times } = createMeteredClock();
  await new Promise<void>((resolve) => {
    stop = watchCodeViews(document, host, {
      clock,
      onCodeView: () => {
        resolve();
        return () => {};
      },
    });
  });
  for (let frame = 0; frame < 30; frame++) await nextFrame();
  // The second run is for the mount that the first has added; the tests' own page may cause another.
  expect(times.length).toBeLessThanOrEqual(3);
});

test("Elements that have gone are not held, over a hundred navigations", async () => {
  const gone: WeakRef<HTMLElement>[] = [];
  let arrive = () => {};
  stop = watchCodeViews(document, host, {
    onCodeView: ({ element }) => {
      gone.push(new WeakRef(element));
      arrive();
      return () => {};
    },
  });
  for (let page = 0; page < 100; page++) {
    await new Promise<void>((resolve) => {
      arrive = resolve;
      document.body.innerHTML = gitHubPullRequestPage(gitHubDiffFile(`f${page}.ts`));
    });
  }
  expect(document.querySelectorAll(`[${mountAttribute}]`)).toHaveLength(1);
  // References made in this turn of the event loop are kept until its end.
  await nextFrame();
  await session().send("HeapProfiler.collectGarbage");
  const held = gone.filter((reference) => reference.deref() !== undefined);
  expect(gone).toHaveLength(100);
  expect(held.length).toBeGreaterThan(0);
  expect(held.length).toBeLessThan(5);
});
