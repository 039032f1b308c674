import { createInstanceTransport, createTelemetryClient } from "@action-telemetry/telemetry";
import {
  createManualClock,
  createMemoryStorage,
  createScriptedFetch,
} from "@action-telemetry/telemetry/testing";
import { act, cleanup, render } from "@testing-library/react";
import { createSecretRegistry } from "./createSecretRegistry.ts";
import { performStep } from "./performStep.ts";
import { Leak, TwoRunsPage } from "./TwoRunsPage.tsx";
import type { Secrets, Step } from "./twoRunsScenario.ts";

/**
 * Mounts the page of components with secrets, does what a person does, and answers everything that
 * leaves the client or waits in it, to the byte: with a clock and IDs that are the same each time.
 *
 * @param leaks - Whether a component on the page records something of a title.
 */
export async function traceRun(
  steps: readonly Step[],
  secrets: Secrets,
  leaks: boolean,
): Promise<string> {
  const clock = createManualClock();
  const network = createScriptedFetch({ status: 503 }, { status: 200 });
  const client = createTelemetryClient({
    instanceUrl: "https://instance.example",
    source: "WEB",
    platform: "web",
    client: { name: "two-runs", version: "1.0.0" },
    consent: "granted",
    transport: createInstanceTransport({ fetch: network.fetch, clock }),
    storage: createMemoryStorage(),
    clock,
    random: countingBytes(),
    outcomes: true,
  });
  const logged = { current: {} };
  const kinds = [...new Set(steps.map(({ kind }) => kind))];
  const registry = createSecretRegistry(kinds, secrets, logged);
  const view = render(
    <TwoRunsPage
      kinds={kinds}
      recorder={client.recorder}
      registry={registry}
      secrets={secrets}
      leak={leaks && <Leak title={secrets.title} />}
    />,
  );
  for (const step of steps) {
    logged.current = step.logged;
    await performStep(view.container, step, kinds.indexOf(step.kind), secrets.typed);
    await act(() => clock.advance(10));
  }
  if (leaks) view.container.querySelector<HTMLElement>("[data-leak]")?.click();
  await clock.advance(10);
  const waiting = await client.inspect();
  // Not `view.unmount`, which leaves the container behind: there are thousands of runs.
  cleanup();
  await clock.advance(100_000);
  const left = await client.inspect();
  await client.close();
  return JSON.stringify([network.requests, waiting, left]);
}

function countingBytes(): (length: number) => Uint8Array {
  let counter = 0;
  return (length) => Uint8Array.from({ length }, () => (counter = (counter * 31 + 7) % 256));
}
