import { describe, expect, it } from "vitest";
import { closeDelay, createTooltipGroup, openDelay, warmTime } from "./TooltipGroup.ts";

/** A clock that a test turns. */
function createClock() {
  let now = 0;
  let timers: { readonly at: number; readonly callback: () => void }[] = [];
  return {
    now: () => now,
    schedule(callback: () => void, delay: number) {
      const timer = { at: now + delay, callback };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
    pass(time: number) {
      now += time;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { callback } of due) callback();
    },
  };
}

function createScene() {
  const clock = createClock();
  const open = new Set<string>();
  const tooltip = (name: string) => ({
    setTooltip: (shown: boolean) => void (shown ? open.add(name) : open.delete(name)),
  });
  return {
    clock,
    open: () => [...open],
    group: createTooltipGroup(clock.schedule, clock.now),
    a: tooltip("a"),
    b: tooltip("b"),
  };
}

describe("The tooltips of a document", () => {
  it("open after the pointer has rested, and only one at a time", () => {
    const { clock, group, a, b, open } = createScene();
    group.enter(a);
    clock.pass(openDelay - 1);
    expect(open()).toEqual([]);
    clock.pass(1);
    expect(open()).toEqual(["a"]);
    group.enter(b);
    expect(open()).toEqual(["b"]);
  });

  it("do not open for a pointer that passes by", () => {
    const { clock, group, a, open } = createScene();
    group.enter(a);
    group.leave(a);
    clock.pass(openDelay);
    expect(open()).toEqual([]);
  });

  it("stay while the pointer moves onto them, and close when it has left", () => {
    const { clock, group, a, open } = createScene();
    group.focus(a);
    group.leave(a);
    clock.pass(closeDelay - 1);
    group.enter(a);
    clock.pass(closeDelay);
    expect(open()).toEqual(["a"]);
    group.leave(a);
    clock.pass(closeDelay);
    expect(open()).toEqual([]);
  });

  it("open at once while another one was open just now", () => {
    const { clock, group, a, b, open } = createScene();
    group.focus(a);
    group.close(a);
    clock.pass(warmTime - 1);
    group.enter(b);
    expect(open()).toEqual(["b"]);
    group.close();
    clock.pass(warmTime);
    group.enter(a);
    expect(open()).toEqual([]);
  });
});
