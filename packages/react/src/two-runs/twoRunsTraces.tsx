import { createInstanceTransport, createTelemetryClient } from "@action-telemetry/telemetry";
import {
  createManualClock,
  createMemoryStorage,
  createScriptedFetch,
} from "@action-telemetry/telemetry/testing";
import { act, fireEvent, render, type RenderResult } from "@testing-library/react";
import { createSecretRegistry, idOf } from "./createSecretRegistry.ts";
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
    if (step.from === "palette") openPalette(view);
    await act(async () => {
      perform(view, step, kinds.indexOf(step.kind));
      await clock.advance(10);
    });
  }
  if (leaks) view.container.querySelector<HTMLElement>("[data-leak]")?.click();
  await clock.advance(10);
  const waiting = await client.inspect();
  view.unmount();
  await clock.advance(100_000);
  return JSON.stringify([network.requests, waiting, await client.inspect()]);
}

function countingBytes(): (length: number) => Uint8Array {
  let counter = 0;
  return (length) => Uint8Array.from({ length }, () => (counter = (counter * 31 + 7) % 256));
}

function openPalette({ container }: RenderResult): void {
  const trigger = container.querySelector("button");
  if (trigger !== null && container.querySelector("dialog") === null) fireEvent.click(trigger);
}

function perform({ container }: RenderResult, { kind, from, gesture }: Step, index: number): void {
  if (from === "shortcut") {
    fireEvent.keyDown(document.body, { key: String(index) });
    return;
  }
  const place = {
    item: "",
    toolbar: ".at-toolbar",
    hover: "[data-from=hover]",
    palette: "dialog",
  };
  const own = from === "item" ? `[data-from=item]` : "";
  const selector = `${place[from]} [data-action="${idOf(kind)}"]${own}`;
  const element = container.querySelector(selector);
  if (element === null) throw new Error(`There is no ${selector}.`);
  gestures[gesture](element);
}

const gestures: Readonly<Record<Step["gesture"], (element: Element) => void>> = {
  click: (element) => void fireEvent.click(element),
  "alt-click": (element) => void fireEvent.click(element, { altKey: true }),
  "middle-click": (element) =>
    void fireEvent(element, new MouseEvent("auxclick", { button: 1, bubbles: true })),
  "right-click": (element) => void fireEvent.contextMenu(element),
  hover: (element) => void fireEvent.pointerOver(element),
};
