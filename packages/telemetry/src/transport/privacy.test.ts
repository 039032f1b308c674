import { describe, expect, it } from "vitest";
import type { ActionEventInput } from "../recorder/TelemetryRecorder.ts";
import { createClientFixture } from "../testing/createClientFixture.ts";
import { createScriptedFetch } from "../testing/createScriptedFetch.ts";
import { createInstanceTransport } from "./createInstanceTransport.ts";
import { createOtlpTransport } from "./otlp/createOtlpTransport.ts";
import { createLogEventsTransport } from "./sourcegraph/createLogEventsTransport.ts";
import { createRecordEventsTransport } from "./sourcegraph/createRecordEventsTransport.ts";

const transports = [
  ["instance", createInstanceTransport],
  ["OTLP", createOtlpTransport],
  ["logEvents", createLogEventsTransport],
  ["recordEvents", createRecordEventsTransport],
] as const;

/** An execution with everything that a careless caller could have left on it. */
const execution = {
  actionId: "git.blame.toggle",
  surface: "toolbar",
  title: "canary-title",
  commandArguments: ["canary-argument"],
  context: { file: "canary-file" },
  error: new Error("canary-error"),
  url: "https://canary-url.example/",
  outcome: "canary-outcome",
  of: "canary-of",
  attributes: { secret: "canary-attribute" },
  privateMetadata: { secret: "canary-metadata" },
} as unknown as ActionEventInput;

/** All requests for one execution that failed with a secret in its error, each of them whole. */
async function send(create: (typeof transports)[number][1], more: object = {}) {
  const network = createScriptedFetch(
    { status: 503, body: "canary-answer" },
    { status: 200, body: '{"data":{},"errors":[]}' },
  );
  const transport = create({ fetch: network.fetch });
  const { client, clock } = createClientFixture({ transport, outcomes: true });
  const complete = client.recorder.recordAction({ ...execution, ...more } as never);
  complete?.("failed");
  client.recorder.recordEvent("canary-event with a secret" as never);
  await clock.advance(50);
  await clock.advance(60_000);
  expect((await client.inspect()).queue).toEqual([]);
  return JSON.stringify(network.requests);
}

describe.each(transports)("The requests of the transport %s", (_name, create) => {
  it("hold nothing that nobody opted in to", async () => {
    const requests = await send(create);
    expect(requests).toContain("git.blame.toggle");
    expect(requests).toContain("action.completed");
    expect(requests).toContain("invalid-name");
    expect(requests).not.toContain("canary");
  });

  it("hold what was opted in to and no more, so that the test above can see", async () => {
    const requests = await send(create, { arguments: { secret: "canary-opted-in" } });
    expect(new Set(requests.match(/canary[a-z-]+/g))).toEqual(new Set(["canary-opted-in"]));
  });
});
