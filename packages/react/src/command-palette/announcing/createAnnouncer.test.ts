import { expect, test, vi } from "vitest";
import { createAnnouncer, pauseMs, type CallAfter } from "./createAnnouncer.ts";

function createClock(): { readonly callAfter: CallAfter; pass(milliseconds: number): void } {
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  let now = 0;
  return {
    callAfter(callback, milliseconds) {
      const timer = { at: now + milliseconds, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass(milliseconds) {
      now += milliseconds;
      for (const timer of timers) {
        if (timer.at > now) continue;
        timers.delete(timer);
        timer.callback();
      }
    },
  };
}

function setUp() {
  const { callAfter, pass } = createClock();
  const announcer = createAnnouncer(callAfter);
  const said: string[] = [];
  announcer.subscribe(() => said.push(announcer.getSnapshot()));
  return { announcer, pass, said };
}

test("who types without a pause hears the last count only", () => {
  const { announcer, pass, said } = setUp();
  for (const count of [120, 31, 4, 2]) {
    announcer.say(`${count} actions`);
    pass(pauseMs - 1);
  }
  expect(said).toEqual([]);
  pass(1);
  expect(said).toEqual(["2 actions"]);
  pass(10 * pauseMs);
  expect(said).toEqual(["2 actions"]);
});

test("a count that was said is not said again", () => {
  const { announcer, pass, said } = setUp();
  for (const text of ["4 actions", "3 actions", "3 actions"]) {
    announcer.say(text);
    pass(pauseMs);
  }
  expect(said).toEqual(["4 actions", "3 actions"]);
});

test("nothing is said of rows that are still searched for", () => {
  const { announcer, pass, said } = setUp();
  announcer.say("4 actions");
  announcer.say("");
  pass(10 * pauseMs);
  expect([said, announcer.getSnapshot()]).toEqual([[], ""]);
});

test("what became of an action is said at once, in place of a count that waits", () => {
  const { announcer, pass, said } = setUp();
  announcer.say("4 actions");
  announcer.sayNow("Save: done");
  expect(said).toEqual(["Save: done"]);
  pass(10 * pauseMs);
  expect(said).toEqual(["Save: done"]);
});

test("a palette that has gone says nothing any more", () => {
  const { announcer, pass } = setUp();
  const listener = vi.fn();
  announcer.subscribe(listener);
  announcer.say("4 actions");
  announcer.stop();
  pass(10 * pauseMs);
  expect(listener).not.toHaveBeenCalled();
});
