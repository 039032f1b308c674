import { describe, expect, it } from "vitest";
import type { ActionEventInput } from "./recorder/TelemetryRecorder.ts";
import { createClientFixture } from "./testing/createClientFixture.ts";

const canary = (source: string) => `canary-${source}-7f3e9d2b`;

/** An execution that carries a canary wherever a careless caller might leave one. */
const execution = {
  actionId: "git.blame.toggle",
  surface: "toolbar",
  trigger: "pointer",
  title: canary("title"),
  label: canary("label"),
  description: canary("description"),
  url: `https://a.example/?q=${canary("url")}`,
  commandArguments: [canary("commandArguments")],
  args: { secret: canary("args") },
  error: new Error(canary("error")),
  context: { [canary("contextKey")]: canary("contextValue") },
  outcome: canary("outcome"),
  of: canary("of"),
  id: canary("id"),
  name: canary("name"),
  time: canary("time"),
} as unknown as ActionEventInput;

/** Everything that a client writes: requests whole, storage whole, and what the inspector shows. */
async function traces(recorded: readonly ActionEventInput[]) {
  const { client, clock, network, storage } = createClientFixture({
    answers: [{ status: 503, body: canary("answer") }, { status: 200 }],
  });
  for (const item of recorded) client.recorder.recordAction(item as never);
  client.recorder.recordEvent(canary("not an id") as never, execution);
  await clock.advance(50);
  const stored = await storage
    .open("https://instance.example")
    .transact(1000, (rows, record) => ({ result: JSON.stringify([rows, record]) }));
  await clock.advance(60_000);
  const sent = JSON.stringify(network.requests);
  const shown = JSON.stringify(await client.inspect());
  return { stored, sent, shown };
}

describe("What nobody opted in to", () => {
  it("is in no request, no storage and no inspection", async () => {
    const { stored, sent, shown } = await traces([execution]);
    for (const trace of [stored, sent, shown]) {
      expect(trace).toContain("git.blame.toggle");
      expect(trace).not.toContain("canary");
    }
  });

  it("is there once it is opted in to, so that the test above can see", async () => {
    const secret = canary("opted-in");
    const { stored, sent, shown } = await traces([{ ...execution, arguments: { secret } }]);
    for (const trace of [stored, sent, shown]) {
      expect(trace.match(/canary[a-z0-9-]+/g)).toContain(secret);
      expect(new Set(trace.match(/canary[a-z0-9-]+/g))).toEqual(new Set([secret]));
    }
  });

  it("stays out when arguments are too large to be taken", async () => {
    const large = { ...execution, arguments: { text: canary("large").repeat(100) } };
    const { stored, sent, shown } = await traces([large]);
    expect(stored + sent + shown).not.toContain("canary");
    expect(sent).toContain("arguments-too-large");
  });
});
