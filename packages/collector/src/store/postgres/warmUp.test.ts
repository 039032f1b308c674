import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type FirstAsked, firstQuestions } from "../rollups/firstQuestions.ts";
import { warmUp } from "./warmUp.ts";

const day = 20_000;

/** Asked anything, it does the same. */
function readerThat(answer: () => Promise<void>): FirstAsked {
  return {
    series: answer,
    totals: answer,
    breakdown: answer,
    surfacesByName: answer,
    packedSeriesBy: answer,
    completions: answer,
    names: answer,
  };
}

describe("warmUp", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("asks everything twice, as much at once as there are connections", async () => {
    let [asked, underWay, most] = [0, 0, 0];
    const reader = readerThat(async () => {
      asked += 1;
      most = Math.max(most, (underWay += 1));
      await Promise.resolve();
      underWay -= 1;
    });
    await warmUp(reader, day);
    expect(asked).toBe(2 * firstQuestions(day).length);
    expect(most).toBe(4);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("neither fails with a server nor waits for one that does not answer", async () => {
    await warmUp(
      readerThat(() => Promise.reject(new Error("away"))),
      day,
    );
    let asked = 0;
    const answers: (() => void)[] = [];
    const warming = warmUp(
      readerThat(() => {
        asked += 1;
        return new Promise((resolve) => answers.push(resolve));
      }),
      day,
    );
    await vi.advanceTimersByTimeAsync(500);
    await warming;
    expect(asked).toBe(4);
    // What is answered later is followed by nothing.
    for (const answer of answers) answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toBe(4);
  });
});
