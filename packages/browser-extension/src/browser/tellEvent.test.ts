import type { ActionId } from "@action-telemetry/event-schema";
import { createManualClock } from "@action-telemetry/telemetry/testing";
import { describe, expect, it } from "vitest";
import { tellEvent } from "./tellEvent.ts";

const id = "019aac4c-6a00-7f3e-9d2b-0c8f4a5b6e71";

/** Tells the worker of one event, and lets ten minutes pass. */
async function tell(answer: (attempt: number) => Promise<unknown>): Promise<readonly unknown[]> {
  const clock = createManualClock();
  const told: unknown[] = [];
  const runtime = {
    sendMessage(message: unknown) {
      told.push(message);
      return answer(told.length);
    },
  };
  void tellEvent(runtime, { id, name: "hover" as ActionId }, clock.setTimer);
  await clock.advance(600_000);
  return told;
}

const yes = async () => ({ ok: true, value: null });
const gone = () => Promise.reject(new Error("The message port closed before it was answered."));
const message = { kind: "record", id, name: "hover" };

describe("An event", () => {
  it("is told once when it is heard", async () => {
    expect(await tell(yes)).toEqual([message]);
  });

  it("is told again, the same, until the worker answers", async () => {
    expect(await tell((attempt) => (attempt < 3 ? gone() : yes()))).toEqual([
      message,
      message,
      message,
    ]);
  });

  it("is not told again when it was refused", async () => {
    const refused = { ok: false, error: { code: "refused", message: "The extension is off." } };
    expect(await tell(async () => refused)).toHaveLength(1);
  });

  it("is given up in the end", async () => {
    expect(await tell(gone)).toHaveLength(6);
  });
});
