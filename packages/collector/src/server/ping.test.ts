import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { silentLog } from "../log/Log.ts";
import { testBatch, testEvent } from "../testing/batches.ts";
import { hourMs } from "../time/calendar.ts";
import { readConfiguration } from "./readConfiguration.ts";
import { type RunningCollector, startCollector } from "./startCollector.ts";

const receiver = "https://pings.example/receive";
const realFetch = globalThis.fetch;
let folder: string;
let collector: RunningCollector;
/** What the receiver answers in turn, and how often it was asked. */
let answers: Promise<Response>[];
let asked: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "collector-"));
  answers = [];
  asked = 0;
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    if (input !== receiver) return realFetch(input, init);
    asked += 1;
    return answers.shift() ?? Promise.resolve(new Response("Thanks"));
  });
  // A Wednesday: whatever moment of Monday its ID decides, the ping is due.
  vi.useFakeTimers({
    toFake: ["Date", "setInterval", "clearInterval"],
    now: Date.UTC(2026, 10, 25),
  });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await collector.stop();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  const read = readConfiguration({ DATA_DIR: folder, PORT: "0", PING_URL: receiver });
  if (!read.ok) throw new Error(read.error.join(" "));
  collector = await startCollector(read.value, silentLog);
}

const state = async () =>
  (await (await fetch(`${collector.url}/.api/ping/answer`)).json()) as { readonly last: unknown };

it("A ping that is not taken is sent again within the hour, until it is", async () => {
  answers = [503, 429].map((status) => Promise.resolve(new Response("Later", { status })));
  await start();
  for (const [status, outcome] of [
    [503, "failed"],
    [429, "failed"],
    [200, "taken"],
  ]) {
    await expect.poll(state).toMatchObject({ last: { status, outcome } });
    await vi.advanceTimersByTimeAsync(hourMs);
  }
  await vi.advanceTimersByTimeAsync(hourMs);
  expect(asked).toBe(3);
});

it("A receiver that does not answer keeps nobody waiting: events are stored meanwhile", async () => {
  let answer: (response: Response) => void = () => undefined;
  answers = [new Promise((resolve) => (answer = resolve))];
  await start();
  await expect.poll(() => asked).toBe(1);
  const sentAt = new Date().toISOString();
  const sent = await fetch(`${collector.url}/.api/action-events`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(testBatch([testEvent(1, { time: sentAt })], { sentAt })),
  });
  expect(await sent.json()).toMatchObject({ accepted: 1 });
  expect(await state()).toMatchObject({ last: null });
  answer(new Response("Thanks"));
  await expect.poll(state).toMatchObject({ last: { status: 200, text: "Thanks" } });
});
