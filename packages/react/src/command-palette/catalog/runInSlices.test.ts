import { describe, expect, it } from "vitest";
import { createManualScheduler } from "../../testing/createManualScheduler.ts";
import { runInSlices } from "./runInSlices.ts";

function* count(
  to: number,
  scheduler: { advance(ms: number): void },
): Generator<undefined, number> {
  for (let step = 1; step <= to; step += 1) {
    scheduler.advance(3);
    yield;
  }
  return to;
}

describe("Work in slices", () => {
  it("is done at once when it is short", () => {
    const scheduler = createManualScheduler();
    const done: number[] = [];
    runInSlices(count(2, scheduler), scheduler, (value) => done.push(value));
    expect(done).toEqual([2]);
    expect(scheduler.waiting).toBe(0);
  });

  it("pauses when a slice is over, and goes on after input had its turn", () => {
    const scheduler = createManualScheduler();
    const done: number[] = [];
    runInSlices(count(8, scheduler), scheduler, (value) => done.push(value));
    expect([done, scheduler.waiting]).toEqual([[], 1]);
    scheduler.turn();
    expect([done, scheduler.waiting]).toEqual([[], 1]);
    scheduler.turn();
    expect([done, scheduler.waiting]).toEqual([[8], 0]);
  });

  it("can be finished at once, and is then done once", () => {
    const scheduler = createManualScheduler();
    const done: number[] = [];
    const work = runInSlices(count(50, scheduler), scheduler, (value) => done.push(value));
    work.finish();
    scheduler.turn();
    expect(done).toEqual([50]);
  });

  it("says nothing any more once it is given up", () => {
    const scheduler = createManualScheduler();
    const done: number[] = [];
    const work = runInSlices(count(50, scheduler), scheduler, (value) => done.push(value));
    work.cancel();
    scheduler.turn();
    work.finish();
    expect([done, scheduler.waiting]).toEqual([[], 0]);
  });
});
