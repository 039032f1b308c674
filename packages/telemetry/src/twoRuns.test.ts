import fc from "fast-check";
import { expect, it } from "vitest";
import type { TelemetryRecorder } from "./recorder/TelemetryRecorder.ts";
import { createClientFixture } from "./testing/createClientFixture.ts";

/** What everybody may know of an execution. */
const execution = fc.record(
  {
    actionId: fc.constantFrom("goToDefinition", "git.blame.toggle", "not an ID", "a/b-c_d.e"),
    surface: fc.constantFrom("toolbar", "palette", "not a surface"),
    trigger: fc.constantFrom("pointer", "keyboard", "mouse"),
    alt: fc.boolean(),
    trusted: fc.boolean(),
  },
  { requiredKeys: ["actionId"] },
);

/** What nobody may: titles, errors, context, arguments nobody opted in to, whatever a caller leaves lying about. */
const secrets = fc.record({
  title: fc.string(),
  label: fc.anything(),
  description: fc.string({ unit: "binary" }),
  commandArguments: fc.array(fc.anything()),
  args: fc.jsonValue(),
  context: fc.dictionary(fc.string(), fc.anything()),
  error: fc.string().map((message) => new Error(message)),
  url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
  icon: fc.string(),
  id: fc.string(),
  name: fc.string(),
  time: fc.string(),
  of: fc.anything(),
  outcome: fc.anything(),
  durationMs: fc.anything(),
  toJSON: fc.constant(() => "SECRET"),
});

const step = fc.record({
  execution,
  secrets: fc.tuple(secrets, secrets),
  /** What the application chose to log: the same in both runs, sound or not. */
  logged: fc.option(fc.oneof(fc.object({ maxDepth: 5 }), fc.anything()), { nil: undefined }),
  does: fc.constantFrom("action", "event", "hide", "wait", "deny and grant"),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Everything that leaves a client or lies in its storage, to the byte. */
async function traces(steps: readonly Step[], run: 0 | 1): Promise<string> {
  let counter = 0;
  const fixture = createClientFixture({
    answers: [{ status: 200 }, { status: 503 }, "network-error", { status: 200 }],
    random: (length) => Uint8Array.from({ length }, () => (counter = (counter * 31 + 7) % 256)),
  });
  const { client, clock, network, storage } = fixture;
  const recorder = client.recorder as unknown as Record<
    keyof TelemetryRecorder,
    (...input: readonly unknown[]) => void
  >;
  for (const { execution: shared, secrets: pair, logged, does } of steps) {
    const input = { ...pair[run], ...shared, arguments: logged };
    if (does === "action") recorder.recordAction(input);
    if (does === "event") recorder.recordEvent(shared.actionId, input);
    if (does === "hide") fixture.hide();
    if (does === "wait") await clock.advance(5000);
    if (does === "deny and grant") {
      await client.consent.set("denied");
      await client.consent.set("granted");
    }
  }
  await clock.advance(50);
  const stored = await storage
    .open("https://instance.example")
    .transact(1000, (rows, record) => ({ result: [rows, record] }));
  await clock.advance(200_000);
  return JSON.stringify([network.requests, stored, await client.inspect()]);
}

it("two runs that differ only in secrets send, store and show the same bytes", async () => {
  const runs = Number(process.env["TELEMETRY_PAIR_RUNS"] ?? 500);
  const holds = fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
    return (await traces(steps, 0)) === (await traces(steps, 1));
  });
  const result = await fc.check(holds, { numRuns: runs });
  expect(fc.defaultReportMessage(result)).toBeUndefined();
}, 600_000);

it("two runs that differ in what was opted in to do not, so that the test above can see", async () => {
  const steps = (logged: object) => [
    { execution: { actionId: "a" }, secrets: [{}, {}], logged, does: "action" },
  ];
  const [one, two] = [steps({ a: 1 }), steps({ a: 2 })] as unknown as readonly [Step[], Step[]];
  expect(await traces(one, 0)).not.toBe(await traces(two, 0));
});
